/** The dataset in plain Maps, as somebody would hold it who wrote a server for these questions alone. */
import type { Dataset, LinkRecord, NodeRecord } from '../../../src/domain/records.js';
import type { LinkName } from '../../../src/domain/vocabulary.js';
import { compareValues, linkKey, sortKeyOf } from '../../../src/store/order.js';

/** A link with the node at its other end. */
export interface End {
  node: NodeRecord;
  link: LinkRecord;
}

type Ends = Map<string, End[]>;

export interface InMemory {
  byId: Map<string, NodeRecord>;
  /** links by name, then by the node that they leave or reach, in the default order of the other ends */
  out: Record<LinkName, Ends>;
  into: Record<LinkName, Ends>;
  /** all of a kind, in the default order */
  of(kind: NodeRecord['kind']): readonly NodeRecord[];
  /** contributions under a line and its sub-lines, in the default order, each once */
  under(line: string): NodeRecord[];
}

const none: End[] = [];
export const endsAt = (ends: Ends | undefined, id: string): readonly End[] => ends?.get(id) ?? none;

export function inMemory({ nodes, links }: Dataset): InMemory {
  const sorted = nodes
    .map((node) => ({ node, key: sortKeyOf(node) }))
    .sort((a, b) => compareValues(a.key, b.key) || compareValues(a.node.id, b.node.id));
  const rank = new Map(sorted.map(({ node }, place) => [node.id, place]));
  const byId = new Map(sorted.map(({ node }) => [node.id, node]));
  const [out, into] = [{} as Record<LinkName, Ends>, {} as Record<LinkName, Ends>];
  const add = (all: Record<LinkName, Ends>, at: string, other: string, link: LinkRecord) => {
    all[link.link] ??= new Map();
    const list = all[link.link].get(at);
    const end = { node: byId.get(other) as NodeRecord, link };
    if (list) list.push(end);
    else all[link.link].set(at, [end]);
  };
  for (const link of links) {
    add(out, link.from, link.to, link);
    add(into, link.to, link.from, link);
  }
  const place = ({ node }: End) => rank.get(node.id) as number;
  for (const all of [out, into])
    for (const ends of Object.values(all))
      for (const list of ends.values()) list.sort((a, b) => place(a) - place(b) || compareValues(linkKey(a.link), linkKey(b.link)));

  const pages = new Map<string, NodeRecord[]>();
  const under = (line: string): NodeRecord[] => {
    let found = pages.get(line);
    if (!found) {
      const lines = [line, ...endsAt(into.PART_OF, line).map(({ node }) => node.id)];
      found = [...new Set(lines.flatMap((each) => endsAt(into.UNDER, each).map(({ node }) => node)))];
      if (lines.length > 1) found.sort((a, b) => (rank.get(a.id) as number) - (rank.get(b.id) as number));
      pages.set(line, found);
    }
    return found;
  };
  const kinds = new Map<NodeRecord['kind'], NodeRecord[]>();
  for (const { node } of sorted) {
    const list = kinds.get(node.kind);
    if (list) list.push(node);
    else kinds.set(node.kind, [node]);
  }
  const of = (kind: NodeRecord['kind']) => kinds.get(kind) ?? [];
  return { byId, out, into, under, of };
}
