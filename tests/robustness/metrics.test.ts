/** What /metrics tells: numbers that Prometheus can read, of a bounded number of names. */
import { openMemoryStore } from '../../src/store/memory/open.js';
import { failingStore } from '../support/counting-store.js';
import { serve } from '../support/program.js';
import { served } from '../support/served.js';
import { smallDataset } from '../support/small-dataset.js';

const ask = (url: string, query: string) =>
  fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

/** The samples by name and labels; any line that is of no known form fails. */
async function metricsOf(url: string): Promise<Map<string, number>> {
  const reply = await fetch(`${url}/metrics`);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  const lines = (await reply.text()).split('\n').slice(0, -1);
  const typed = new Set(lines.flatMap((line) => /^# TYPE (\w+) (?:counter|gauge|histogram)$/.exec(line)?.[1] ?? []));
  return new Map(
    lines
      .filter((line) => !line.startsWith('# '))
      .map((line) => {
        const [, name, labels = '', value] = /^([a-z_]+)(\{(?:[a-z]+="(?:[^"\\\n]|\\.)*",?)+\})? ([\d.e+-]+)$/.exec(line) ?? [];
        expect([line, typed.has(String(name).replace(/_(?:bucket|sum|count)$/, '')) || typed.has(String(name))]).toEqual([line, true]);
        return [`${name}${labels}`, Number(value)];
      }),
  );
}

test('questions by operation with their time, cost and store calls, answers sent again, errors by code', async () => {
  const { url } = await served({ metrics: true, responseCacheBytes: 1_000_000, operations: ['Known', 'constructor'] });
  for (let time = 0; time < 3; time += 1) await ask(url, 'query Known { meta { store } }');
  for (let time = 0; time < 20; time += 1) await ask(url, `query Made${time} { a: __typename }`);
  await ask(url, '{ contributions(first: 0) { totalCount } }');
  await ask(url, '{');
  await fetch(`${url}/graphql`, { method: 'PUT' });
  const metrics = await metricsOf(url);
  const count = (operation: string) => metrics.get(`wsis_request_duration_seconds_count{operation="${operation}"}`);
  expect([count('Known'), count('other')]).toEqual([3, 23]);
  expect(metrics.get('wsis_response_cache_hits_total')).toBe(2);
  expect([...metrics.keys()].filter((name) => name.includes('operation=') && !/operation="(?:Known|other)"/.test(name))).toEqual([]);
  const errors = ['BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED', 'BAD_REQUEST'].map((code) => metrics.get(`wsis_errors_total{code="${code}"}`));
  expect(errors).toEqual([1, 1, 1]);
  expect([metrics.get('wsis_request_cost_count'), metrics.get('wsis_request_store_calls_count')]).toEqual([24, 24]);
  expect(metrics.get('wsis_request_store_calls_sum')).toBe(1);
  const buckets = [...metrics]
    .filter(([name]) => name.startsWith('wsis_request_duration_seconds_bucket{operation="other"'))
    .map(([, value]) => value);
  expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
  expect(buckets.at(-1)).toBe(23);
});

test('which dataset there is and since when, and the memory of the process; a store that is away is told', async () => {
  const { url } = await served({ metrics: true });
  const metrics = await metricsOf(url);
  expect(metrics.get('wsis_store_up')).toBe(1);
  expect(metrics.get('wsis_dataset_info{version="2026.01+5a11da7a5e70",store="memory"}')).toBe(1);
  expect(metrics.get('wsis_dataset_age_seconds')).toBeLessThan(60);
  expect(metrics.get('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
  const away = await served({ metrics: true }, failingStore(openMemoryStore(smallDataset()), 'info', new Error('away')));
  const told = await metricsOf(away.url);
  expect([told.get('wsis_store_up'), [...told.keys()].some((name) => name.startsWith('wsis_dataset'))]).toEqual([0, false]);
});

test('the built server serves them, and not with METRICS=false', async () => {
  const [open, closed] = await Promise.all([serve(), serve({ env: { METRICS: 'false' } })]);
  await ask(open.url, 'query EntityProfile { entity(id: "ITU") { name } }');
  expect((await metricsOf(open.url)).get('wsis_request_duration_seconds_count{operation="EntityProfile"}')).toBe(1);
  expect((await fetch(`${closed.url}/metrics`)).status).toBe(404);
  await Promise.all([open.stop(), closed.stop()]);
}, 20_000);
