/** The load generator of the soak, a process of its own: asks at the pace that it is told, and tells each second what it got. */
import 'reflect-metadata';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { loadDataset } from '../../src/dataset/read-dataset.js';
import { createSchema } from '../../src/graphql/schema.js';
import { RandomQueries } from '../support/random-query.js';
import { emptySecond, type Pace, type Target } from './second.js';

/** Requests under way at once, at most; a server that leaves more open is overloaded. */
const mostAtOnce = 2000;
/** Milliseconds after which a request is given up. */
const patience = 30_000;

const { url, distinct } = JSON.parse(process.argv[2] ?? '') as Target;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const dataset = await loadDataset(join(import.meta.dirname, '..', '..', 'seed'));
const queries = new RandomQueries(createSchema(), dataset);
const words = [...new Set(dataset.nodes.flatMap(({ name }) => name.split(/[^\p{L}]+/u)).filter((word) => word.length > 3))];
const search = 'query Search($text: String!) { search(query: $text, first: 5) { totalCount nodes { id name } } }';

let second = emptySecond();
let pace: Pace = 'rest';
let underWay = 0;
let asked = 0;
/** when the pace began, and how many were asked at it */
let begun = 0;
let askedAtPace = 0;

/** The body of a question: random queries and searches in turn, each distinct from all before until there are so many. */
function bodyOf(place: number): string {
  const at = (place >> 1) % distinct;
  if (place % 2 === 0) return JSON.stringify({ query: queries.query(at, 2) });
  const text = `${words[at % words.length]} ${words[Math.floor(at / words.length) % words.length]} ${at}`;
  return JSON.stringify({ query: search, variables: { text: at % 3 ? text.slice(0, text.lastIndexOf(' ')) : text } });
}

const count = (error: string) => {
  second.errors[error] = (second.errors[error] ?? 0) + 1;
};

/** @param due the moment at which it was to be asked */
function ask(due: number): void {
  const body = bodyOf(asked++);
  underWay += 1;
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sent = request(url, { method: 'POST', agent, headers, timeout: patience }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('error', () => undefined);
    answer.on('close', () => {
      if (!answer.complete) end('cut off');
      else end(judge(answer.statusCode ?? 0, Buffer.concat(parts).toString()), performance.now() - due);
    });
  });
  sent.on('timeout', () => sent.destroy(new Error('no answer')));
  sent.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  let ended = false;
  function end(fault: string | null, time?: number): void {
    if (ended) return;
    ended = true;
    underWay -= 1;
    if (fault) count(fault);
    else {
      second.answers += 1;
      second.times.push(time ?? 0);
    }
    if (typeof pace === 'object' && 'atOnce' in pace && underWay < pace.atOnce) ask(performance.now());
  }
  sent.end(body);
}

/** Why an answer may not be; null where it may. */
function judge(status: number, body: string): string | null {
  const whole = body.startsWith('{"data":{') && status === 200;
  if (whole) return null;
  const code = /"code":"([A-Z_]+)"/.exec(body)?.[1];
  if (!code || status >= 500 || ['INTERNAL_SERVER_ERROR', 'UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED'].includes(code))
    return `${status} ${code ?? 'no code'}`;
  second.refused += 1;
  return null;
}

setInterval(() => {
  if (typeof pace !== 'object' || !('rate' in pace)) return;
  const due = Math.floor(((performance.now() - begun) / 1000) * pace.rate);
  for (; askedAtPace < due; askedAtPace += 1) {
    if (underWay < mostAtOnce) ask(begun + (askedAtPace / pace.rate) * 1000);
    else count('not asked: too many were open');
  }
}, 2);

setInterval(() => {
  process.send?.(second);
  second = emptySecond();
}, 1000);

process.on('message', (told: Pace) => {
  pace = told;
  begun = performance.now();
  askedAtPace = 0;
  if (typeof pace === 'object' && 'atOnce' in pace) while (underWay < pace.atOnce) ask(performance.now());
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
