/** The headers that every answer carries: its id, and what a page from here may load and do, in the browser of whoever opens it. */
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** Everything comes from this server; nothing is inline, nothing is evaluated, nothing may frame the page. */
const policy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Written once by helmet: they are the same for every answer. */
function headersOfHelmet(): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const write = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    // Whoever ends TLS before this server says so; on a plain port it would be wrong.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  write(request, response, (error) => {
    if (error) throw error;
  });
  return response.getHeaders();
}

export function answerHeaders(app: FastifyInstance): void {
  const headers = headersOfHelmet();
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
}
