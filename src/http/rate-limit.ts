/** How much each client may ask: by what its questions cost, not by their number. */
import { isIPv6 } from 'node:net';
import { BoundedMap } from '../bounded-map.js';

/** Clients that are remembered; of more, those who asked longest ago start anew. Each takes some 200 bytes. */
const greatestClientCount = 100_000;

/** What a client has left, when that was so. */
interface Allowance {
  left: number;
  at: number;
}

/**
 * Each client has an allowance, which fills up evenly within a minute. A question is answered while anything is left, and its cost is then taken off, below
 * nothing too: so the dearest question can be asked, and whoever asked it waits the longer.
 */
export class RateLimit {
  private readonly clients = new BoundedMap<string, Allowance>(greatestClientCount);

  /**
   * @param limit cost for each client and minute
   * @param now the clock, in milliseconds
   */
  constructor(
    private readonly limit: number,
    private readonly now: () => number = performance.now.bind(performance),
  ) {}

  /** Takes 1 for having asked; false when nothing is left. */
  admit(address: string): boolean {
    if (this.left(address) < 1) return false;
    this.charge(address, 1);
    return true;
  }

  /** Takes off what a question costs. */
  charge(address: string, cost: number): void {
    this.clients.set(clientOf(address), { left: this.left(address) - cost, at: this.now() }, 1);
  }

  /** The headers of draft-ietf-httpapi-ratelimit-headers-03: the limit, what is left, and seconds until all of it is back. */
  headers(address: string): Record<string, string> {
    const left = this.left(address);
    return {
      'ratelimit-limit': String(this.limit),
      'ratelimit-remaining': String(Math.max(0, Math.floor(left))),
      'ratelimit-reset': String(this.secondsUntil(this.limit - left)),
    };
  }

  /** Whole seconds until a client that was turned away may ask again. */
  retryAfter(address: string): number {
    return this.secondsUntil(1 - this.left(address));
  }

  /** Clients that are remembered. */
  get clientCount(): number {
    return this.clients.size;
  }

  private left(address: string): number {
    const known = this.clients.get(clientOf(address));
    return known ? Math.min(this.limit, known.left + ((this.now() - known.at) / 60_000) * this.limit) : this.limit;
  }

  private secondsUntil(missing: number): number {
    return Math.max(0, Math.ceil((missing / this.limit) * 60));
  }
}

/** Who counts as one client: an address of IPv4, or the 64 bits that a network of IPv6 gives to one household. */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const all = tail === undefined ? before : [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
