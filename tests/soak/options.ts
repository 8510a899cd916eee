/** The options of `npm run soak`. */
import { Command, InvalidArgumentError } from 'commander';

export interface Options {
  minutes: number;
  neo4j: boolean;
  /** whether the database is killed and brought back at the end */
  outage: boolean;
  /** answers a second; null for a part of what the server can do */
  rate: number | null;
  /** the part of what the server can do that is asked for */
  load: number;
  /** how many distinct queries, and how many distinct texts to search for */
  distinct: number;
  /** requests under way at once while it is found out what the server can do */
  connections: number;
  /** seconds for that; the last ten count */
  finding: number;
  /** MB of the heap of the server; null for what Node takes by itself */
  heap: number | null;
  json: boolean;
}

const number = (least: number, greatest: number) => (text: string) => {
  const value = Number(text);
  if (!(value >= least && value <= greatest)) throw new InvalidArgumentError(`It is a number from ${least} to ${greatest}.`);
  return value;
};

export function readOptions(argv: readonly string[]): Options {
  const command = new Command('npm run soak --')
    .description('Asks the built program the same load for minutes, and fails when memory, errors or times grow.')
    .option('--minutes <n>', 'how long; at least 3', number(3, 1440), 10)
    .option('--neo4j', 'on a Neo4j of its own (Java and Maven are needed), not on the embedded store', false)
    .option('--outage', 'with --neo4j: at the end the database is killed and brought back', false)
    .option('--rate <n>', 'questions a second; found out when left out', number(1, 100_000), null)
    .option('--load <part>', 'of what the server can do', number(0.05, 0.95), 0.8)
    .option('--distinct <n>', 'distinct queries, and as many distinct texts to search for', number(1, 10_000_000), 100_000)
    .option(
      '--connections <n>',
      'while it is found out what the server can do; 32, or 8 with --neo4j, which more would keep from answering in time',
      number(1, 1000),
      null,
    )
    .option(
      '--finding <s>',
      'seconds for that, of which the last ten count; 20, or 90 with --neo4j: a database that was just started has everything to plan',
      number(10, 600),
      null,
    )
    .option('--heap <MB>', 'of the server; what Node takes by itself when left out', number(50, 100_000), null)
    .option('--json', 'print the result as JSON', false)
    .addHelpText('after', '\nEnds with 0 when all holds, with 1 when something does not, with 2 when it cannot run.');
  const given = command.parse(argv, { from: 'user' }).opts<Options>();
  const usual = given.neo4j ? { connections: 8, finding: 90 } : { connections: 32, finding: 20 };
  const options = { ...given, connections: given.connections ?? usual.connections, finding: given.finding ?? usual.finding };
  if (options.outage && !options.neo4j) command.error('--outage is for --neo4j: an embedded store cannot be away.', { exitCode: 2 });
  return options;
}
