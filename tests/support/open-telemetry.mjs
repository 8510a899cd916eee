/** As an operator brings an SDK, by `node --import`: it keeps spans back, and prints each as a line of JSON when it sends them; with COLLECTOR=away it cannot. */
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

const exporter = {
  export(spans, done) {
    if (process.env.COLLECTOR === 'away') return done({ code: 1, error: new Error('the collector is away') });
    for (const span of spans) {
      const told = { name: span.name, traceId: span.spanContext().traceId, parent: span.parentSpanContext?.spanId };
      process.stdout.write(`${JSON.stringify({ span: told })}\n`);
    }
    done({ code: 0 });
  },
  shutdown: async () => undefined,
};

new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 3_600_000 })] }).register();
