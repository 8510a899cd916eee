/** Attacks by real HTTP: what is answered, how fast, and that others are answered as before. */
import { type GraphqlReply, request, type Service, serving } from '../support/program.js';

/** Milliseconds within which the next question is answered, ten times what is wanted: a bound against a hang, not a measurement. */
const promptly = 500;

export interface Answered {
  status: number;
  body: string;
  errors: NonNullable<GraphqlReply['errors']>;
  data: Record<string, unknown> | null | undefined;
  /** of the first error; undefined where there is none */
  code: string | undefined;
  /** milliseconds */
  took: number;
}

/** A question as a client sends it, or a whole body. */
export async function attack(url: string, question: string | Record<string, unknown>): Promise<Answered> {
  const body = typeof question === 'string' ? JSON.stringify({ query: question }) : JSON.stringify(question);
  const begun = performance.now();
  const reply = await request(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const took = performance.now() - begun;
  const { errors = [], data } = (reply.json ?? {}) as GraphqlReply;
  return { status: reply.status, body: reply.body, errors, data, code: errors[0]?.extensions.code, took };
}

/** The server lives, and answers the next question promptly. */
export async function expectAlive(url: string): Promise<void> {
  const { data, took } = await attack(url, '{ __typename }');
  expect(data).toEqual({ __typename: 'Query' });
  expect(took).toBeLessThan(promptly);
}

/** Serves for the tests of a file; after each of them it is alive. */
export function attacked(env: Record<string, string> = {}): Service {
  const service = serving({ env });
  beforeAll(() => attack(service.url, '{ __typename }'));
  afterEach(() => expectAlive(service.url));
  return service;
}
