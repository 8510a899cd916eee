/** Folds what would fill a picture without telling more: a run of yearly texts of one family, and a list that one text alone cites. */
import { byDate, familyOf, type Lane, laneOf, laneOrder } from './lanes.js';
import type { Citation, Reach, Text } from './reach.js';

/** What stands in the picture as one: a text, a run of yearly texts, or a list of texts reached by the same texts alone. */
export interface Item {
  /** lasting, for the address: the id of its newest text, with its form before it where it is a stack */
  key: string;
  form: 'text' | 'run' | 'list';
  lane: Lane;
  /** newest first; one where it is a text */
  texts: readonly [Text, ...Text[]];
  /** of a list: the texts that lead to it */
  ways?: readonly Text[];
}

/** A stack, folded or open, so that it can be opened and folded again. */
export interface Folding {
  items: readonly Item[];
  /** all stacks, those that are open too */
  stacks: readonly Item[];
}

/** The fewest texts that are worth folding. */
const fewest = 3;

/** The neighbours of the root always stand for themselves. */
const canFold = ({ depth }: Text) => depth >= 2;

/** Stretches of a list whose members share a key that is not null. */
function stretches(texts: readonly Text[], keyOf: (text: Text) => string | null): Text[][] {
  const found: Text[][] = [];
  let last: string | null = null;
  for (const text of texts) {
    const key = keyOf(text);
    if (key !== null && key === last) found.at(-1)?.push(text);
    else found.push([text]);
    last = key;
  }
  return found;
}

const isStack = (texts: readonly Text[]): texts is [Text, ...Text[]] => texts.length >= fewest;

function stack(form: 'run' | 'list', lane: Lane, texts: [Text, ...Text[]]): Item {
  return { key: `${form}:${texts[0].id}`, form, lane, texts };
}

/** Runs: texts of one yearly family and one depth that follow each other in their lane. */
function runsOf(lane: Lane, texts: readonly Text[]): Item[] {
  const keyOf = (text: Text) => (text.date && canFold(text) && familyOf(text) ? `${familyOf(text)} ${text.depth} ${text.side}` : null);
  return stretches(texts, keyOf)
    .filter(isStack)
    .map((run) => stack('run', lane, run));
}

/** For each text, by which texts it is reached on a shortest way, and whether something is reached through it. */
function waysOf({ nearest, texts }: Reach): { parents: Map<string, string>; onward: Set<string> } {
  const sources = new Map<string, Set<string>>();
  const onward = new Set<string>();
  for (const { from, to } of nearest) {
    const [near, far] = (texts.get(from)?.depth ?? 0) < (texts.get(to)?.depth ?? 0) ? [from, to] : [to, from];
    onward.add(near);
    sources.set(far, (sources.get(far) ?? new Set()).add(near));
  }
  return { parents: new Map([...sources].map(([id, ids]) => [id, [...ids].sort().join('|')])), onward };
}

/** Lists: ends of ways that the same texts lead to; those without a date apart. */
function listsOf(lane: Lane, texts: readonly Text[], reached: Reach): Item[] {
  const { parents, onward } = waysOf(reached);
  const lists = new Map<string, Text[]>();
  for (const text of texts) {
    if (!canFold(text) || onward.has(text.id)) continue;
    const key = `${text.date ? '' : 'undated '}${text.side} ${parents.get(text.id)}`;
    lists.set(key, [...(lists.get(key) ?? []), text]);
  }
  return [...lists.values()].filter(isStack).map((list) => {
    const ways = (parents.get(list[0].id) ?? '').split('|').flatMap((id) => reached.texts.get(id) ?? []);
    return { ...stack('list', lane, list), ways };
  });
}

/** The items of a picture; `isOpen` tells by the key of a stack whether its texts stand for themselves. */
export function fold(reached: Reach, isOpen: (key: string) => boolean): Folding {
  const items: Item[] = [];
  const stacks: Item[] = [];
  for (const lane of laneOrder) {
    const texts = [...reached.texts.values()].filter((text) => laneOf(text) === lane).sort(byDate);
    const runs = runsOf(lane, texts);
    const inRuns = new Set(runs.flatMap((run) => run.texts));
    const lists = listsOf(
      lane,
      texts.filter((text) => !inRuns.has(text)),
      reached,
    );
    stacks.push(...runs, ...lists);
    const folded = [...runs, ...lists].filter(({ key }) => !isOpen(key));
    const inStacks = new Set(folded.flatMap((item) => item.texts));
    const single = texts.filter((text) => !inStacks.has(text)).map((text): Item => ({ key: text.id, form: 'text', lane, texts: [text] }));
    items.push(...folded, ...single);
  }
  return { items, stacks };
}

/** Above this number of citations on shortest ways only one way to each text is drawn. */
const mostOnWays = 300;

/** One shortest way to each text: that through the text which leads to the most. */
function oneWayEach({ nearest, texts }: Reach): Citation[] {
  const ends = ({ from, to }: Citation) =>
    (texts.get(from)?.depth ?? 0) < (texts.get(to)?.depth ?? 0) ? ([from, to] as const) : ([to, from] as const);
  const leadsTo = new Map<string, Set<string>>();
  for (const citation of nearest) {
    const [near, far] = ends(citation);
    leadsTo.set(near, (leadsTo.get(near) ?? new Set()).add(far));
  }
  const chosen = new Map<string, string>();
  for (const citation of nearest) {
    const [near, far] = ends(citation);
    const best = chosen.get(far);
    if (best === undefined || (leadsTo.get(near)?.size ?? 0) > (leadsTo.get(best)?.size ?? 0)) chosen.set(far, near);
  }
  return [...nearest].filter((citation) => {
    const [near, far] = ends(citation);
    return chosen.get(far) === near;
  });
}

/** The citations that the picture shows: all, or those on the shortest ways, or where these are too many those of one way to each text. */
export function shownCitations(reached: Reach, all: boolean): readonly Citation[] {
  if (all) return reached.citations;
  return reached.nearest.size > mostOnWays ? oneWayEach(reached) : [...reached.nearest];
}
