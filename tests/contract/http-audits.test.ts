/** GraphQL over HTTP as its specification has it, judged by the audits of graphql-http. */
import { serverAudits } from 'graphql-http';
import { measured } from '../support/measured.js';
import { serving } from '../support/program.js';

const service = serving();

/** With `application/json` Apollo answers 400 where the specification would have 200 for old clients; with the newer type it is 400 in both. */
const otherwise = [
  'SHOULD use 200 status code on document parsing failure when accepting application/json',
  'SHOULD use 200 status code on document validation failure when accepting application/json',
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
];

test('no audit fails, and of what is only advised three are known to be otherwise', async () => {
  // By GET a header is wanted that no page of another site can send.
  const fetchFn = (address: string, init?: RequestInit) =>
    fetch(address, { ...init, headers: { ...init?.headers, 'apollo-require-preflight': 'true' } });
  const audits = serverAudits({ url: `${service.url}/graphql`, fetchFn });
  const results = await Promise.all(audits.map((audit) => audit.fn()));
  const named = (status: string) => results.filter((result) => result.status === status);
  measured(`audits: ${['ok', 'warn', 'notice', 'error'].map((status) => `${named(status).length} ${status}`).join(', ')}`);
  const reasons = named('error').map((result) => [result.name, 'reason' in result && result.reason]);
  expect(reasons).toEqual([]);
  expect(named('ok').length).toBeGreaterThanOrEqual(55);
  expect(named('ok').length + named('warn').length + named('notice').length).toBe(audits.length);
  expect(named('warn').map(({ name }) => name)).toEqual(otherwise);
});
