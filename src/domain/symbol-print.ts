/** How one document symbol is spelled: the canonical print of a symbol written out in full, such as `A/C.2/79/L.33/Rev.1`. */
import { kindOfId } from './graph.js';

/** Parts that are a word and a number, printed with a point between: `CN.16`, `L.58`, `Rev.1`. */
const numbered = /^(REV|ADD|CORR|AMEND|SUB|AC|C|CN|CONF|CRP|INF|L|NGO|PV|SR|WG)[. ]?(\d+)$/;
const titleCase = new Set(['REV', 'ADD', 'CORR', 'AMEND', 'SUB']);
/** `125`, `CN.16`, and with a hyphen of its own `S-20`, `PC-3`. */
const plainPart = /^(?:[A-Z0-9]+(?:\.[A-Z0-9]+)*|[A-Z]{1,4}-[A-Z0-9]{1,4})$/;
const organ = /^[A-Z]{1,10}(?:-[A-Z0-9]{1,4})?$/;
/** Words that people write before a number; no organ is called so. They are read in symbol.ts. */
const notOrgans = new Set([
  'RES',
  'DEC',
  'GA',
  'UNGA',
  'ECOSOC',
  'UN',
  'DOC',
  'NO',
  'GOAL',
  'TARGET',
  'CSTD',
  'RESOLUTION',
  'DECISION',
  'DOCUMENT',
]);

const capitalize = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** What stands in brackets: a session `(XII)` and a revision `(Rev.1)` follow at once, `(Sect. 3)`, `(Vol. II)` and `(Part I)` after a space. */
function printBrackets(text: string): string | null {
  if (/^(?:E?S-)?[IVXLC]+$/.test(text) || /^\d{4}$/.test(text)) return `(${text})`;
  const [, word, separator, number] = /^(REV|ADD|CORR|SECT|VOL|PART|SUPP|SUPPL|CHAP|ANNEX)(?:([. ]) ?)?([A-Z0-9]+)?$/.exec(text) ?? [];
  if (!word || (number && !separator)) return null;
  if (/^(?:REV|ADD|CORR)$/.test(word)) return number ? `(${capitalize(word)}.${number})` : null;
  const point = word === 'SECT' || word === 'VOL' ? '.' : '';
  return ` (${[capitalize(word) + point, number].filter(Boolean).join(' ')})`;
}

/** One part between slashes; `act` when it stands in the symbol of a resolution or decision, whose number a letter may follow: `270 B`. */
function printPart(text: string, act: boolean): string | null {
  const [, word, digits] = numbered.exec(text) ?? [];
  if (word) return `${titleCase.has(word) ? capitalize(word) : word}.${digits}`;
  const [head = '', ...rest] = text.split('(');
  const [, number, letter] = (act && /^(\d+) ?([A-Z])$/.exec(head)) || [];
  if (number && rest.length === 0) return `${number} ${letter}`;
  let printed = head.trim();
  if (!plainPart.test(printed)) return null;
  for (const piece of rest) {
    const close = piece.indexOf(')');
    const brackets = printBrackets(piece.slice(0, Math.max(0, close)).trim());
    const after = piece.slice(close + 1).trim();
    if (!brackets || (after && !(act && /^[A-Z]$/.test(after)))) return null;
    printed += brackets + (after && ` ${after}`);
  }
  return printed;
}

/** The number of an act: `70/125`, `2006/46`, `57/270 B`, `ES-11/1`, `1145(XII)`, `3201(S-VI)`, `1325(2000)`; a correction may follow. */
const actNumber = /^(?:(?:E?S-)?\d{1,4}\/\d{1,4}|\d{1,4}\((?:(?:E?S-)?[IVXLC]+|\d{4})\))(?: [A-Z])?(?:\/(?:Add|Corr|Rev)\.\d{1,3})?$/;

/** One symbol, not a double one. */
function printSingle(parts: readonly string[]): string | null {
  const [first = '', ...others] = parts;
  if (!organ.test(first) || notOrgans.has(first) || kindOfId(`${first.toLowerCase()}/`)) return null;
  // "A/RES 70/125" and "A/RES/70-125" are written too.
  const rest = others
    .flatMap((part, at) => (at === 0 ? /^(RES|DEC)[ .-]?(\d.*)$/ : /^(\d+)-(\d+)$/).exec(part)?.slice(1) ?? [part])
    .join('/')
    // The letter of a part of a resolution, where slashes came of underscores: "57_270_B".
    .replace(/^((?:RES|DEC)\/[^/]+\/\d+)\/([A-Z])$/, '$1 $2');
  const act = /^(?:RES|DEC)\//.test(rest);
  const printed = rest.split('/').map((part) => printPart(part, act));
  if (printed.includes(null) || !/\d/.test(rest) || (act && !actNumber.test(printed.slice(1).join('/')))) return null;
  return [first, ...printed].join('/');
}

/** The singles of a double symbol as they were written, split into parts: at `-E/` and, in names of files, at `/E/` after a number. */
function splitDouble(text: string): string[][] {
  const singles: string[] = [];
  for (const piece of text.split(/-(?=[A-Z]{1,10}(?:-\d{1,4})?\/)/)) {
    const before = singles.at(-1);
    // "WSIS-II/PC-3/DOC/5" has a hyphen of its own: what stands before it is no symbol yet.
    if (before !== undefined && !/\/.*\d/.test(before)) singles[singles.length - 1] = `${before}-${piece}`;
    else singles.push(piece);
  }
  return singles.flatMap((single) => {
    const parts = single.split('/');
    const starts = parts.flatMap((part, at) =>
      at > 1 && at < parts.length - 2 && /^[AES]$/.test(part) && /^\d+$/.test(parts[at - 1] ?? '') ? [at] : [],
    );
    return [0, ...starts].map((start, at) => parts.slice(start, starts[at]));
  });
}

/**
 * The canonical print of a document symbol written out in full, or null when the text is none.
 * @param text tidied (tidy.ts); any case, with underscores for slashes, spaces around dashes, star marks, `.pdf` or "and Corr.1" after it
 */
export function printSymbol(text: string): string | null {
  const plain = text
    .toUpperCase()
    .replace(/\*/g, '')
    .replace(/_/g, '/')
    .replace(/\.(?:PDF|TXT|HTML?|DOCX?)$/, '')
    .replace(/ ?\(?(?:AND|&) (?:ADD|CORR)\. ?\d+\)?$/, '')
    .replace(/ ?([/-]) ?/g, '$1')
    .replace(/ ?\. ?/g, '.')
    .trim();
  if (!plain.includes('/')) return null;
  const printed = splitDouble(plain).map(printSingle);
  return printed.includes(null) ? null : printed.join('-');
}

/** The singles of a symbol in canonical print: two for a double symbol, else the symbol alone. */
export const singlesOf = (canonical: string): string[] => splitDouble(canonical).map((parts) => parts.join('/'));
