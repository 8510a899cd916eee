/** Spans of OpenTelemetry, made with a real SDK over real HTTP: what they tell of a question, where they belong, and that there are none unasked. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { failingStore } from '../support/counting-store.js';
import { type RunOptions, root, serve } from '../support/program.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
beforeAll(() => provider.register());
beforeEach(() => exporter.reset());
afterAll(() => provider.shutdown());

const ask = (url: string, query: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables: { secret: 'hunter2' } }),
  });

/** The spans, once there are so many. */
async function spans(count: number) {
  for (const begun = Date.now(); exporter.getFinishedSpans().length < count; await new Promise((done) => setTimeout(done, 10)))
    if (Date.now() - begun > 5000) throw new Error(`${exporter.getFinishedSpans().length} spans of ${count}`);
  return exporter.getFinishedSpans();
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';
const traceparent = `00-${traceId}-${parent}-01`;

test('a question is one span of the trace that it came with, with what is known of it and nothing that was asked', async () => {
  const { url } = await served({ tracing: true, operations: ['Known'] });
  const query = 'query Known($secret: String!) { meta { store } search(query: $secret) { totalCount } }';
  const begun = Date.now();
  const reply = await ask(url, query, { traceparent, 'x-request-id': 'from-proxy-1' });
  expect(reply.status).toBe(200);
  const [span, ...others] = await spans(1);
  expect(others).toEqual([]);
  expect(span).toMatchObject({ name: 'query Known', kind: SpanKind.SERVER, status: { code: SpanStatusCode.UNSET }, events: [], links: [] });
  expect(span?.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'http.response.status_code': 200,
    'http.response.header.x-request-id': ['from-proxy-1'],
    'graphql.operation.name': 'Known',
    'wsis.request.cost': Number(reply.headers.get('x-query-cost')),
    'wsis.request.store_calls': 2,
    'wsis.response.cached': false,
    'wsis.error.codes': [],
  });
  expect(span?.spanContext().traceId).toBe(traceId);
  expect(span?.parentSpanContext).toMatchObject({ traceId, spanId: parent, isRemote: true });
  const [at, end] = [span?.startTime, span?.endTime].map((time) => Number(time?.[0]) * 1000 + Number(time?.[1]) / 1e6) as [number, number];
  expect(at).toBeLessThan(end);
  expect([at >= begun - 10, end <= Date.now() + 10]).toEqual([true, true]);
});

test('without a parent, or with one that is malformed, it begins a trace of its own', async () => {
  const { url } = await served({ tracing: true });
  await ask(url, '{ __typename }');
  for (const malformed of ['x'.repeat(5000), `00-${'0'.repeat(32)}-${parent}-01`])
    await ask(url, '{ __typename }', { traceparent: malformed });
  const made = await spans(3);
  expect(made.map(({ parentSpanContext }) => parentSpanContext)).toEqual([undefined, undefined, undefined]);
  expect(new Set(made.map((span) => span.spanContext().traceId)).size).toBe(3);
});

test('the asker does not choose names; refusals and answers sent again are told, and only what we are at fault for is a failure', async () => {
  const { url } = await served({ tracing: true, responseCacheBytes: 1_000_000, operations: ['Known'] });
  await ask(url, 'query Known { meta { store } }');
  await ask(url, 'query Known { meta { store } }');
  await ask(url, 'query hunter2 { contributions(first: 0) { totalCount } }');
  await ask(url, '{');
  await fetch(`${url}/graphql?query=hunter2`, { method: 'PUT' });
  const failing = await served({ tracing: true }, failingStore(openMemoryStore(smallDataset()), 'info', new Error('hunter2')));
  await ask(failing.url, '{ meta { store } }');
  const told = (await spans(6)).map(({ name, status, attributes }) => [
    name,
    attributes['http.response.status_code'],
    attributes['wsis.response.cached'],
    attributes['wsis.error.codes'],
    attributes['error.type'],
    status.code === SpanStatusCode.ERROR,
  ]);
  const other = 'GraphQL Operation';
  expect(told).toEqual([
    ['query Known', 200, false, [], undefined, false],
    ['query Known', 200, true, [], undefined, false],
    [other, 200, false, ['BAD_USER_INPUT'], undefined, false],
    [other, 400, false, ['GRAPHQL_PARSE_FAILED'], undefined, false],
    [other, 405, false, ['BAD_REQUEST'], undefined, false],
    [other, 200, false, ['INTERNAL_SERVER_ERROR'], 'INTERNAL_SERVER_ERROR', true],
  ]);
  const said = exporter.getFinishedSpans().map(({ name, attributes, status }) => ({ name, attributes, status }));
  expect(JSON.stringify(said)).not.toContain('hunter2');
});

test('none where it was not asked for, and none for what is no question', async () => {
  const [off, on] = await Promise.all([served(), served({ tracing: true })]);
  await ask(off.url, '{ __typename }', { traceparent });
  for (const path of ['healthz', 'readyz', 'nothing-there']) await fetch(`${on.url}/${path}`, { headers: { traceparent } });
  await ask(on.url, '{ __typename }');
  expect(await spans(1)).toHaveLength(1);
});

describe('the built server', () => {
  // In a folder of its own with its own packages, as where an operator keeps it.
  const directory = mkdtempSync(join(tmpdir(), 'wsis-tracing-'));
  const packages = join('node_modules', '@opentelemetry');
  const sdk = ['--import', join(directory, 'sdk.mjs')];
  beforeAll(() => {
    cpSync(join(root, packages), join(directory, packages), { recursive: true });
    cpSync(join(root, 'tests', 'support', 'open-telemetry.mjs'), join(directory, 'sdk.mjs'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  /** Asks once, stops the server, and gives the lines that it logged, but for those that tell where it listens. */
  async function linesOf(options: RunOptions): Promise<Record<string, unknown>[]> {
    const service = await serve(options);
    await ask(service.url, 'query EntityProfile { entity(id: "ITU") { name } }', { traceparent });
    const { code, stdout } = await service.stop();
    expect(code).toBe(0);
    const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => JSON.parse(line)).filter(({ msg }) => !/listening/i.test(msg ?? ''));
  }

  test('with an SDK tells the trace in its log, and sends what was kept back before it ends', async () => {
    const lines = await linesOf({ node: sdk, env: { TRACING: 'true', LOG_LEVEL: 'info' } });
    expect(lines).toEqual([
      expect.objectContaining({ msg: 'answered', trace_id: traceId, operation: 'EntityProfile' }),
      { span: { name: 'query EntityProfile', traceId, parent } },
    ]);
  }, 20_000);

  test('without TRACING makes none, whatever SDK there is, and tells no trace', async () => {
    const lines = await linesOf({ node: sdk, env: { LOG_LEVEL: 'info' } });
    expect(lines).toEqual([expect.objectContaining({ msg: 'answered' })]);
    expect(lines[0]).not.toHaveProperty('trace_id');
  }, 20_000);

  test('ends well though what was kept back cannot be sent, and says so', async () => {
    const lines = await linesOf({ node: sdk, env: { TRACING: 'true', COLLECTOR: 'away' } });
    expect(lines).toEqual([expect.objectContaining({ level: 'warn', msg: 'the last spans were not sent' })]);
  }, 20_000);

  test('with TRACING and no SDK says so and answers as always', async () => {
    const lines = await linesOf({ env: { TRACING: 'true', LOG_LEVEL: 'info' } });
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      ['warn', expect.stringContaining('no SDK of OpenTelemetry is registered')],
      ['info', 'answered'],
    ]);
    expect(lines[1]).not.toHaveProperty('trace_id');
  }, 20_000);
});
