/** What is refused before GraphQL sees it, or because of a fault of ours: always JSON in the form of GraphQL's errors, never a page. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { ErrorCode } from '../errors.js';
import { refusedAccount } from './account.js';

/** Sends one error, which nobody may keep. */
export function refuse(reply: FastifyReply, status: number, code: ErrorCode, message: string): FastifyReply {
  reply.request.account = refusedAccount(code);
  const { id: requestId } = reply.request;
  const extensions = code === ErrorCode.INTERNAL_SERVER_ERROR ? { code, requestId } : { code };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ errors: [{ message, extensions }] });
}

/** Errors of Fastify (a body too long, no JSON, …) are told; all others are logged and hidden behind the request id. */
export function refuseErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return refuse(reply, status, ErrorCode.BAD_REQUEST, error.message);
    app.log.error({ requestId: request.id, err: error }, 'unexpected error');
    return refuse(reply, status, ErrorCode.INTERNAL_SERVER_ERROR, 'Internal error. The log has the details under the request id.');
  });
}

const clientErrors: Record<string, readonly [status: number, message: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers of the request are too long.'],
};

/** Answers what is no HTTP, or did not arrive in time, and closes the connection. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, message] = clientErrors[error.code ?? ''] ?? [400, 'This is not a request of HTTP.'];
  const body = JSON.stringify({ errors: [{ message, extensions: { code: ErrorCode.BAD_REQUEST } }] });
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}`;
  socket.end(`${head}\r\nConnection: close\r\n\r\n${body}`, () => socket.destroy());
}
