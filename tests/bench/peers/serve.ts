/** What the peers share: how they are told what to serve, and how they say where. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Says where this process answers; the bench waits for that line. */
export const announce = (port: number): boolean => process.stdout.write(`http://127.0.0.1:${port}\n`);

/** Answers POSTs on bare node:http with what `answer` makes of the body: the least that a server in Node can do. */
export function serveBare(answer: (body: string, response: ServerResponse) => void): void {
  const server = createServer((request, response) => readBody(request, (body) => answer(body, response)));
  server.keepAliveTimeout = 72_000;
  server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
}

function readBody(request: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done((chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString()));
}

export const sendJson = (response: ServerResponse, body: string | Buffer, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
  response.end(body);
};

/** Ends with the process that started it, and when it is told to. */
export function endWithParent(): void {
  process.once('SIGTERM', () => process.exit());
  process.once('disconnect', () => process.exit());
}
