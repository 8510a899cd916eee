/** What the nodes of pages come with, in the statement that reads the pages. */
import type { LinkRecord, NodeSummary } from '../../domain/records.js';
import type { Included, Inclusion } from '../graph-store.js';
import { compareValues, linkKey } from '../order.js';
import { step } from './conditions.js';
import { type Properties, toLink, toSummary } from './model.js';
import { call, distinctNodes, propertiesOf, summaryOf } from './statements.js';
import { typeOf } from './values.js';

interface Found {
  id: string;
  type: Inclusion['link'];
  end: string;
  /** null where the links are not wanted */
  link: Properties | null;
}

export interface IncludedAnswer {
  included?: readonly (readonly Found[])[];
  /** each node once, however many rows lead to it */
  ends?: readonly Properties[];
}

/** Inclusions as Cypher: those that go one way and want as much are followed together. */
export class Inclusions {
  private readonly groups: readonly (readonly Inclusion[])[];

  constructor(private readonly inclusions: readonly Inclusion[]) {
    const like = (one: Inclusion) => inclusions.filter((other) => other.direction === one.direction && other.links === one.links);
    this.groups = inclusions.filter((one) => like(one)[0] === one).map(like);
  }

  /** Follows the links of the nodes in `groups`, the lists of the nodes of pages; `lists` is kept. */
  get match(): string {
    if (this.groups.length === 0) return '';
    const follow = this.groups.map(([first, ...others], at) => {
      const { direction, links } = first as Inclusion;
      const types = [first as Inclusion, ...others].map(({ link }) => typeOf(link)).join('|');
      const row = `{id: n.id, type: type(link), end: end.id, link: ${links ? propertiesOf('link') : 'null'}}`;
      return call(
        'nodes',
        `UNWIND nodes AS n\nMATCH ${step('n', `link:${types}`, direction, 'end')}\nRETURN collect(${row}) AS included${at}, collect(DISTINCT end) AS ends${at}`,
      );
    });
    const all = (name: string) => `[${this.groups.map((_, at) => `${name}${at}`).join(', ')}]`;
    return [distinctNodes, ...follow, `WITH g, d, lists, ${all('included')} AS included, ${all('ends')} AS groups`, distinctNodes].join(
      '\n',
    );
  }

  /** What the answer holds of it, as part of a map. */
  get answer(): string {
    return this.groups.length === 0 ? '' : `, included: included, ends: [end IN nodes | ${summaryOf('end')}]`;
  }

  /** What each inclusion leads to, by the id of a node; none without inclusions. */
  read({ included = [], ends = [] }: IncludedAnswer): (id: string) => { included?: readonly Included[] } {
    if (this.groups.length === 0) return () => ({});
    const inOrder = [...ends].sort((a, b) => compareValues(String(a.sort), String(b.sort)) || compareValues(String(a.id), String(b.id)));
    const nodes = new Map(inOrder.map((stored, rank) => [stored.id as string, { rank, node: toSummary(stored) }]));
    const rows = new Map<string, { rank: number; node: NodeSummary; link: LinkRecord | null }[]>();
    this.groups.forEach(([inclusion], at) => {
      const { direction } = inclusion as Inclusion;
      for (const { id, type, end, link } of included[at] ?? []) {
        const [from, to] = direction === 'OUT' ? [id, end] : [end, id];
        const row = { ...(nodes.get(end) as { rank: number; node: NodeSummary }), link: link && toLink(type, from, to, link) };
        const key = `${type} ${direction} ${id}`;
        const known = rows.get(key);
        if (known) known.push(row);
        else rows.set(key, [row]);
      }
    });
    return (id) => ({
      included: this.inclusions.map(({ link, direction, links }) => {
        const found = rows.get(`${link} ${direction} ${id}`) ?? [];
        found.sort((a, b) => a.rank - b.rank || (a.link && b.link ? compareValues(linkKey(a.link), linkKey(b.link)) : 0));
        if (links) return { nodes: found.map((row) => row.node), links: found.map((row) => row.link as LinkRecord) };
        return { nodes: found.filter(({ rank }, index) => rank !== found[index - 1]?.rank).map((row) => row.node), links: null };
      }),
    });
  }
}
