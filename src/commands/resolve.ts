/** `wsis-graph resolve`: what references stand for. */
import { Command } from 'commander';
import { ask } from './ask.js';
import { table } from './table.js';

interface Named {
  id: string;
  name: string;
}

interface Match {
  ref: string;
  status: string;
  node: Named | null;
  candidates: Named[];
  suggestions: Named[];
}

const query = `query Resolve($refs: [String!]!) {
  resolve(refs: $refs) { ref status node { id name } candidates { id name } suggestions { id name } }
}`;

export const resolveCommand = () =>
  new Command('resolve')
    .description(
      'say what references stand for: symbols, codes, acronyms, names, addresses; exit 1 when one stands for nothing or for several things',
    )
    .argument('<reference...>', 'references in any form, such as "res. 70/125" "c7 e-health" "UN Women"')
    .option('--json', 'print JSON, for programs')
    .action(async (refs: string[], options: { json?: boolean }) => {
      const { resolve } = await ask<{ resolve: Match[] }>(query, { refs });
      console.log(options.json ? JSON.stringify(resolve) : table(['reference', 'status', 'id', 'name'], resolve.flatMap(toRows)));
      if (resolve.some((match) => match.node === null)) process.exitCode = 1;
    });

function toRows({ ref, status, node, candidates, suggestions }: Match): string[][] {
  const others = [...candidates.map((other) => ['', '  candidate', other]), ...suggestions.map((other) => ['', '  suggestion', other])];
  return [
    [ref, status, node?.id ?? '', node?.name ?? ''],
    ...others.map(([first, second, other]) => [first as string, second as string, (other as Named).id, (other as Named).name]),
  ];
}
