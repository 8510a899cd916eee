/** The headers that every answer carries: what a page from here may load and do, in the browser of whoever opens it. */
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

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

export async function securityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    // Whoever ends TLS before this server says so; on a plain port it would be wrong.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
}
