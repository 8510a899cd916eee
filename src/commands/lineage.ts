/** `wsis-graph lineage`: what a text rests on, or what rests on it. */
import { Command, Option } from 'commander';
import { integer } from '../config-values.js';
import { ask } from './ask.js';
import { table } from './table.js';

interface Answer {
  lineage: {
    root: { id: string; name: string };
    nodes: { document: { id: string; name: string; date: string | null }; depth: number; citationsRead: string }[];
    links: { from: string; to: string; verb: string; where: string | null; paragraph: string | null }[];
    truncated: boolean;
  } | null;
}

const query = `query Lineage($id: ID!, $direction: LineageDirection!, $maxDepth: Int!, $first: Int!, $verbs: [CitationVerb!]) {
  lineage(id: $id, direction: $direction, maxDepth: $maxDepth, first: $first, verbs: $verbs) {
    root { id name }
    nodes { document { id name date } depth citationsRead }
    links { from to verb where paragraph }
    truncated
  }
}`;

interface Options {
  direction: string;
  depth: string;
  first: string;
  verbs?: string;
  json?: boolean;
}

export const lineageCommand = () =>
  new Command('lineage')
    .description('show what a text rests on, by which verb, in which paragraph')
    .argument('<document>', 'reference in any form, such as A/RES/80/173')
    .addOption(
      new Option('--direction <way>', 'what it cites (ancestors), what cites it (descendants), or both')
        .choices(['ancestors', 'descendants', 'both'])
        .default('ancestors'),
    )
    .option('--depth <number>', 'most citations from the text, 1 to 20', '2')
    .option('--first <number>', 'most documents, 1 to 1000', '200')
    .option('--verbs <verbs>', 'only by these verbs, separated by commas, such as RECALLS,REAFFIRMS')
    .option('--json', 'print JSON, for programs')
    .action(async (id: string, options: Options) => {
      const { lineage } = await ask<Answer>(query, {
        id,
        direction: options.direction.toUpperCase(),
        maxDepth: integer('--depth', options.depth, 1, 20),
        first: integer('--first', options.first, 1, 1000),
        ...(options.verbs ? { verbs: options.verbs.toUpperCase().split(',') } : {}),
      });
      if (!lineage) {
        console.error(`No document is known as "${id}". Try: wsis-graph resolve "${id}"`);
        process.exitCode = 1;
        return;
      }
      if (options.json) {
        console.log(JSON.stringify(lineage));
        return;
      }
      console.log(`${lineage.root.name}\n`);
      console.log(
        table(
          ['depth', 'date', 'how', 'document'],
          lineage.nodes.map((node) => toRow(node, lineage, options.direction)),
        ),
      );
      const unread = lineage.nodes.filter((node) => node.citationsRead === 'NONE').length;
      console.log(
        `\n${lineage.nodes.length} documents and ${lineage.links.length} citations between the documents shown; ${unread} of them were not read and show nothing beyond.`,
      );
      if (lineage.truncated) console.log('There is more: raise --first.');
    });

type Lineage = NonNullable<Answer['lineage']>;

/** One line for a document: how it hangs on what is one citation nearer to the root. */
function toRow(
  { document, depth }: Lineage['nodes'][number],
  { nodes, links, root }: Lineage,
  direction: string,
): (string | number | null)[] {
  const depths = new Map([[root.id, 0], ...nodes.map((node) => [node.document.id, node.depth] as const)]);
  const isStep = (cited: string, citing: string) => cited === document.id && depths.get(citing) === depth - 1;
  const link =
    links.find(({ from, to }) => direction !== 'descendants' && isStep(to, from)) ??
    links.find(({ from, to }) => direction !== 'ancestors' && isStep(from, to));
  return [depth, document.date, link ? clause(link, document.id) : '', document.name];
}

function clause({ from, to, verb, where, paragraph }: Lineage['links'][number], id: string): string {
  const place = paragraph ? `para. ${paragraph}` : (where ?? '').toLowerCase();
  const does = verb.toLowerCase().replaceAll('_', ' ');
  const said = to === id ? `${symbolOf(from)} ${does} it` : `it ${does} ${symbolOf(to)}`;
  return place ? `${said} (${place})` : said;
}

const symbolOf = (id: string) => id.slice(id.indexOf('/') + 1);
