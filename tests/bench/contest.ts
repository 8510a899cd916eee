/** One contest: several servers over the same data, first compared, then measured in interleaved rounds. */
import { difference } from './equal.js';
import { fire, median, quantile, type Shots } from './fire.js';
import { bodyOf, type Question, type Variables } from './questions.js';

/** A server in a contest: where it answers, and how it is asked. */
export interface Contestant {
  name: string;
  url: string;
  /** milliseconds of processor that it has taken so far, with the database behind it */
  cpu(): number;
  /** the body that asks it the question; null where it cannot be asked */
  body: (question: Question, variables: Variables) => string | null;
  /** its data in the shape of ours */
  shape?: (question: Question, data: unknown) => unknown;
}

export interface Measured {
  question: string;
  server: string;
  /** answers a second over 32 connections: the median of the rounds, the least and the greatest */
  perSecond: number;
  least: number;
  greatest: number;
  /** milliseconds over 32 connections */
  p50: number;
  p99: number;
  /** milliseconds over one connection */
  alone: number;
  /** milliseconds of processor for an answer over 32 connections, the database's with it: what other work on the machine disturbs least */
  cpu: number;
  /** answers without data in all rounds */
  failures: number;
  /** bytes of an answer, in the middle */
  bytes: number;
}

export interface Effort {
  rounds: number;
  /** of each round, for each question and server */
  seconds: number;
}

export interface Outcome {
  measured: readonly Measured[];
  /** what was left out, and why */
  remarks: readonly string[];
}

/** Requests of each question that are compared. */
const compared = 8;
const longestAnswer = 15_000;

interface Answer {
  json: { data?: unknown; errors?: readonly { message: string }[] };
  headers: Record<string, string>;
  text: string;
}

export async function ask(url: string, body: string, patience = longestAnswer): Promise<Answer> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(patience) };
  const response = await fetch(url, init);
  const text = await response.text();
  return { json: JSON.parse(text) as Answer['json'], headers: Object.fromEntries(response.headers), text };
}

/** A question that some of the servers answer alike. */
interface Event {
  question: Question;
  servers: readonly { contestant: Contestant; bodies: readonly string[] }[];
  bytes: number;
}

/** What was fired at a server with a question, in all rounds. */
interface Fired {
  many: Shots[];
  one: Shots[];
  cpu: number[];
}

/** Compares every server with the first; who answers otherwise, or too late, does not take part in that question. */
async function compare(question: Question, [first, ...others]: readonly Contestant[], remarks: string[]): Promise<Event | null> {
  const samples = question.variables.slice(0, compared);
  const bodiesOf = (contestant: Contestant) => question.variables.map((variables) => contestant.body(question, variables) as string);
  const truths: Answer[] = [];
  try {
    for (const variables of samples) {
      const answer = await ask((first as Contestant).url, (first as Contestant).body(question, variables) as string);
      if (!answer.json.data || answer.json.errors) throw new Error(answer.json.errors?.[0]?.message ?? 'no data');
      truths.push(answer);
    }
  } catch (error) {
    remarks.push(`${question.name}: ${first?.name} does not answer: ${(error as Error).message}`);
    return null;
  }
  const servers = [{ contestant: first as Contestant, bodies: bodiesOf(first as Contestant) }];
  for (const contestant of others) {
    if (contestant.body(question, samples[0] as Variables) === null) continue;
    const fault = await faultOf(contestant, question, samples, truths).catch((error: Error) => error.message);
    if (fault) remarks.push(`${question.name}: ${contestant.name} is left out: ${fault}`);
    else servers.push({ contestant, bodies: bodiesOf(contestant) });
  }
  return { question, servers, bytes: median(truths.map(({ text }) => text.length)) };
}

async function faultOf(
  { url, body, shape }: Contestant,
  question: Question,
  samples: readonly Variables[],
  truths: readonly Answer[],
): Promise<string | null> {
  for (const [place, variables] of samples.entries()) {
    const { json } = await ask(url, body(question, variables) as string);
    if (!json.data) return json.errors?.[0]?.message ?? 'no data';
    const fault = difference(truths[place]?.json.data, shape ? shape(question, json.data) : json.data);
    if (fault) return `answers otherwise: ${fault}`;
  }
  return null;
}

/** @param tell is told how far it is, from 0 to 1 */
export async function contest(
  questions: readonly Question[],
  contestants: readonly Contestant[],
  { rounds, seconds }: Effort,
  tell: (what: string) => void,
): Promise<Outcome> {
  const remarks: string[] = [];
  const events: Event[] = [];
  for (const question of questions) {
    tell(`comparing ${question.name}`);
    const event = await compare(question, contestants, remarks);
    if (event) events.push(event);
  }
  const shots = new Map<string, Fired>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const { question, servers } of events) {
      for (let turn = 0; turn < servers.length; turn += 1) {
        // Nobody always comes first, or always after the same one.
        const { contestant, bodies } = servers[(turn + round) % servers.length] as Event['servers'][number];
        tell(`${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}: ${question.name}, ${contestant.name}`);
        const before = contestant.cpu();
        const many = await fire(contestant.url, bodies, { connections: 32, seconds });
        const cpu = (contestant.cpu() - before) / many.times.length;
        if (round === 0) continue;
        const one = await fire(contestant.url, bodies, { connections: 1, seconds: seconds / 2 });
        const key = `${question.name}\t${contestant.name}`;
        const known = shots.get(key) ?? { many: [], one: [], cpu: [] };
        shots.set(key, { many: [...known.many, many], one: [...known.one, one], cpu: [...known.cpu, cpu] });
      }
    }
  }
  const measured = events.flatMap(({ question, servers, bytes }) =>
    servers.map(({ contestant }) => {
      const { many, one, cpu } = shots.get(`${question.name}\t${contestant.name}`) as Fired;
      const rates = many.map(({ perSecond }) => perSecond);
      const [all, alone] = [many, one].map((each) => each.flatMap(({ times }) => times).sort((a, b) => a - b)) as [number[], number[]];
      return {
        question: question.name,
        server: contestant.name,
        perSecond: median(rates),
        least: Math.min(...rates),
        greatest: Math.max(...rates),
        p50: quantile(all, 0.5),
        p99: quantile(all, 0.99),
        alone: quantile(alone, 0.5),
        cpu: median(cpu),
        failures: [...many, ...one].reduce((sum, { failures }) => sum + failures, 0),
        bytes,
      };
    }),
  );
  return { measured, remarks };
}

/** A server that takes our questions as they are. */
export const asWe = (name: string, { url, cpu }: Pick<Contestant, 'url' | 'cpu'>, operations?: readonly string[]): Contestant => ({
  name,
  url,
  cpu,
  body: (question, variables) => (!operations || operations.includes(question.operation) ? bodyOf(question, variables) : null),
});
