/** The body of a question as it must be: JSON in UTF-8, every text of it whole. */
import type { FastifyInstance, FastifyRequest } from 'fastify';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const badRequest = (message: string) => Object.assign(new Error(message), { statusCode: 400 });

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw badRequest('The body of the request is not UTF-8.');
  }
}

/** Half of a pair of units of UTF-16 can be written in JSON only as an escape: where there is none, nothing need be looked at. */
const mayBeHalved = (text: string): boolean => /\\u[dD][89a-fA-F]/.test(text);

/** @throws with status 400 for half a character, which stores and clients would each take for something else */
function checkWhole(value: unknown): void {
  const open = [value];
  while (open.length) {
    const part = open.pop();
    if (typeof part === 'string') {
      if (!isWellFormed(part)) throw badRequest('A text of the request holds half a character (a lone surrogate).');
    } else if (part && typeof part === 'object') {
      for (const [key, inner] of Object.entries(part)) open.push(key, inner);
    }
  }
}

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/** Reads the body of a request where it came as bytes, and checks the texts of a question by GET. */
export function bodyReader(app: FastifyInstance): (request: FastifyRequest) => Promise<unknown> {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  const parsed = (request: FastifyRequest, text: string): Promise<unknown> =>
    new Promise((done, failed) => {
      parseJson(request, text, (error, value) => (error ? failed(error) : done(value)));
    });
  return async (request) => {
    const { body, query } = request;
    if (!Buffer.isBuffer(body)) {
      const { variables } = (query ?? {}) as { variables?: unknown };
      if (typeof variables === 'string' && mayBeHalved(variables)) checkWhole(await parsed(request, variables));
      return body;
    }
    const text = decoded(body);
    const value = await parsed(request, text);
    if (mayBeHalved(text)) checkWhole(value);
    return value;
  };
}
