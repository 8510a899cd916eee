/** The options of `npm run bench`. */
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { root } from './processes.js';
import { questionNames } from './questions.js';

export const stores = ['embedded', 'neo4j'] as const;
export const peers = ['mercurius', 'ready', 'driver', 'neo4j-graphql'] as const;
export type Store = (typeof stores)[number];
export type Peer = (typeof peers)[number];

export interface Options {
  /** contributions of each dataset, ascending */
  sizes: readonly number[];
  stores: readonly Store[];
  peers: readonly Peer[];
  questions: readonly string[];
  rounds: number;
  seconds: number;
  /** whether our load is compared with a bare one, at the greatest size up to 100,000 */
  loads: boolean;
  out: string;
}

function sizeOf(text: string): number {
  const [, digits, unit = ''] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  if (!digits || Number(digits) < 1) throw new InvalidArgumentError(`"${text}" is no size such as 1000, 10k or 1m.`);
  return Number(digits) * { '': 1, k: 1000, m: 1_000_000 }[unit.toLowerCase() as '' | 'k' | 'm'];
}

const listOf =
  <T extends string>(all: readonly T[]) =>
  (text: string): T[] =>
    text.split(',').map((each) => {
      if (!all.includes(each as T)) throw new InvalidArgumentError(`"${each}" is none of ${all.join(', ')}.`);
      return each as T;
    });

const number = (least: number) => (text: string) => {
  if (!(Number(text) >= least)) throw new InvalidArgumentError(`It is a number from ${least}.`);
  return Number(text);
};

export function readOptions(argv: readonly string[]): Options {
  const command = new Command('npm run bench --')
    .description('Measures the server against its peers, on the same data, on this machine. See tests/bench/README.md.')
    .addOption(
      new Option('--sizes <list>', 'contributions of each dataset')
        .default([1000, 100_000, 1_000_000], '1k,100k,1m')
        .argParser((text) => text.split(',').map(sizeOf)),
    )
    .addOption(new Option('--store <list>', 'stores').default([...stores], stores.join(',')).argParser(listOf(stores)))
    .addOption(new Option('--peers <list>', 'who is measured beside us').default([...peers], peers.join(',')).argParser(listOf(peers)))
    .addOption(
      new Option('--questions <list>', 'which of the workload').default([...questionNames], 'all').argParser(listOf(questionNames)),
    )
    .option('--rounds <n>', 'interleaved rounds', number(1), 5)
    .option('--seconds <s>', 'of each round for each question and server', number(0.1), 0.3)
    .option('--no-loads', 'do not compare our load with a bare one')
    .option('--quick', 'two minutes: 1k and 10k, 3 short rounds, no load compared')
    .option('--out <folder>', 'where the results go', join(root, 'artefacts', 'bench'));
  const { store, quick, ...rest } = command
    .parse(argv, { from: 'user' })
    .opts<Omit<Options, 'stores'> & { store: Store[]; quick?: boolean }>();
  const given = (name: string) => command.getOptionValueSource(name) === 'cli';
  const short = quick
    ? {
        ...(given('sizes') ? {} : { sizes: [1000, 10_000] }),
        ...(given('rounds') ? {} : { rounds: 3 }),
        ...(given('seconds') ? {} : { seconds: 0.15 }),
        loads: false,
      }
    : {};
  const options = { ...rest, stores: store, ...short };
  return { ...options, sizes: [...options.sizes].sort((a, b) => a - b) };
}
