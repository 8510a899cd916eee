/**
 * Synthetic datasets of any size: the real action lines, goals, regions, entities, documents and citations, with invented contributions on them.
 *
 * Each contribution follows one of the real ones in how many tags it has and by which methods they were given, and chooses what they point to by
 * Zipf's law over the order of the real counts, so that a few lines and entities are large. It is a pure function of the seed and its number: no
 * state, so nodes and links can be written in one pass, in any order, of any size.
 */
import type { Dataset, Evidence, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import { datasetVersion } from '../../src/domain/version.js';
import type { LinkName } from '../../src/domain/vocabulary.js';
import { evidence } from '../support/small-dataset.js';
import { type Random, randomOf } from './random.js';

/** A contribution with its links. */
export interface Invented {
  node: NodeRecord;
  links: readonly LinkRecord[];
}

export interface Synthesis {
  /** everything but contributions, as it really is */
  real: Dataset;
  /** the contribution of this number, from 0; always the same */
  contribution(index: number): Invented;
}

const contributionLinks = ['MADE', 'UNDER', 'IN', 'SUPPORTS', 'DESCRIBED_IN'] as const satisfies LinkName[];
type ContributionLink = (typeof contributionLinks)[number];
const isOfContributions = (link: LinkName): link is ContributionLink => (contributionLinks as readonly LinkName[]).includes(link);

/** The end of a link that is not the contribution. */
const otherEnd = (link: LinkRecord): string => (link.link === 'MADE' ? link.from : link.to);

/** How a real contribution is linked, which invented ones follow. */
type Template = Readonly<Record<ContributionLink, readonly LinkRecord[]>>;

export function synthesis(dataset: Dataset, seed = 1): Synthesis {
  const real: Dataset = {
    ...dataset,
    sources: [...dataset.sources, { title: 'Synthetic contributions: generated, they state no fact', url: null, licence: null }],
    nodes: dataset.nodes.filter(({ kind }) => kind !== 'CONTRIBUTION'),
    links: dataset.links.filter(({ link }) => !isOfContributions(link)),
  };
  const templates = templatesOf(dataset);
  const ends = Object.fromEntries(contributionLinks.map((link) => [link, byRealCount(dataset, link)])) as Record<ContributionLink, Zipf>;
  const reports = real.nodes.filter(({ kind, series }) => kind === 'REPORT' && series === 'WSIS_PROGRESS');
  return {
    real,
    contribution(index) {
      const random = randomOf(seed, index);
      const report = reports[index % reports.length] as NodeRecord;
      const place = Math.floor(index / reports.length);
      const paragraph = String(1 + Math.floor(place / 3));
      const id = `contribution/${report.symbol}/p${paragraph}.${1 + (place % 3)}`;
      const summary = summaryOf(index, random);
      const inText = evidence({ title: null, document: report.id, paragraph, where: 'BODY', language: 'en' });
      const node: NodeRecord = {
        id,
        summary,
        cycle: report.cycle,
        paragraph,
        alternateNames: [],
        sameAs: [],
        kind: 'CONTRIBUTION',
        name: summary,
        sources: [inText],
      };
      const template = templates[Math.floor(random() * templates.length)] as Template;
      const links = (['MADE', 'UNDER', 'IN', 'SUPPORTS'] as const).flatMap((link) => {
        const chosen = ends[link].choose(template[link].length, random);
        return chosen.map((end, at): LinkRecord => {
          const { method, rule } = (template[link][at] as LinkRecord).evidence[0] as Evidence;
          const evidence = [{ ...inText, method, rule }];
          return link === 'MADE' ? { link, from: end, to: id, evidence } : { link, from: id, to: end, evidence };
        });
      });
      return { node, links: [...links, { link: 'DESCRIBED_IN', from: id, to: report.id, evidence: [inText] }] };
    },
  };
}

/** The whole dataset in memory. */
export function syntheticDataset(dataset: Dataset, contributions: number, seed = 1): Dataset {
  const { real, contribution } = synthesis(dataset, seed);
  const [nodes, links] = [[...real.nodes], [...real.links]];
  for (let index = 0; index < contributions; index += 1) {
    const invented = contribution(index);
    nodes.push(invented.node);
    links.push(...invented.links);
  }
  return { ...real, nodes, links, version: datasetVersion(real.version.replace(/\+.*/, ''), nodes, links) };
}

function templatesOf({ nodes, links }: Dataset): Template[] {
  const templates = new Map<string, Record<ContributionLink, LinkRecord[]>>();
  for (const { kind, id } of nodes)
    if (kind === 'CONTRIBUTION') templates.set(id, { MADE: [], UNDER: [], IN: [], SUPPORTS: [], DESCRIBED_IN: [] });
  for (const link of links)
    if (isOfContributions(link.link)) templates.get(link.link === 'MADE' ? link.to : link.from)?.[link.link].push(link);
  return [...templates.values()];
}

interface Zipf {
  /** distinct ends, the first of them most often */
  choose(count: number, random: Random): string[];
}

/** Everything that a link may point to, that which it really points to most often first: the end of rank r has the weight 1/r. */
function byRealCount({ nodes, links }: Dataset, link: ContributionLink): Zipf {
  const kind = { MADE: 'ENTITY', UNDER: 'ACTION_LINE', IN: 'REGION', SUPPORTS: 'SDG', DESCRIBED_IN: 'REPORT' }[link];
  const counts = new Map(nodes.filter((node) => node.kind === kind).map(({ id }) => [id, 0]));
  for (const each of links) if (each.link === link) counts.set(otherEnd(each), (counts.get(otherEnd(each)) ?? 0) + 1);
  const ids = [...counts.keys()].sort((a, b) => (counts.get(b) as number) - (counts.get(a) as number) || (a < b ? -1 : 1));
  let sum = 0;
  const sums = ids.map((_, rank) => (sum += 1 / (rank + 1)));
  return {
    choose(count, random) {
      const chosen = new Set<string>();
      while (chosen.size < Math.min(count, ids.length)) {
        const at = random() * sum;
        chosen.add(ids[sums.findIndex((each) => each > at)] as string);
      }
      return [...chosen];
    },
  };
}

const verbs = ['Trained', 'Connected', 'Advised', 'Surveyed', 'Equipped', 'Published', 'Convened', 'Supported', 'Tested', 'Translated'];
const objects = [
  'schools',
  'clinics',
  'farmers',
  'small firms',
  'statisticians',
  'libraries',
  'broadcasters',
  'ministries',
  'networks',
  'archives',
];
const places = ['in rural districts', 'on small islands', 'in border towns', 'across a basin', 'in mountain valleys', 'along the coast'];
const aims = [
  'to widen access',
  'to share knowledge',
  'to lower costs',
  'to train teachers',
  'to warn of disasters',
  'to open data',
  'to protect users',
];

/** Some hundred characters, as the real ones have; the number makes it one of its kind and says what it is. */
function summaryOf(index: number, random: Random): string {
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)];
  return `${one(verbs)} ${one(objects)} and ${one(objects)} ${one(places)} ${one(aims)} (synthetic activity ${index + 1}).`;
}
