/** Stands between a judge and the server, passes everything on, and looks at each answer: what it is and whether it may be. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type GraphQLSchema, parse } from 'graphql';
import { ErrorCode } from '../../src/errors.js';
import { leaks } from '../support/leaks.js';
import { faultsOfShape } from './shape.js';

export interface Seen {
  answers: number;
  /** answers without an error */
  whole: number;
  statuses: Record<string, number>;
  /** answers by the code of their first error */
  codes: Record<string, number>;
  /** what may not be, each with the question; the first ones */
  faults: { fault: string; body: string }[];
  faultCount: number;
}

interface Answer {
  data?: unknown;
  errors?: unknown;
}

const greatestList = 20;

export class Witness {
  readonly seen: Seen = { answers: 0, whole: 0, statuses: {}, codes: {}, faults: [], faultCount: 0 };
  private readonly server = createServer((asked, reply) => void this.pass(asked, reply));

  constructor(
    private readonly target: string,
    private readonly schema: GraphQLSchema,
  ) {}

  /** Where the judge is to ask. */
  async listen(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async pass(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await text(asked);
    const { host: _, connection: __, 'transfer-encoding': ___, ...headers } = asked.headers;
    const url = new URL(asked.url ?? '/', this.target);
    const onward = request(
      url,
      { method: asked.method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      async (answer) => {
        const told = await text(answer);
        this.look(answer.statusCode ?? 0, `${asked.url}\n${body}`, body, told);
        const { 'transfer-encoding': ____, connection: _____, ...kept } = answer.headers;
        reply.writeHead(answer.statusCode ?? 502, { ...kept, 'content-length': Buffer.byteLength(told) }).end(told);
      },
    );
    onward.on('error', (error) => {
      this.fault(`no answer: ${error.message}`, body);
      reply.destroy();
    });
    onward.end(body);
  }

  private look(status: number, asked: string, body: string, told: string): void {
    // What is not asked of the API is answered otherwise.
    if (!/^\/graphql[?\n]/.test(asked)) return;
    const { seen } = this;
    seen.answers += 1;
    seen.statuses[status] = (seen.statuses[status] ?? 0) + 1;
    if (status >= 500) this.fault(`status ${status}: ${told.slice(0, 300)}`, body);
    try {
      for (const fault of this.faultsOf(body, JSON.parse(told) as Answer, asked)) this.fault(fault, body);
    } catch {
      this.fault(`no JSON: ${told.slice(0, 300)}`, body);
    }
  }

  private faultsOf(body: string, { data, errors }: Answer, asked: string): string[] {
    if (errors !== undefined) {
      const [first] = (Array.isArray(errors) ? errors : []) as { message?: unknown; extensions?: { code?: string } }[];
      const code = first?.extensions?.code;
      if (typeof first?.message !== 'string' || !code || !(code in ErrorCode))
        return [`errors without message and code: ${JSON.stringify(errors)}`];
      this.seen.codes[code] = (this.seen.codes[code] ?? 0) + 1;
      const told = leaks(JSON.stringify(errors), asked).map((leak) => `tells ${leak}`);
      return code === ErrorCode.INTERNAL_SERVER_ERROR ? [...told, `internal error: ${JSON.stringify(errors)}`] : told;
    }
    if (data === undefined) return ['neither data nor errors'];
    this.seen.whole += 1;
    const question = JSON.parse(body) as { query: string; operationName?: string };
    return faultsOfShape(this.schema, parse(question.query), question.operationName, data);
  }

  private fault(fault: string, body: string): void {
    this.seen.faultCount += 1;
    if (this.seen.faults.length < greatestList) this.seen.faults.push({ fault, body: body.slice(0, 2000) });
  }
}
