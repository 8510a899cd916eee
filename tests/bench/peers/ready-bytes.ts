/** The limit: bare node:http that answers each POST with ready bytes and the headers of our answer. Reads a JSON file of bodies and answers. */
import { readFileSync } from 'node:fs';
import { endWithParent, serveBare } from './serve.js';

/** An answer as our server gave it. */
export interface Ready {
  request: string;
  headers: Record<string, string>;
  body: string;
}

const ready = new Map(
  (JSON.parse(readFileSync(process.env.BENCH_READY as string, 'utf8')) as Ready[]).map(({ request, headers, body }) => [
    request,
    { headers, bytes: Buffer.from(body) },
  ]),
);

endWithParent();
serveBare((body, response) => {
  const found = ready.get(body);
  if (!found) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, found.headers);
  response.end(found.bytes);
});
