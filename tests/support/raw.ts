/** A connection to a server byte by byte, for what a client of HTTP would not send. */
import { connect, type Socket } from 'node:net';

export interface Raw {
  socket: Socket;
  /** all that came until the server closed the connection; milliseconds from the beginning to that */
  end: Promise<{ text: string; after: number }>;
}

export function openRaw(url: string): Raw {
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const end = new Promise<{ text: string; after: number }>((done) => {
    socket.on('error', () => undefined);
    socket.on('close', () => done({ text, after: performance.now() - begun }));
  });
  return { socket, end };
}

/** Sends bytes and reads until the server closes the connection; a request among them asks it to. */
export async function sendRaw(url: string, bytes: string | Buffer): Promise<string> {
  const { socket, end } = openRaw(url);
  socket.write(bytes);
  return (await end).text;
}

export const statusOf = (text: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
export const bodyOf = (text: string): string => text.slice(text.indexOf('\r\n\r\n') + 4);
