/** What a heading says of the paragraphs under it: the action line, the region, and whether they tell of implementation. */
import type { NodeRecord } from '../../domain/records.js';
import { words } from '../../domain/text.js';
import { foldKey } from '../../domain/tidy.js';
import type { Paragraph } from '../outline/outline.js';

export interface SectionReader {
  /** ids of the action lines under which a paragraph stands: of the innermost heading that names any */
  actionLines(section: readonly string[]): readonly string[];
  /** ids of the regions of the innermost heading that names any */
  regions(section: readonly string[]): readonly string[];
}

const enumerator = /^\s*(?:[IVXLC]{1,7}\.|[A-Z]\.|\d{1,2}\.|\([a-z]{1,5}\)|[a-z]\)|[–—•-])\s+/;

/** A heading without the number or letter before it; its code "(C1)" stays. */
export const withoutNumber = (heading: string): string => heading.replace(enumerator, '').trim();

const code = /\bC\s?(\d{1,2})\b/g;
const filler = new Set(['the', 'of', 'and', 'in', 'for', 'all', 'to', 'on', 'a', 'use', 'action', 'line', 'lines', 'c']);

/** The words of a title that say something; both names of ICTs are one. */
const tellingWords = (title: string): string[] =>
  words(
    title
      .replace(/\(?\bC\s?\d{1,2}\b\)?/g, ' ')
      .replace(/information and communications? technolog(?:y|ies)/gi, 'ict')
      .replace(/\bICTs\b/g, 'ict')
      .replace(/e-(?=\p{L})/giu, 'e')
      .replace(/electronic (?=p{L})/gi, 'e')
      .replace(/\becommerce\b/gi, 'ebusiness')
      .replace(/-/g, ' '),
  )
    .filter((word) => !filler.has(word))
    .map((word) => (word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word).replace(/isation$/, 'ization'));

interface Title {
  id: string;
  words: readonly string[];
}

/** From this on a heading is taken for a title of an action line. */
const alike = 0.6;

/** How much of two titles is the same, from 0 to 1: shared words against the longer of them. */
function likeness(heading: readonly string[], title: readonly string[]): number {
  if (heading.length === 0 || title.length === 0) return 0;
  // The titles of the sub-lines of C7 are one word, which says it in any short heading: "E-commerce and e-business".
  if (title.length === 1 && /^e[a-z]{5,}$/.test(title[0] ?? '') && heading.length <= 4 && heading.includes(title[0] ?? '')) return alike;
  return heading.filter((word) => title.includes(word)).length / Math.max(heading.length, title.length);
}

/** How regions are headed in reports beside their own names. */
const regionWords: readonly [RegExp, string][] = [
  [/\bwestern asia\b|\barab (?:region|states|countries|world)\b/, 'western-asia'],
  [/\b(?:latin america|caribbean)\b|\bthe americas\b/, 'latin-america-and-the-caribbean'],
  [/\basia\b(?=.{0,12}\bpacific\b)|\basia-pacific\b|^asia$/, 'asia-and-the-pacific'],
  [/\bafrica\b|\bafrican region\b/, 'africa'],
  [/\beurope\b|\beuropean region\b/, 'europe'],
];

/** A heading with such a word names a body, not a region: "Economic Commission for Africa". */
const ofBodies = /\b(?:commission|union|league|forum|dialogue|council|bank)\b/;

/** @param nodes of the dataset, of which action lines and regions are used */
export function makeSectionReader(nodes: readonly NodeRecord[]): SectionReader {
  const lines = nodes.filter(({ kind }) => kind === 'ACTION_LINE');
  const byCode = new Map(lines.map((line) => [String(line.code ?? line.id.slice(line.id.indexOf('/') + 1)).toUpperCase(), line.id]));
  const titles = lines.flatMap((line): Title[] =>
    [line.name, ...(typeof line.title === 'string' ? [line.title] : []), ...line.alternateNames].map((title) => ({
      id: line.id,
      words: tellingWords(title),
    })),
  );
  const regionIds = new Map(nodes.filter(({ kind }) => kind === 'REGION').map(({ id, name }) => [foldKey(name), id]));

  const byTitle = (heading: string): string | null => {
    const own = tellingWords(heading);
    let best: { id: string; score: number } | null = null;
    for (const { id, words: theirs } of titles) {
      const score = likeness(own, theirs);
      if (score >= alike && score > (best?.score ?? 0)) best = { id, score };
    }
    return best?.id ?? null;
  };
  const linesOf = (heading: string): string[] => {
    const plain = withoutNumber(heading);
    const codes = [...plain.matchAll(code)].map((match) => byCode.get(`C${match[1]}`)).filter((id): id is string => id !== undefined);
    const title = byTitle(plain);
    // "E-government (C7)" is the sub-line.
    if (title?.includes('.') && (codes.length === 0 || codes.some((id) => title.startsWith(`${id}.`)))) return [title];
    return codes.length > 0 ? [...new Set(codes)] : title ? [title] : [];
  };
  const regionsOf = (heading: string): string[] => {
    const plain = withoutNumber(heading).toLowerCase();
    if (plain.length > 60 || ofBodies.test(plain)) return [];
    const named = regionWords.filter(([pattern]) => pattern.test(plain)).map(([, key]) => regionIds.get(key));
    return named.filter((id): id is string => id !== undefined);
  };
  const innermost = (section: readonly string[], read: (heading: string) => string[]): readonly string[] => {
    for (const heading of section.toReversed()) {
      const found = read(heading);
      if (found.length > 0) return found;
    }
    return [];
  };
  return {
    actionLines: (section) => innermost(section, linesOf),
    regions: (section) => innermost(section, regionsOf),
  };
}

const outside =
  /\b(?:introduction|summary|trends?|context|background|findings|conclusions?|recommendations?|suggestions?|way forward|looking ahead|challenges|annex)\b/i;
const inside = /\b(?:implement\w*|follow-up|facilitat\w*|regional|international|action lines?|multi-?stakeholder)\b|\(C\d/i;

/** Whether a paragraph stands in a chapter on implementation, or under a region or action line: not among trends, findings or suggestions. */
export function tellsOfImplementation(section: readonly string[], reader: SectionReader): boolean {
  const [chapter = ''] = section;
  if (outside.test(chapter) && !/\bimplement/i.test(chapter)) return false;
  return section.some((heading) => inside.test(heading)) || reader.regions(section).length > 0 || reader.actionLines(section).length > 0;
}

const lettered = /^\(([a-k])\)\s/;

/**
 * The action lines of headings without a code or a known title, by their letter: where at least three sisters "(a)", "(b)", … stand at the
 * number of their letter, so does the rest, if it follows the letter before it ("(i)" after "(g)" is a roman one). By the heading as printed.
 */
export function linesByOrder(paragraphs: readonly Paragraph[], reader: SectionReader): ReadonlyMap<string, string> {
  const sisters = new Map<string, Map<string, string | null>>();
  for (const { section } of paragraphs) {
    for (const [depth, heading] of section.entries()) {
      if (!lettered.test(heading)) continue;
      const parent = section.slice(0, depth).join('\n');
      const group = sisters.get(parent) ?? new Map<string, string | null>();
      group.set(heading, reader.actionLines([heading])[0] ?? null);
      sisters.set(parent, group);
    }
  }
  const byOrder = new Map<string, string>();
  for (const group of sisters.values()) {
    const expected = (heading: string): string => `action-line/C${(lettered.exec(heading)?.[1] ?? 'z').charCodeAt(0) - 96}`;
    const known = [...group].filter(([, id]) => id !== null && !id.includes('.'));
    const right = known.filter(([heading, id]) => id === expected(heading)).length;
    if (right < 3 || right < known.length - 1) continue;
    let before = '`';
    for (const [heading, id] of group) {
      const letter = lettered.exec(heading)?.[1] ?? '';
      if (letter.charCodeAt(0) !== before.charCodeAt(0) + 1) continue;
      if (id === null) byOrder.set(heading, expected(heading));
      before = letter;
    }
  }
  return byOrder;
}
