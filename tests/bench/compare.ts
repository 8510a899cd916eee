/** Who takes part in a question: every server whose answers are equal to ours, found out before anything is timed. */
import { difference } from './equal.js';
import { median } from './fire.js';
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

/** A server that takes our questions as they are. */
export const asWe = (name: string, { url, cpu }: Pick<Contestant, 'url' | 'cpu'>, operations?: readonly string[]): Contestant => ({
  name,
  url,
  cpu,
  body: (question, variables) => (!operations || operations.includes(question.operation) ? bodyOf(question, variables) : null),
});

export interface Answer {
  json: { data?: unknown; errors?: readonly { message: string }[] };
  headers: Record<string, string>;
  text: string;
  milliseconds: number;
}

const longestAnswer = 15_000;

export async function ask(url: string, body: string): Promise<Answer> {
  const begun = performance.now();
  const signal = AbortSignal.timeout(longestAnswer);
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal });
  const text = await response.text();
  const milliseconds = performance.now() - begun;
  return { json: JSON.parse(text) as Answer['json'], headers: Object.fromEntries(response.headers), text, milliseconds };
}

/** A question with those that take part in it. */
export interface Event {
  question: Question;
  servers: readonly { contestant: Contestant; bodies: readonly string[] }[];
  /** some server takes so long that each is asked one thing at a time: of 32 at once, 31 would only wait */
  slow: boolean;
  /** of an answer, in the middle */
  bytes: number;
}

/** Requests of each question that are compared. */
const compared = 8;
/** Milliseconds of an answer from which a question is slow. */
const slowFrom = 400;

/** Compares every server with the first; who answers otherwise, or too late, is named in the remarks. Null when the first does not answer. */
export async function compare(question: Question, contestants: readonly Contestant[], remarks: string[]): Promise<Event | null> {
  const samples = question.variables.slice(0, compared);
  const truths: Answer[] = [];
  const servers: Event['servers'][number][] = [];
  let slowest = 0;
  for (const contestant of contestants) {
    if (contestant.body(question, samples[0] as Variables) === null) continue;
    try {
      const answers: Answer[] = [];
      for (const [place, variables] of samples.entries()) {
        const answer = await ask(contestant.url, contestant.body(question, variables) as string);
        check(answer, question, contestant, truths[place]);
        answers.push(answer);
      }
      if (truths.length === 0) truths.push(...answers);
      slowest = Math.max(slowest, await usualTime(contestant, question, samples));
      servers.push({ contestant, bodies: question.variables.map((variables) => contestant.body(question, variables) as string) });
    } catch (error) {
      remarks.push(`${question.name}: ${contestant.name} is left out: ${(error as Error).message}`);
      if (truths.length === 0) return null;
    }
  }
  return { question, servers, slow: slowest > slowFrom, bytes: median(truths.map(({ text }) => text.length)) };
}

/** Milliseconds of the slowest of some answers, each the better of two: a server that was just started is slow at first. */
async function usualTime({ url, body }: Contestant, question: Question, samples: readonly Variables[]): Promise<number> {
  const times: number[] = [];
  for (const variables of samples.slice(0, 3)) {
    const [one, other] = [await ask(url, body(question, variables) as string), await ask(url, body(question, variables) as string)];
    times.push(Math.min(one.milliseconds, other.milliseconds));
  }
  return Math.max(...times);
}

/** Throws where an answer has errors, or is not that which the first server gave. */
function check({ json }: Answer, question: Question, { shape }: Contestant, truth: Answer | undefined): void {
  if (!json.data || json.errors) throw new Error(json.errors?.[0]?.message ?? 'no data');
  const fault = truth && difference(truth.json.data, shape ? shape(question, json.data) : json.data);
  if (fault) throw new Error(`answers otherwise: ${fault}`);
}
