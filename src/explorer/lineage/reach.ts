/** What is within reach of a text by citations of chosen verbs, at which depth, and by which citations it is reached soonest. */
import type { Kind } from '../words.js';

/** How many documents are asked for: some at first, then as many as the limit of cost leaves room for. */
export const [some, most] = [300, 500] as const;

export type Direction = 'ANCESTORS' | 'DESCENDANTS' | 'BOTH';

/** A document as the query Lineage gives it. */
export interface Paper {
  id: string;
  kind: Kind;
  name: string;
  title: string;
  symbol: string | null;
  date: string | null;
  alternateNames: readonly string[];
  /** FULL, PARTIAL or NONE: how far its own citations were read */
  citationsRead: string;
  body?: string | null;
  family?: string | null;
  series?: string | null;
}

/** Where a text cites another. */
export interface Place {
  paragraph: string | null;
  where: string | null;
  footnote: number | null;
  method: string;
}

export interface Citation {
  from: string;
  to: string;
  verb: string;
  evidence: readonly Place[];
}

/** A document within reach. `below` the root stands what it rests on, `above` it what rests on it: newer is drawn higher. */
export interface Text extends Paper {
  depth: number;
  side: 'root' | 'above' | 'below';
}

export interface Reach {
  root: Text;
  /** the root and the others, by id */
  texts: ReadonlyMap<string, Text>;
  /** every citation between them by a chosen verb */
  citations: readonly Citation[];
  /** those of them that lie on a shortest way from the root */
  nearest: ReadonlySet<Citation>;
}

function depthsFrom(root: string, steps: ReadonlyMap<string, readonly string[]>, maxDepth: number): Map<string, number> {
  const depths = new Map([[root, 0]]);
  let level = [root];
  for (let depth = 1; depth <= maxDepth && level.length > 0; depth++) {
    const next: string[] = [];
    for (const id of level) {
      for (const other of steps.get(id) ?? []) {
        if (depths.has(other)) continue;
        depths.set(other, depth);
        next.push(other);
      }
    }
    level = next;
  }
  return depths;
}

function listsBy(citations: readonly Citation[], key: 'from' | 'to', value: 'from' | 'to'): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const citation of citations) {
    const list = lists.get(citation[key]);
    if (list) list.push(citation[value]);
    else lists.set(citation[key], [citation[value]]);
  }
  return lists;
}

/**
 * Narrows what the API found to the citations that `isChosen` accepts. That is exact as long as the answer is not truncated:
 * fewer citations make ways longer, so nothing comes within reach that was not before.
 */
export function reach(
  rootId: string,
  papers: readonly Paper[],
  all: readonly Citation[],
  direction: Direction,
  maxDepth: number,
  isChosen: (verb: string) => boolean,
): Reach {
  const known = new Map(papers.map((paper) => [paper.id, paper]));
  const chosen = all.filter(({ from, to, verb }) => isChosen(verb) && known.has(from) && known.has(to));
  const below = direction === 'DESCENDANTS' ? new Map([[rootId, 0]]) : depthsFrom(rootId, listsBy(chosen, 'from', 'to'), maxDepth);
  const above = direction === 'ANCESTORS' ? new Map([[rootId, 0]]) : depthsFrom(rootId, listsBy(chosen, 'to', 'from'), maxDepth);
  const texts = new Map<string, Text>();
  for (const paper of papers) {
    const down = below.get(paper.id) ?? Number.POSITIVE_INFINITY;
    const up = above.get(paper.id) ?? Number.POSITIVE_INFINITY;
    const depth = Math.min(down, up);
    if (!Number.isFinite(depth)) continue;
    texts.set(paper.id, { ...paper, depth, side: depth === 0 ? 'root' : down <= up ? 'below' : 'above' });
  }
  const root = texts.get(rootId);
  if (!root) throw new Error('The root must be among the documents.');
  const citations = chosen.filter(({ from, to }) => texts.has(from) && texts.has(to) && from !== to);
  const isNearest = ({ from, to }: Citation) => {
    const [fromBelow, toBelow] = [below.get(from), below.get(to)];
    if (fromBelow !== undefined && toBelow === fromBelow + 1) return true;
    const [fromAbove, toAbove] = [above.get(from), above.get(to)];
    return toAbove !== undefined && fromAbove === toAbove + 1;
  };
  return { root, texts, citations, nearest: new Set(citations.filter(isNearest)) };
}
