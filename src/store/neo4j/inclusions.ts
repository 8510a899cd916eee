/** What the nodes of pages come with, in the statement that reads the pages. */
import type { LinkRecord } from '../../domain/records.js';
import type { Direction, Included, Inclusion } from '../graph-store.js';
import { compareValues, linkKey } from '../order.js';
import { step } from './conditions.js';
import { endsOf, LinkProjection, NodeProjection, type Ranked, type Tuple } from './projections.js';
import { call, distinctNodes } from './statements.js';

/** One link: the place of the node in the list of nodes (not a whole number to the database, of which the driver makes objects first), the name of the link, the id of its other end, and what it carries where that is wanted. */
type Found = readonly [at: number, name: Inclusion['link'], end: string, link: Tuple | null];

export interface IncludedAnswer {
  /** ids of the nodes of the pages, each once */
  nodes?: readonly string[];
  /** for each group of inclusions */
  included?: readonly (readonly Found[])[];
  /** each node once, however many rows lead to it */
  ends?: readonly Tuple[];
}

/** Inclusions that go one way and want as much. */
interface Group {
  direction: Direction;
  names: readonly Inclusion['link'][];
  links: LinkProjection | null;
}

interface End extends Ranked {
  link: LinkRecord | null;
}

/** Inclusions as Cypher: those of a group are followed together. */
export class Inclusions {
  private readonly groups: readonly Group[];
  private readonly ends: NodeProjection;

  constructor(private readonly inclusions: readonly Inclusion[]) {
    this.ends = new NodeProjection(endsOf(inclusions), { sources: false });
    const like = (one: Inclusion) => inclusions.filter((other) => other.direction === one.direction && other.links === one.links);
    this.groups = inclusions
      .filter((one) => like(one)[0] === one)
      .map((one) => {
        const names = like(one).map(({ link }) => link);
        return { direction: one.direction, names, links: one.links ? new LinkProjection(names) : null };
      });
  }

  /** Follows the links of the nodes in `groups`, the lists of the nodes of pages; `lists` is kept. */
  get match(): string {
    if (this.groups.length === 0) return '';
    const follow = this.groups.map(({ direction, names, links }, at) =>
      call(
        'nodes',
        `UNWIND range(0, size(nodes) - 1) AS at
WITH at, nodes[at] AS n
MATCH ${step('n', `link:${names.join('|')}`, direction, 'end')}
RETURN collect([toFloat(at), type(link), end.id, ${links ? links.of('link') : 'null'}]) AS included${at}, collect(DISTINCT end) AS ends${at}`,
      ),
    );
    const all = (name: string) => `[${this.groups.map((_, at) => `${name}${at}`).join(', ')}]`;
    const found = `WITH g, d, lists, [n IN nodes | n.id] AS ids, ${all('included')} AS included, ${all('ends')} AS groups`;
    return [distinctNodes, ...follow, found, distinctNodes].join('\n');
  }

  /** What the answer holds of it, as part of a map. */
  get answer(): string {
    return this.groups.length === 0 ? '' : `, nodes: ids, included: included, ends: [end IN nodes | ${this.ends.of('end')}]`;
  }

  /** What each inclusion leads to, by the id of a node; none without inclusions. */
  read({ nodes = [], included = [], ends = [] }: IncludedAnswer): (id: string) => { included?: readonly Included[] } {
    if (this.groups.length === 0) return () => ({});
    const known = this.ends.ranked(ends);
    const places = new Map(nodes.map((id, at) => [id, at]));
    // For each inclusion and node the ends that were found.
    const found: End[][][] = this.inclusions.map(() => nodes.map(() => []));
    this.groups.forEach(({ direction, names, links }, group) => {
      const foundBy = new Map(names.map((name) => [name, found[this.placeOf(name, direction)]]));
      for (const [at, name, end, values] of included[group] ?? []) {
        const { rank, node } = known.get(end) as Ranked;
        const [from, to] = direction === 'OUT' ? [nodes[at] as string, end] : [end, nodes[at] as string];
        foundBy.get(name)?.[at]?.push({ rank, node, link: links && values && links.record(name, from, to, values) });
      }
    });
    return (id) => {
      const at = places.get(id) as number;
      return { included: this.inclusions.map(({ links }, place) => toIncluded(found[place]?.[at] ?? [], links)) };
    };
  }

  private placeOf(name: Inclusion['link'], direction: Direction): number {
    return this.inclusions.findIndex((each) => each.link === name && each.direction === direction);
  }
}

function toIncluded(rows: End[], links: boolean): Included {
  rows.sort((a, b) => a.rank - b.rank || (a.link && b.link ? compareValues(linkKey(a.link), linkKey(b.link)) : 0));
  if (links) return { nodes: rows.map(({ node }) => node), links: rows.map(({ link }) => link as LinkRecord) };
  return { nodes: rows.filter(({ rank }, index) => rank !== rows[index - 1]?.rank).map(({ node }) => node), links: null };
}
