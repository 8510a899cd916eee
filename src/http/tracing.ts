/** Traces by OpenTelemetry: one span for each question. Whoever runs the server brings the SDK that samples and sends them; without one nothing is made. */
import {
  type Attributes,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ErrorCode } from '../errors.js';
import { type Account, otherOperation } from './account.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** of its span, once it is answered; none without tracing */
    traceId?: string;
  }
}

/** What the asker cannot help: the span is marked as failed. */
const faults: readonly string[] = [ErrorCode.INTERNAL_SERVER_ERROR, ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT];

/** Names as in OpenTelemetry's conventions for HTTP and GraphQL, and our own below `wsis`; nothing that was asked or answered. */
const attributesOf = ({ id, method, routeOptions }: FastifyRequest, { statusCode }: FastifyReply, account: Account): Attributes => ({
  'http.request.method': method,
  'http.route': routeOptions.url,
  'http.response.status_code': statusCode,
  'http.response.header.x-request-id': [id],
  'graphql.operation.name': account.operation,
  'wsis.request.cost': account.cost,
  'wsis.request.store_calls': account.storeCalls,
  'wsis.response.cached': account.cached,
  'wsis.error.codes': [...account.codes],
});

/** Makes the span of each question when it is answered, because only then all is known of it; its parent is what `traceparent` names. */
export function traceRequests(app: FastifyInstance): void {
  const tracer = trace.getTracer('wsis-graph');
  // A span that is not ended is sent nowhere.
  if (!isSpanContextValid(tracer.startSpan('start').spanContext()))
    app.log.warn('TRACING is true, but no SDK of OpenTelemetry is registered: no trace is made. The README shows how to bring one.');
  app.addHook('onResponse', (request, reply, done) => {
    const { account, routeOptions, headers } = request;
    if (!account || routeOptions.url !== '/graphql') return done();
    const end = Date.now();
    const span = tracer.startSpan(
      account.operation === otherOperation ? 'GraphQL Operation' : `query ${account.operation}`,
      { kind: SpanKind.SERVER, startTime: end - reply.elapsedTime, attributes: attributesOf(request, reply, account) },
      propagation.extract(ROOT_CONTEXT, headers),
    );
    const fault = account.codes.find((code) => faults.includes(code));
    if (fault) span.setAttribute('error.type', fault).setStatus({ code: SpanStatusCode.ERROR });
    span.end(end);
    if (isSpanContextValid(span.spanContext())) request.traceId = span.spanContext().traceId;
    done();
  });
  app.addHook('onClose', () => flush().catch((err: unknown) => app.log.warn({ err }, 'the last spans were not sent')));
}

/** The provider of an SDK, which may stand behind one of the API's. */
interface Provider extends TracerProvider {
  getDelegate?(): Provider;
  forceFlush?(): Promise<void>;
}

/** Sends what the SDK has not sent yet; the API itself has no word for that. */
async function flush(): Promise<void> {
  const provider: Provider = trace.getTracerProvider();
  await (provider.getDelegate?.() ?? provider).forceFlush?.();
}
