/** What is measured while serving, and GET /metrics, where Prometheus reads it. */
import type { FastifyInstance } from 'fastify';
import type { GraphStore } from '../store/graph-store.js';
import type { Account } from './account.js';
import { Counter, gauge, Histogram } from './prometheus.js';

class Metrics {
  private readonly durations = new Histogram(
    'wsis_request_duration_seconds',
    'Time from the arrival of a question to the end of its answer, by operation; its count is that of the questions.',
    [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    'operation',
  );
  private readonly errors = new Counter('wsis_errors_total', 'Answers with an error of each code.', 'code');
  private readonly hits = new Counter('wsis_response_cache_hits_total', 'Answers that were sent again as they were kept.');
  private readonly costs = new Histogram(
    'wsis_request_cost',
    'Values that a question could return; answers sent again are left out.',
    [1, 10, 100, 1000, 5000, 10_000, 25_000, 50_000],
  );
  private readonly storeCalls = new Histogram(
    'wsis_request_store_calls',
    'Calls of the store for a question; answers sent again are left out.',
    [0, 1, 2, 4, 8, 16, 32],
  );

  count({ operation, cached, cost, storeCalls, codes }: Account, seconds: number): void {
    this.durations.observe(seconds, operation);
    if (cached) {
      this.hits.add();
      return;
    }
    this.costs.observe(cost);
    this.storeCalls.observe(storeCalls);
    for (const code of codes) this.errors.add(code);
  }

  text(): string {
    return [this.durations, this.errors, this.hits, this.costs, this.storeCalls].map((series) => series.text()).join('');
  }
}

/** Which dataset the store answers from, and since when this process knows it. */
class DatasetAge {
  private version = '';
  private since = 0;

  async text(store: GraphStore): Promise<string> {
    const info = await store.info().catch(() => null);
    const up = gauge('wsis_store_up', 'Whether the store answers.', info ? 1 : 0);
    if (!info) return up;
    if (info.datasetVersion !== this.version) {
      this.version = info.datasetVersion;
      this.since = performance.now();
    }
    const age = Math.round((performance.now() - this.since) / 1000);
    return `${up}${gauge('wsis_dataset_info', 'The dataset that the store answers from.', 1, { version: this.version, store: info.store })}${gauge(
      'wsis_dataset_age_seconds',
      'Time since this process first saw that dataset.',
      age,
    )}`;
  }
}

function processText(): string {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    gauge('process_resident_memory_bytes', 'Memory that the process takes.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Memory of the heap in use.', heapUsed),
    gauge('process_cpu_seconds_total', 'Time of the processor that the process took.', (user + system) / 1e6),
    gauge('process_uptime_seconds', 'Time since the process began.', Math.round(process.uptime())),
  ].join('');
}

/** Counts every question, and serves the counts. */
export function metricsRoute(app: FastifyInstance, store: GraphStore): void {
  const metrics = new Metrics();
  const age = new DatasetAge();
  // Not waited for: the store may be away.
  app.addHook('onReady', async () => void age.text(store));
  app.addHook('onResponse', (request, reply, done) => {
    if (request.account) metrics.count(request.account, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', async (_request, reply) => {
    reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store');
    return `${metrics.text()}${await age.text(store)}${processText()}`;
  });
}
