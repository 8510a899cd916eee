/** The log: one line of JSON for each event, in which no secret stands, wherever it came from. */
import type { FastifyInstance, FastifyServerOptions } from 'fastify';

export type LogLevel = 'error' | 'warn' | 'info';

export interface LogOptions {
  /** info logs a line for each request too */
  level: LogLevel;
  /** texts that must never stand in a line, such as a password */
  secrets: readonly string[];
}

/** What stands in place of a secret. */
const hidden = '[hidden]';

/** A line without the secrets, and without what stands before the @ of an address. */
export function withoutSecrets(line: string, secrets: readonly string[]): string {
  const told = line.replace(/\/\/[^\s"/@]+@/g, `//${hidden}@`);
  const found = secrets.filter((secret) => secret && told.includes(JSON.stringify(secret).slice(1, -1)));
  if (!found.length) return told;
  const hide = (_: string, value: unknown) =>
    typeof value === 'string' ? found.reduce((text, secret) => text.replaceAll(secret, hidden), value) : value;
  return `${JSON.stringify(JSON.parse(told, hide))}\n`;
}

/** Settings of Fastify's logger. */
export const loggerOf = (options: LogOptions | false): FastifyServerOptions['logger'] =>
  options && {
    level: options.level,
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: (line: string) => withoutSecrets(line, options.secrets) },
  };

/** A line for each request once it is answered; its path without what is asked. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { id: requestId, method, url, account, traceId } = request;
    const path = url.split('?', 1)[0]?.slice(0, 200);
    app.log.info(
      // As OpenTelemetry wants it named in logs.
      { requestId, trace_id: traceId, method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10, ...account },
      'answered',
    );
    done();
  });
}
