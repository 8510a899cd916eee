/** Whether a server speaks Bolt at an address, asked with a bare socket that is surely ended. */
import { connect as connectPlain } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

/** How a client of Bolt begins: its mark, and the newest versions of 5 and 4. */
const hello = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 8, 8, 5, 0, 4, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0]);

/**
 * Resolves when the server answers the handshake of Bolt, whatever it answers.
 * @param uri address in a form that the driver takes; 7687 is its port when it names none
 */
export function answersBolt(uri: string, milliseconds: number): Promise<void> {
  const { protocol, hostname, port } = new URL(uri);
  const host = hostname.replace(/^\[|\]$/g, '');
  const address = { host, port: Number(port || 7687) };
  return new Promise((answered, failed) => {
    // Nothing is said here that a stranger might not hear; the driver checks the certificate.
    const socket = /\+s(sc)?:$/.test(protocol)
      ? connectSecurely({ ...address, servername: host, rejectUnauthorized: false })
      : connectPlain(address);
    const timer = setTimeout(() => socket.destroy(new Error('no answer')), milliseconds);
    socket.on('error', failed);
    socket.on('close', () => {
      clearTimeout(timer);
      failed(new Error('closed without an answer'));
    });
    socket.once('data', () => {
      answered();
      socket.destroy();
    });
    socket.write(hello);
  });
}
