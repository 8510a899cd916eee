/** The body of a question as it must be: JSON in UTF-8. */
import type { FastifyInstance, FastifyRequest } from 'fastify';

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw Object.assign(new Error('The body of the request is not UTF-8.'), { statusCode: 400 });
  }
}

/** Reads the body of a request where it came as bytes. */
export function bodyReader(app: FastifyInstance): (request: FastifyRequest) => Promise<unknown> {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  return async (request) => {
    const { body } = request;
    if (!Buffer.isBuffer(body)) return body;
    const text = decoded(body);
    return new Promise((done, failed) => {
      parseJson(request, text, (error, value) => (error ? failed(error) : done(value)));
    });
  };
}
