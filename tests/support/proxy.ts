/** A TCP proxy that makes bad weather between a client and a server: slow, narrow, silent, cut off, refused. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export interface Weather {
  /** milliseconds that every piece takes, each way */
  delay?: number;
  /** bytes a second from the server to the client */
  bytesPerSecond?: number;
  /** takes connections and bytes, and passes nothing on */
  silent?: boolean;
  /** bytes from the server after which the connection is reset */
  cutAfter?: number;
}

export class WeatherProxy {
  /** counts for connections old and new */
  weather: Weather = {};
  private readonly sockets = new Set<Socket>();
  private readonly hushed = new WeakSet<Socket>();
  private port = 0;

  private constructor(
    private readonly target: number,
    private server: Server,
  ) {}

  /** A proxy before a port of 127.0.0.1. */
  static async before(target: number): Promise<WeatherProxy> {
    const proxy = new WeatherProxy(target, createServer());
    await proxy.open();
    return proxy;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.port}`;
  }

  get connections(): number {
    return this.sockets.size / 2;
  }

  /** Takes connections again, on the same port. */
  async open(): Promise<void> {
    this.server = createServer((client) => this.join(client));
    await new Promise<void>((done) => this.server.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Cuts all connections and refuses new ones. */
  async refuse(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    this.cut();
    await closed;
  }

  /** Resets all connections; new ones are welcome. */
  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  /** Passes nothing on from here on between those that are connected; new connections are as the weather is. */
  hush(): void {
    for (const socket of this.sockets) this.hushed.add(socket);
  }

  private join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    this.pass(client, server, () => 0);
    this.pass(server, client, (bytes) => (this.weather.bytesPerSecond ? (1000 * bytes) / this.weather.bytesPerSecond : 0));
    let passed = 0;
    server.on('data', (piece: Buffer) => {
      passed += piece.length;
      if (passed > (this.weather.cutAfter ?? Number.POSITIVE_INFINITY)) client.resetAndDestroy();
    });
  }

  /** Passes pieces on in their order, each not before its time. */
  private pass(from: Socket, to: Socket, takes: (bytes: number) => number): void {
    this.sockets.add(from);
    let free = 0;
    from.setNoDelay(true);
    from.on('data', (piece: Buffer) => {
      if (this.weather.silent || this.hushed.has(from)) return;
      free = Math.max(free, Date.now() + (this.weather.delay ?? 0)) + takes(piece.length);
      const wait = free - Date.now();
      if (wait <= 0) to.write(piece);
      else setTimeout(() => to.destroyed || to.write(piece), wait).unref();
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      // What is under way arrives first; a reset does not wait for it.
      if (!this.weather.silent) setTimeout(() => to.destroy(), from.errored ? 0 : Math.max(0, free - Date.now())).unref();
    });
  }
}
