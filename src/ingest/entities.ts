/** Finds the entities of the dataset in running text and in printed lists: by name, acronym or alternate name. */
import type { NodeRecord } from '../domain/records.js';
import { isExact, type NameWord, nameWords, spellingsOf, weightOf } from './entity-names.js';

export interface EntityMention {
  id: string;
  /** offsets in the text: behind `to` stands a possessive ending, where there is one */
  from: number;
  to: number;
  /** as printed, with "United Nations" before it and its acronym in brackets behind it */
  printed: string;
}

export interface EntityFinder {
  /**
   * Every mention in the order of the text, the longest where several begin at one word, none overlapping. Acronyms count in their exact case and
   * as whole words; names of four and more words in any case, shorter ones with their capitals or, behind "the", without. "Internet Society
   * of Atlantis" is another society. One pass: linear in the text.
   */
  find(text: string): EntityMention[];
  /** The entity that an entry of a printed list stands for, or null. The acronym decides only where the name does not speak against it. */
  lookUp(name: string, acronym: string | null): string | null;
  /** The names of an entity, its own first; empty for an unknown id. */
  namesOf(id: string): readonly string[];
}

interface Ending {
  /** null when two entities have this name, so that it says neither */
  id: string | null;
  strict: boolean;
  weight: number;
  alternate: boolean;
  /** the words of the name that have a capital, by place */
  capitals: readonly boolean[];
}

/** A node of the trie of names, word by word. */
interface Node {
  exact: Map<string, Node>;
  folded: Map<string, Node>;
  /** by the last word with its plural ending */
  endings: Map<string, Ending>;
  /** some name has a comma hereabouts, so that one in the text does not end it */
  comma: boolean;
}

/** A longer text is read piece by piece, so that its words are not all in memory at once. No paragraph of a real document is so long. */
const longestPiece = 200_000;

const newNode = (): Node => ({ exact: new Map(), folded: new Map(), endings: new Map(), comma: false });

/** Adds one spelling of a name. A name that two entities have counts for the one whose own it is, else for none. */
function addName(root: Node, name: string, ending: Omit<Ending, 'capitals'>): void {
  const words = [...nameWords(name)];
  const last = words.at(-1);
  if (!last) return;
  let node = root;
  for (const word of words) {
    node.comma ||= name.includes(',');
    const edges = isExact(word.printed) ? node.exact : node.folded;
    const key = isExact(word.printed) ? word.printed : word.stem;
    const next = edges.get(key) ?? newNode();
    edges.set(key, next);
    node = next;
  }
  const capitals = words.map(({ printed }) => /^\p{Lu}/u.test(printed));
  const known = node.endings.get(last.whole);
  const replaces = !known || (known.id === ending.id ? known.strict && !ending.strict : known.alternate && !ending.alternate);
  if (replaces) node.endings.set(last.whole, { ...ending, capitals });
  else if (known.id !== ending.id && known.alternate === ending.alternate) node.endings.set(last.whole, { ...known, id: null });
}

/** What may stand between two words of a name: a space, a line break, a hyphen, a stroke; a comma only where names have one. */
const joins = (gap: string, comma: boolean): boolean =>
  gap === ' ' || (gap.length <= 12 && (/^[\s\-‐‑–/]+$/.test(gap) || (comma && /^,\s+$/.test(gap))));

/** Whether the word at a place stands alone in brackets: the acronym in "Internet Governance Forum (IGF) secretariat". */
function isBracketed(text: string, words: readonly NameWord[], index: number): boolean {
  const [previous, word, next] = [words[index - 1], words[index], words[index + 1]];
  if (!previous || !word || !next || !isExact(word.printed)) return false;
  return /^\s{1,3}\($/.test(text.slice(previous.bare, word.from)) && /^\)\s{1,3}$/.test(text.slice(word.to, next.from));
}

const before = /(?:\b(?:United Nations|UN)[\s-]{1,3}(?:Office of the )?|\bOffice of the )$/;
const bracket = /^\s{0,3}\(\s?([\p{L}\p{N}][\p{L}\p{N} /-]{0,28})\s?\)/u;
/** "of the United Nations" and "of the Economic and Social Council" belong to the name; "of Atlantis" makes a short one another's. */
const ofAnother =
  /^\s{1,3}of\s{1,3}(?:the\s{1,3})?(?!United Nations|General Assembly|Economic and Social Council|Secretariat|the\b)\p{Lu}/u;
/** What may follow a name in a list and says nothing of who it is. */
const neutralTail =
  /^(?:['’]s)?\s?(?:(?:Group|secretariat|headquarters|of the (?:United Nations )?Secretariat|of the United Nations)\b)?\W*$/i;

class TrieFinder implements EntityFinder {
  private readonly root = newNode();
  private readonly names = new Map<string, readonly string[]>();

  constructor(entities: readonly NodeRecord[]) {
    for (const entity of entities) {
      const acronym = typeof entity.acronym === 'string' ? entity.acronym : '';
      const all = [entity.name, acronym, ...entity.alternateNames].filter((name) => name !== '');
      this.names.set(entity.id, [...new Set(all)]);
      for (const [index, name] of all.entries()) {
        const alternate = index > (acronym ? 1 : 0);
        for (const { text, strict } of spellingsOf(name))
          addName(this.root, text, { id: entity.id, strict, alternate: alternate || strict, weight: weightOf(text) });
      }
    }
  }

  namesOf(id: string): readonly string[] {
    return this.names.get(id) ?? [];
  }

  find(text: string): EntityMention[] {
    if (text.length <= longestPiece) return this.findInPiece(text);
    const mentions: EntityMention[] = [];
    for (let start = 0; start < text.length; ) {
      const space = text.lastIndexOf(' ', start + longestPiece);
      const end = start + longestPiece >= text.length ? text.length : space > start ? space : start + longestPiece;
      for (const mention of this.findInPiece(text.slice(start, end)))
        mentions.push({ ...mention, from: mention.from + start, to: mention.to + start });
      start = end;
    }
    return mentions;
  }

  private findInPiece(text: string): EntityMention[] {
    const mentions: EntityMention[] = [];
    const words = [...nameWords(text)];
    for (let start = 0; start < words.length; ) {
      const found = this.longest(text, words, start, false);
      if (!found) {
        start++;
        continue;
      }
      const from = words[start]?.from ?? 0;
      const to = words[found.end - 1]?.bare ?? from;
      const mention = this.widen(text, { id: found.id, from, to }, mentions.at(-1)?.to ?? 0);
      mentions.push(mention);
      start = found.end;
      while ((words[start]?.from ?? Number.POSITIVE_INFINITY) < mention.to) start++;
    }
    return mentions;
  }

  lookUp(name: string, acronym: string | null): string | null {
    const plain = name.replace(/^(?:and |the )+/i, '').trim();
    const byName = this.whole(plain);
    if (byName || !acronym) return byName ?? this.beginning(plain);
    const byAcronym = this.whole(acronym);
    if (!byAcronym || plain === '') return byAcronym;
    const own = new Set(this.namesOf(byAcronym).flatMap((each) => [...nameWords(each)].map(({ stem }) => stem)));
    const printed = [...nameWords(plain)].filter(({ stem }) => stem.length > 3);
    const shared = printed.filter(({ stem }) => own.has(stem)).length;
    return shared * 2 >= printed.length && shared > 0 ? byAcronym : this.beginning(plain);
  }

  /** The entity of which the text is the name and nothing else. */
  private whole(text: string): string | null {
    const words = [...nameWords(text)];
    const found = this.longest(text, words, 0, true);
    return found?.end === words.length && found.end > 0 ? found.id : null;
  }

  /** The entity with which the text begins, when what follows is "secretariat", "Group" or the like. */
  private beginning(text: string): string | null {
    const words = [...nameWords(text)];
    const found = this.longest(text, words, 0, true);
    const end = found ? (words[found.end - 1]?.bare ?? 0) : 0;
    return found && neutralTail.test(text.slice(end)) ? found.id : null;
  }

  /** The longest name that begins at a word, by every way through the trie: exact words and folded ones. */
  private longest(text: string, words: readonly NameWord[], start: number, anyCase: boolean): { id: string; end: number } | null {
    let best: { id: string; end: number } | null = null;
    const walk = (node: Node, index: number): void => {
      const word = words[index];
      if (!word) return;
      const previous = words[index - 1];
      if (index > start && previous && !joins(text.slice(previous.to, word.from), node.comma)) {
        const next = words[index + 1];
        if (next && isBracketed(text, words, index)) step(node, next, index + 1);
        return;
      }
      step(node, word, index);
    };
    const step = (node: Node, word: NameWord, index: number): void => {
      for (const next of [node.exact.get(word.printed), node.folded.get(word.stem)]) {
        if (!next) continue;
        const ending = next.endings.get(word.whole);
        if (ending?.id && index + 1 > (best?.end ?? 0) && (anyCase || this.accepts(text, words.slice(start, index + 1), ending)))
          best = { id: ending.id, end: index + 1 };
        walk(next, index + 1);
      }
    };
    walk(this.root, start);
    return best;
  }

  /** Whether the case of a text, and what stands around it, allow the name. */
  private accepts(text: string, words: readonly NameWord[], { strict, weight, capitals }: Ending): boolean {
    const first = words[0];
    const last = words.at(-1);
    if (!first || !last) return false;
    const behind = text.slice(last.bare, last.bare + 40);
    const exact = words.every(({ printed }) => isExact(printed));
    if (!exact && weight < 4 && ofAnother.test(behind)) return false;
    const capital = words.every(({ printed }, index) => !capitals[index] || /^[\p{Lu}\p{N}]/u.test(printed));
    if (strict)
      return (
        capital &&
        !/\p{Lu}[\p{L}-]*\s$/u.test(text.slice(Math.max(0, first.from - 30), first.from).replace(/\b(?:The|An?|United Nations|UN)\s$/, ''))
      );
    if (capital || weight >= 4) return true;
    return /\bthe\s{1,3}$/i.test(text.slice(Math.max(0, first.from - 8), first.from)) && !/^\s{1,3}of\b/.test(behind);
  }

  /** Takes "United Nations" before a mention and its acronym in brackets behind it into the mention, but never what the one before it has. */
  private widen(text: string, { id, from, to }: Omit<EntityMention, 'printed'>, floor: number): EntityMention {
    const start = Math.max(floor, from - 40);
    const prefix = before.exec(text.slice(start, from))?.[0].length ?? 0;
    const inBrackets = bracket.exec(text.slice(to, to + 40));
    const named = inBrackets?.[1] ? this.whole(inBrackets[1].trim()) : null;
    const acronym =
      inBrackets?.[1] !== undefined &&
      (named === id || (named === null && /^[\p{L}\p{N}/-]{2,15}$/u.test(inBrackets[1]) && isExact(inBrackets[1])));
    const end = acronym ? to + (inBrackets?.[0].length ?? 0) : to;
    return { id, from: from - prefix, to: end, printed: text.slice(from - prefix, end) };
  }
}

/** A finder for the nodes of the kind Entity; other kinds are left out. */
export const makeEntityFinder = (entities: readonly NodeRecord[]): EntityFinder =>
  new TrieFinder(entities.filter(({ kind }) => kind === 'ENTITY'));
