/** Over HTTP too an unexpected error of the store tells nothing but a request id, under which the log has it. */
import { openMemoryStore } from '../../src/store/memory/open.js';
import { failingStore } from '../support/counting-store.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

const secret = 'hunter2';
let address: string;
beforeAll(async () => {
  const failure = Object.assign(new Error(`neo4j://neo4j:${secret}@db failed`), { query: secret, code: 'Neo.ClientError' });
  ({ url: address } = await served({}, failingStore(openMemoryStore(smallDataset()), 'info', failure)));
});

test('row 35: a question: an internal error with a request id, without the message, the stack or the vendor', async () => {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ meta { store } }' }),
  });
  const body = await response.text();
  const { errors } = JSON.parse(body) as { errors: { message: string; extensions: Record<string, unknown> }[] };
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toMatch(/^Internal error/);
  expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: response.headers.get('x-request-id') });
  for (const word of [secret, 'neo4j', 'Neo.', '.js:', '.ts:']) expect(body).not.toContain(word);
  expect(JSON.stringify([...response.headers])).not.toContain(secret);
});

test('row 35: /readyz: 503 without the reason; /healthz: still alive', async () => {
  const ready = await fetch(`${address}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'unavailable' }]);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});
