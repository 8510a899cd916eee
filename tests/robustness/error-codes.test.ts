/** The table of error codes: each row is provoked, with exactly the HTTP statuses that it names. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ErrorCode, errorTable, PublicError } from '../../src/errors.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { failingStore } from '../support/counting-store.js';
import { run } from '../support/program.js';
import { type Served, served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

type Provoked = [code: string | undefined, status?: number];

const small = () => openMemoryStore(smallDataset());
let plain: Promise<Served> | undefined;
const json = { 'content-type': 'application/json' };

/** What a request is refused with; by a server as others have it unless another is given. */
async function refusal(init: RequestInit, server?: Promise<Served>): Promise<Provoked> {
  plain ??= served();
  const { url } = await (server ?? plain);
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: json, ...init });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return [errors?.[0]?.extensions.code, response.status];
}

const asked = (query: string, variables = {}) => refusal({ body: JSON.stringify({ query, variables }) });
const failing = (error: Error) => refusal({ body: '{"query":"{ meta { store } }"}' }, served({}, failingStore(small(), 'info', error)));

/** A store that fails where nobody expects it. */
const broken = () =>
  new Proxy(small(), {
    get: (store, property) => {
      if (property === 'snapshot') throw new Error('hidden');
      return Reflect.get(store, property, store);
    },
  });

/** Headers that do not come to an end. */
async function neverAsked(): Promise<Provoked> {
  plain ??= served();
  const { url } = await plain;
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('POST /graphql HTTP/1.1\r\n'));
  const answer = await text(socket);
  return [/"code":"(\w+)"/.exec(answer)?.[1], Number(answer.split(' ')[1])];
}

async function askedTwice(): Promise<Provoked> {
  const server = served({ rateLimit: 1 });
  const init = { body: '{"query":"{ meta { store } }"}' };
  await refusal(init, server);
  return refusal(init, server);
}

async function thrown(act: () => unknown): Promise<Provoked> {
  try {
    await act();
  } catch (error) {
    return [(error as PublicError).code];
  }
  return [undefined];
}

/** What `wsis-graph ingest` says of a file. */
async function ingested(text: string | null): Promise<Provoked> {
  const file = join(await mkdtemp(join(tmpdir(), 'wsis-codes-')), 'letter.txt');
  if (text !== null) await writeFile(file, text);
  return [/letter\.txt: ([A-Z_]+): /.exec((await run(['ingest', file])).stderr)?.[1]];
}

const provocations: Record<ErrorCode, (() => Promise<Provoked>)[]> = {
  GRAPHQL_PARSE_FAILED: [() => asked('{ meta {')],
  GRAPHQL_VALIDATION_FAILED: [() => asked('{ metta }'), () => asked('mutation { x }')],
  QUERY_TOO_LONG: [() => asked(`{ meta { ${'store '.repeat(2000)} } }`), () => asked(`{ meta { store } }${' '.repeat(50_000)}`)],
  QUERY_TOO_WIDE: [() => asked(`{ ${Array.from({ length: 51 }, (_, at) => `a${at}: __typename`).join(' ')} }`)],
  QUERY_TOO_DEEP: [() => asked(`{ entities { nodes { ${'members { '.repeat(11)} id ${'} '.repeat(11)} } } }`)],
  QUERY_TOO_COSTLY: [
    () => asked('{ contributions(first: 100) { nodes { entities { contributions(first: 100) { nodes { id name } } } } } }'),
  ],
  OPERATION_RESOLUTION_FAILURE: [() => asked('query A { meta { store } } query B { meta { store } }')],
  BAD_REQUEST: [
    () => refusal({ body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }) }),
    () => refusal({ body: '{}' }),
    () => refusal({ method: 'OPTIONS', headers: { 'apollo-require-preflight': 'true' } }),
    () => refusal({ headers: { ...json, accept: 'text/html' }, body: '{"query":"{ meta { store } }"}' }),
    () => refusal({ body: JSON.stringify({ query: ' '.repeat(200_000) }) }),
    () => refusal({ headers: { 'content-type': 'application/xml' }, body: 'x' }),
    () => refusal({ headers: { ...json, 'x-long': 'x'.repeat(20_000) }, body: '{}' }),
    neverAsked,
  ],
  BAD_USER_INPUT: [() => asked('{ contributions(first: 0) { totalCount } }'), () => asked('query ($id: ID!) { node(id: $id) { id } }')],
  BAD_CURSOR: [() => asked('{ contributions(after: "x") { totalCount } }')],
  INVALID_DATASET: [() => thrown(() => openMemoryStore({ ...smallDataset(), nodes: [] }))],
  UNREADABLE_DOCUMENT: [() => ingested(null), () => ingested('')],
  UNKNOWN_DOCUMENT: [() => ingested('Dear colleague,\n\nthank you for your letter. It was read with interest.\n')],
  RATE_LIMITED: [askedTwice],
  UNAVAILABLE: [() => failing(new PublicError(ErrorCode.UNAVAILABLE, 'Try again later.'))],
  TIMEOUT: [() => failing(new PublicError(ErrorCode.TIMEOUT, 'Ask for less.'))],
  INTERNAL_SERVER_ERROR: [
    () => failing(new Error('hidden')),
    () => refusal({ body: '{"query":"{ meta { store } }"}' }, served({}, broken())),
  ],
};

test.each(Object.values(ErrorCode))(
  '%s is told with the HTTP statuses of its row',
  async (code) => {
    const told = await Promise.all(provocations[code].map((provoke) => provoke()));
    expect(told.map(([named]) => named)).toEqual(told.map(() => code));
    const statuses = told.flatMap(([, status]) => status ?? []);
    expect([...new Set(statuses)].sort()).toEqual([...errorTable[code].statuses]);
  },
  30_000,
);
