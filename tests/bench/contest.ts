/** One contest: several servers over the same data, first compared, then measured in interleaved rounds. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Contestant, compare, type Event } from './compare.js';
import { fire, median, quantile, type Shots } from './fire.js';
import type { Question } from './questions.js';

export interface Measured {
  question: string;
  server: string;
  /** 32, or 1 for a slow question */
  connections: number;
  /** answers a second over the connections: the median of the rounds, the least and the greatest */
  perSecond: number;
  least: number;
  greatest: number;
  /** milliseconds over the connections */
  p50: number;
  p99: number;
  /** milliseconds over one connection */
  alone: number;
  /** milliseconds of processor for an answer, the database's with it: what other work on the machine disturbs least */
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
  /** of the round before them, which does not count; a database that was just started needs more than a server */
  warmUp: number;
}

export interface Outcome {
  measured: readonly Measured[];
  /** what was left out, and why */
  remarks: readonly string[];
}

/** What was fired at a server with a question, in all rounds. */
interface Fired {
  many: Shots[];
  one: Shots[];
  cpu: number[];
}

/** @param tell is told what is being done */
export async function contest(
  questions: readonly Question[],
  contestants: readonly Contestant[],
  { rounds, seconds, warmUp }: Effort,
  tell: (what: string) => void,
): Promise<Outcome> {
  const remarks: string[] = [];
  const events: Event[] = [];
  for (const question of questions) {
    tell(`comparing ${question.name}`);
    const event = await compare(question, contestants, remarks);
    if (event) events.push(event);
  }
  const fired = new Map<string, Fired>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const { question, servers, slow } of events) {
      for (let turn = 0; turn < servers.length; turn += 1) {
        // Nobody always comes first, or always after the same one.
        const { contestant, bodies } = servers[(turn + round) % servers.length] as Event['servers'][number];
        tell(`${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}: ${question.name}, ${contestant.name}`);
        const shots = await measure(contestant, turned(bodies, round), slow, round === 0 ? warmUp : seconds);
        if (round === 0) continue;
        const known = fired.get(keyOf(question, contestant)) ?? { many: [], one: [], cpu: [] };
        fired.set(keyOf(question, contestant), known);
        known.many.push(shots.many);
        known.one.push(shots.one);
        known.cpu.push(shots.cpu);
      }
    }
  }
  const measured = events.flatMap((event) =>
    event.servers.map(({ contestant }) => summaryOf(event, contestant.name, fired.get(keyOf(event.question, contestant)) as Fired)),
  );
  return { measured, remarks };
}

const keyOf = (question: Question, { name }: Contestant): string => `${question.name}\t${name}`;

/** Each round begins with other requests: a slow server gets no further than the first ones. */
const turned = (bodies: readonly string[], round: number): string[] => {
  const from = (round * 7) % bodies.length;
  return [...bodies.slice(from), ...bodies.slice(0, from)];
};

async function measure(contestant: Contestant, bodies: readonly string[], slow: boolean, seconds: number) {
  const { url, cpu } = contestant;
  const before = cpu();
  const many = await fire(url, bodies, slow ? { connections: 1, seconds, least: 2 } : { connections: 32, seconds, least: 64 });
  await calm(contestant);
  const taken = (cpu() - before) / (many.answers + (slow ? 0 : many.unanswered));
  const one = slow ? many : await fire(url, bodies, { connections: 1, seconds: seconds / 2, least: 8 });
  if (!slow) await calm(contestant);
  return { many, one, cpu: taken };
}

/** Waits until a server has done what it was still doing for requests that were cut off: it would slow what comes next. */
async function calm({ cpu }: Contestant): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < 20_000; ) {
    const before = cpu();
    await pause(60);
    // Ticks are of 10 ms; a process that rests takes one now and then.
    if (!(cpu() - before > 20)) return;
  }
}

function summaryOf({ question, slow, bytes }: Event, server: string, { many, one, cpu }: Fired): Measured {
  const rates = many.map(({ perSecond }) => perSecond);
  const sorted = (shots: readonly Shots[]) => shots.flatMap(({ times }) => times).sort((a, b) => a - b);
  const [all, alone] = [sorted(many), sorted(one)];
  const failed = (shots: readonly Shots[]) => shots.reduce((sum, { failures }) => sum + failures, 0);
  return {
    question: question.name,
    server,
    connections: slow ? 1 : 32,
    perSecond: median(rates),
    least: Math.min(...rates),
    greatest: Math.max(...rates),
    p50: quantile(all, 0.5),
    p99: quantile(all, 0.99),
    alone: quantile(alone, 0.5),
    cpu: median(cpu),
    failures: failed(many) + (slow ? 0 : failed(one)),
    bytes,
  };
}
