/** The results as Markdown: what was promised, then every table behind it. */
import type { Measured } from './contest.js';
import { type ContestResult, geometricMean, nameOfSize, type Results } from './results.js';

const figure = (value: number): string =>
  Number.isNaN(value) ? '–' : value >= 100 ? Math.round(value).toLocaleString('en-US') : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const times = (value: number): string => (Number.isNaN(value) ? '–' : `${value.toFixed(2)} x`);
const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map((_, place) => (place ? '---:' : '---'))), ...rows.map(row)].join('\n');

/** How much greater the last is than the first. */
const rise = (costs: readonly number[]): number => (costs.at(-1) as number) / (costs[0] as number);

const ours = 'wsis-graph';

/** Pairs of our measurement and that of another server, by question. */
function pairs({ measured }: ContestResult, server: string): { question: string; ratio: number }[] {
  return measured
    .filter((each) => each.server === server)
    .map(({ question, perSecond }) => ({
      question,
      ratio: (measured.find((each) => each.server === ours && each.question === question)?.perSecond ?? Number.NaN) / perSecond,
    }));
}

/** A promise of the project: what it is, what was found, and whether it holds. */
interface Promise {
  what: string;
  found: string;
  holds: boolean;
}

const growing = new Set(['first page', 'lookup', 'lineage', 'resolve', 'suggest']);

function promises({ contests, starts, loads, about }: Results): Promise[] {
  const list: Promise[] = [];
  const add = (what: string, found: string, holds: boolean) => list.push({ what, found, holds });
  for (const contest of contests) {
    const where = `${contest.store}, ${nameOfSize(contest.size)}`;
    const against = (server: string, what: string, all: number | null, mean: number | null) => {
      const ratios = pairs(contest, server).filter(({ ratio }) => ratio > 0);
      if (ratios.length === 0) return;
      const worst = ratios.reduce((one, other) => (other.ratio < one.ratio ? other : one));
      const average = geometricMean(ratios.map(({ ratio }) => ratio));
      const found = `mean ${times(average)}, least ${times(worst.ratio)} (${worst.question})`;
      add(`${where}: ${what}`, found, (all === null || worst.ratio >= all) && (mean === null || average >= mean));
    };
    if (contest.cached) against('ready bytes', `at least 0.5 x ready bytes${about.hasCache ? '' : ' (there is no cache yet)'}`, null, 0.5);
    else {
      against('mercurius', 'at least 0.5 x Mercurius with jit', null, 0.5);
      against('neo4j-graphql', 'at least 5 x @neo4j/graphql on each question', 5, null);
      against('driver', 'at least 0.9 x hand-written, in the mean', null, 0.9);
      const mine = contest.measured.filter(({ server, connections }) => server === ours && connections > 1);
      const [worst] = mine.map(({ question, p99, p50 }) => ({ question, ratio: p99 / p50 })).sort((a, b) => b.ratio - a.ratio);
      if (worst) add(`${where}: p99 at most 10 x p50`, `at most ${times(worst.ratio)} (${worst.question})`, worst.ratio <= 10);
    }
  }
  for (const { store, rows, sizes } of growth(contests)) {
    const [small, large] = [sizes[0] as number, sizes.at(-1) as number];
    for (const { question, costs, cpu } of rows) {
      const ratio = rise(costs);
      const found = `${times(ratio)} by clock, ${times(rise(cpu))} by cpu`;
      const what = `${store}: ${question} from ${nameOfSize(small)} to ${nameOfSize(large)}`;
      if (growing.has(question)) add(`${what} at most 1.5 x slower`, found, ratio <= 1.5);
      if (question.startsWith('cube')) add(`${what} at most linear`, found, ratio <= large / small);
    }
  }
  const real = starts.find(({ size }) => size === null);
  if (real) {
    add('real dataset, embedded: first answer within 1.2 s', `${real.seconds.toFixed(2)} s`, real.seconds <= 1.2);
    add('real dataset, embedded: at most 200 MB', `${figure(real.memory)} MB`, real.memory <= 200);
  }
  for (const { size, store, memory, memoryAfter = memory } of starts) {
    if (size !== 1_000_000) continue;
    const most = store === 'embedded' ? 2560 : 300;
    add(
      `1m, ${store}: the server holds at most ${figure(most)} MB`,
      `${figure(memory)} MB, after the contest ${figure(memoryAfter)} MB`,
      memoryAfter <= most,
    );
  }
  if (loads) {
    const { ours: seconds, bare } = loads;
    const ratio = seconds / (bare.reading + bare.sending);
    const found = `${figure(seconds)} s to ${figure(bare.reading)} s of reading and ${figure(bare.sending)} s of sending: ${times(ratio)}`;
    add(`Neo4j, ${nameOfSize(loads.size)}: load within 1.3 x the bare script`, found, ratio <= 1.3);
  }
  return list;
}

/** Milliseconds of one asker, and of processor, by question and size. */
export function growth(contests: readonly ContestResult[]) {
  return (['embedded', 'neo4j'] as const).flatMap((store) => {
    const held = contests.filter((contest) => contest.store === store && !contest.cached);
    if (held.length < 2) return [];
    const of = (question: string, what: 'alone' | 'cpu') =>
      held.map(({ measured }) => measured.find((each) => each.server === ours && each.question === question)?.[what] ?? Number.NaN);
    const names = [...new Set(held.flatMap(({ measured }) => measured.map(({ question }) => question)))];
    return [
      {
        store,
        sizes: held.map(({ size }) => size),
        rows: names.map((question) => ({ question, costs: of(question, 'alone'), cpu: of(question, 'cpu') })),
      },
    ];
  });
}

const cells = ({ perSecond, least, greatest, p50, p99, alone, cpu, failures, connections }: Measured): string[] => [
  `${connections === 1 ? 'one asker: ' : ''}${figure(perSecond)} (${figure(least)}–${figure(greatest)})`,
  figure(p50),
  figure(p99),
  figure(alone),
  figure(cpu),
  failures ? String(failures) : '',
];

function contestTable({ measured }: ContestResult): string {
  const body = measured.map((each) => {
    const own = measured.find(({ server, question }) => server === ours && question === each.question);
    const ratio = each.server === ours || !own ? '' : times(own.perSecond / each.perSecond);
    return [
      each.server === ours ? each.question : '',
      each.server,
      ...cells(each),
      ratio,
      each.server === ours || !own ? '' : times(each.cpu / own.cpu),
      each.server === ours ? (each.bytes / 1000).toFixed(1) : '',
    ];
  });
  return table(
    ['question', 'server', 'answers/s (least–greatest)', 'p50 ms', 'p99 ms', 'alone ms', 'cpu ms', 'failed', 'we to it', 'by cpu', 'kB'],
    body,
  );
}

export function printReport(results: Results): string {
  const { about, starts, contests, stored, remarks } = results;
  const sections = [
    `# Bench of ${about.date.slice(0, 16).replace('T', ' ')}`,
    `Commit ${about.commit}, Node ${about.node}, ${about.processors}; ${about.minutes.toFixed(0)} minutes. Options: \`${JSON.stringify(about.options)}\`.`,
    '## What was promised',
    table(
      ['promise', 'found', 'holds'],
      promises(results).map(({ what, found, holds }) => [what, found, holds ? 'yes' : '**no**']),
    ),
    '## Start and memory',
    table(
      ['dataset', 'store', 'first answer after s', 'MB then', 'MB after the contest'],
      starts.map(({ size, store, seconds, memory, memoryAfter }) => [
        nameOfSize(size),
        store,
        seconds.toFixed(2),
        figure(memory),
        memoryAfter ? figure(memoryAfter) : '',
      ]),
    ),
    ...(stored.length
      ? [
          table(
            ['Neo4j with', 'load s', 'loader MB', 'database MB'],
            stored.map(({ size, loadSeconds, loaderMemory, memory }) => [
              nameOfSize(size),
              figure(loadSeconds ?? Number.NaN),
              figure(loaderMemory ?? Number.NaN),
              figure(memory),
            ]),
          ),
        ]
      : []),
    ...growth(contests).flatMap(({ store, sizes, rows }) => [
      `## Milliseconds of one asker by size: ${store}`,
      table(
        ['question', ...sizes.map(nameOfSize), 'last to first', ...sizes.map((size) => `cpu ${nameOfSize(size)}`), 'last to first'],
        rows.map(({ question, costs, cpu }) => [question, ...costs.map(figure), times(rise(costs)), ...cpu.map(figure), times(rise(cpu))]),
      ),
    ]),
    ...contests.flatMap((contest) => [
      `## ${contest.store}, ${nameOfSize(contest.size)}, ${contest.cached ? 'the same four requests again, caches on' : 'requests that differ, answer cache off'}`,
      contestTable(contest),
    ]),
    ...(remarks.length ? ['## Remarks', remarks.map((remark) => `- ${remark}`).join('\n')] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}
