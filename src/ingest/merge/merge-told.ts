/** Asks and contributions of one document merged into a dataset: matched with the known ones of their paragraph, added, or told as conflicts. */

import { linkKey } from '../../domain/link-key.js';
import type { LinkRecord, NodeRecord, Value } from '../../domain/records.js';
import type { LinkName } from '../../domain/vocabulary.js';
import { linkText } from './extracted.js';
import { type Merging, placeText, shown } from './merging.js';
import type { Told } from './told-facts.js';

/** What differs between asks and contributions. */
interface Sort {
  /** the link that ties the node to its document, and at which end the document stands */
  tie: LinkName;
  documentAt: 'from' | 'to';
  /** links that are part of what the fact is; others may be completed */
  defining: readonly LinkName[];
  /** properties that are compared */
  properties: readonly string[];
}

export const askSort: Sort = { tie: 'ASKS', documentAt: 'from', defining: [], properties: ['verb', 'addresseeClasses', 'dueYear'] };
export const contributionSort: Sort = { tie: 'DESCRIBED_IN', documentAt: 'to', defining: ['MADE'], properties: [] };

const isCurated = ({ node }: Told): boolean => node.sources.every(({ method }) => method !== 'EXTRACTED');

/** The place in an id, without the number of the fact within it: `p63.2` is `p63`; where ids are others, the paragraph. */
function placeOf({ node }: Told, document: string): string {
  const local = `${node.kind === 'ASK' ? 'ask' : 'contribution'}/${document.slice(document.indexOf('/') + 1)}/`;
  const tail = node.id.startsWith(local) ? node.id.slice(local.length) : '';
  return /^(?:annex[a-z0-9-]*-)?p/.test(tail) ? tail.replace(/\.\d+$/, '') : `p${String(node.paragraph ?? '').replaceAll(' ', '')}`;
}

/** Where the fact stands, and its verb or whoever did it: two of one place that agree in this are one fact. */
function identityOf(told: Told, document: string, { defining }: Sort): string {
  const defined = told.links.filter(({ link }) => defining.includes(link)).map(({ link, from }) => `${link} ${from}`);
  return [placeOf(told, document), told.node.verb ?? '', ...defined.sort()].join('\t');
}

/** The facts of a document that the dataset has, in the order of their rows. */
function knownOf(document: string, { tie, documentAt }: Sort, merging: Merging): Told[] {
  const other = documentAt === 'from' ? 'to' : 'from';
  const links = new Map<string, LinkRecord[]>();
  for (const link of merging.links.values()) if (link.link === tie && link[documentAt] === document) links.set(link[other] as string, []);
  if (links.size === 0) return [];
  for (const link of merging.links.values()) {
    links.get(link.from)?.push(link);
    links.get(link.to)?.push(link);
  }
  return [...links].flatMap(([id, touching]) => {
    const node = merging.known.find(id);
    return node ? [{ node, links: touching }] : [];
  });
}

/** A fact in a few words, for a conflict: verb or makers, and what it is tied to. */
function inWords({ node, links }: Told, { tie }: Sort): string {
  const ends = links.filter(({ link }) => link !== tie).map(({ link, from, to }) => `${link} ${from === node.id ? to : from}`);
  return [shown(node.verb as string | undefined), ...ends, node.dueYear ? `due ${node.dueYear}` : null].filter(Boolean).join(', ');
}

const asSet = (value: Value | undefined): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? []));

/** The links of a fact, tied to another node in its place. */
const moveLinks = ({ node, links }: Told, id: string): LinkRecord[] =>
  links.map((link) => ({ ...link, from: link.from === node.id ? id : link.from, to: link.to === node.id ? id : link.to }));

/** Compares a fact with the known one that it is; one that a person entered stays as it is, and each difference is told. */
function compare(known: Told, read: Told, document: string, sort: Sort, merging: Merging): void {
  const { id } = known.node;
  const paragraph = (read.node.paragraph ?? null) as string | null;
  const curated = isCurated(known);
  const links = moveLinks(read, id);
  const conflict = (what: string, kept: string | null, found: string | null) =>
    merging.notes.conflict({ document, paragraph, id, what, kept, read: found });

  if (!curated) merging.mergeNode({ ...read.node, id }, document, sort.properties);
  for (const property of curated ? sort.properties : []) {
    const [kept, found] = [known, read].map(({ node }) => node[property] as Value | undefined);
    if (asSet(kept) !== asSet(found)) conflict(property, shown(kept) || null, shown(found) || null);
  }
  const keys = new Set(known.links.map(linkKey));
  for (const link of links) {
    if (!curated) merging.mergeLink(link, document);
    else if (!keys.has(linkKey(link))) conflict(link.link, null, linkText(link));
  }
  const found = new Set(links.map(linkKey));
  const method = curated ? 'CURATED' : 'EXTRACTED'; // what follows by a rule no text shows
  for (const link of known.links) {
    const stated = link.evidence.every((piece) => piece.document === document && piece.method === method);
    if (stated && !found.has(linkKey(link))) conflict(link.link, linkText(link), null);
  }
  merging.notes.note('known', { document, paragraph, id, what: known.node.kind.toLowerCase() });
}

/** The first free id for one more fact of a place: `p63.4` after `p63.3`, `p71.2` beside `p71`. */
function freeId(id: string, merging: Merging): string {
  if (!merging.known.find(id)) return id;
  const base = id.replace(/(\/(?:annex[a-z0-9-]*-)?p[^/]*?)\.\d+$/, '$1');
  for (let number = 1; ; number++) {
    const next = `${base}.${number}`;
    if (!merging.known.find(next) && !(number === 1 && merging.known.find(base))) return next;
  }
}

function add(told: Told, document: string, merging: Merging): void {
  const id = freeId(told.node.id, merging);
  merging.mergeNode({ ...told.node, id }, document);
  for (const link of moveLinks(told, id)) merging.links.set(link);
}

/**
 * Merges the asks or the contributions of a document.
 *
 * @param isClosed whether a person has read the place for such facts: there nothing is added, and each difference is told
 */
export function mergeTold(
  read: readonly Told[],
  document: string,
  sort: Sort,
  merging: Merging,
  isClosed: (told: Told, known: readonly Told[]) => boolean,
): void {
  const known = knownOf(document, sort, merging);
  const open = new Map<string, Told[]>();
  for (const told of known) {
    const identity = identityOf(told, document, sort);
    open.set(identity, [...(open.get(identity) ?? []), told]);
  }
  const unmatched: Told[] = [];
  for (const told of read) {
    const match = open.get(identityOf(told, document, sort))?.shift();
    if (match) compare(match, told, document, sort, merging);
    else unmatched.push(told);
  }
  for (const told of unmatched) {
    const { node } = told;
    const paragraph = (node.paragraph ?? null) as string | null;
    if (!isClosed(told, known)) add(told, document, merging);
    else
      merging.notes.conflict({
        document,
        paragraph,
        id: node.id,
        what: 'not in the dataset, which a person made',
        kept: null,
        read: inWords(told, sort),
      });
  }
  for (const told of [...open.values()].flat()) {
    const [source] = told.node.sources;
    if (!source || source.document !== document || source.method === 'INFERRED' || source.method === 'UNVERIFIED') continue;
    const what = source.method === 'EXTRACTED' ? 'extracted earlier, not found now' : 'entered by a person, not found by the program';
    merging.notes.conflict({
      document,
      paragraph: source.paragraph,
      id: told.node.id,
      what,
      kept: inWords(told, sort) || placeText(source),
      read: null,
    });
  }
}

/** Whether all asks of a document were entered by a person who read it whole. */
export const asksAreClosed =
  (document: NodeRecord | undefined) =>
  (_: Told, known: readonly Told[]): boolean =>
    document?.asksRead === 'FULL' && known.length > 0 && known.every(isCurated);

/** Whether a person has entered the contributions of the report up to this paragraph: what stands behind was not at hand. */
export function contributionsAreClosed({ node }: Told, known: readonly Told[]): boolean {
  const numberOf = (told: NodeRecord): number => Number.parseInt(String(told.paragraph), 10);
  const last = Math.max(0, ...known.filter(isCurated).map((told) => numberOf(told.node)));
  return numberOf(node) <= last && known.every((told) => isCurated(told) || numberOf(told.node) > last);
}
