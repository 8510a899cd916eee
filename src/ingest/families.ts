/** Tells from a document's own text of which family it is, and reads what its head says: symbol, title, date, session. */
import { canonicalSymbol } from '../domain/symbol.js';
import type { Body } from '../domain/vocabulary.js';
import { ErrorCode, PublicError } from '../errors.js';
import type { DocumentFacts, Family } from './facts.js';
import type { Knowledge } from './knowledge.js';
import type { OutlineForm } from './outline/build-outline.js';
import { dateFollowing, referencesIn } from './references.js';
import { type Page, superscripts } from './source/pages.js';

/** The first lines of a document, without empty ones; its family stands there. */
const headLength = 80;
const firstLines = (pages: readonly Page[]): string[] =>
  pages
    .flatMap((page) => page.lines.map(({ text }) => text))
    .filter(Boolean)
    .slice(0, headLength);

const bodyOf = (text: string): Body | null =>
  /General Assembly/.test(text) ? 'GENERAL_ASSEMBLY' : /Economic and Social Council/.test(text) ? 'ECONOMIC_AND_SOCIAL_COUNCIL' : null;

const decision =
  /\bAt its (?:\d{1,3}(?:st|nd|rd|th)|[a-z-]{5,20}) (?:\([a-z ]+\) )?(?:plenary )?(?:meeting|session), on \d{1,2} [A-Z][a-z]+ (?:19|20)\d\d, the (General Assembly|Economic and Social Council)\b(?:[^.]|\.(?=\S)){0,400}\bdecided\b/;

/** Of which family a document is; the head and, for a decision, the text tell it. */
function familyOf(lines: readonly string[]): { family: Family; body: Body | null } | null {
  const head = lines.join('\n');
  const adopted = /^Resolution adopted by the (General Assembly|Economic and Social Council)\b/m.exec(head);
  if (adopted)
    return adopted[1] === 'General Assembly'
      ? { family: 'GENERAL_ASSEMBLY_RESOLUTION', body: 'GENERAL_ASSEMBLY' }
      : { family: 'ECOSOC_RESOLUTION', body: 'ECONOMIC_AND_SOCIAL_COUNCIL' };
  const draft =
    /\bdraft (?:resolution|decision)\b/i.test(head) &&
    (/^[AE]\/(?:[A-Z0-9.]+\/){0,3}L\.\d+/m.test(head) || /^Distr\.: Limited/m.test(head));
  if (draft)
    return {
      family: 'DRAFT',
      body: lines.slice(0, 15).some((line) => /^(?:United Nations )?E\//.test(line)) ? 'ECONOMIC_AND_SOCIAL_COUNCIL' : 'GENERAL_ASSEMBLY',
    };
  const text = lines.join(' ');
  const decided = decision.exec(text);
  if (decided) return { family: 'DECISION', body: bodyOf(decided[1] ?? '') };
  const summit = /World Summit on the Information\s+Society|\bWSIS\b/;
  if (/^(?:\**)?Report of the Secretary-General/m.test(head) && summit.test(text))
    return { family: 'SECRETARY_GENERAL_REPORT', body: null };
  const note = /\bConcept note\b/i.test(text) || /^(?:\S+ ){0,3}Note on /m.test(head);
  if (note && (/Commission on Science and Technology for Development|\bCSTD\b/.test(text) || summit.test(text)))
    return { family: 'CONCEPT_NOTE', body: null };
  return null;
}

/** A line of the head without what stands beside it in the masthead, and without marks of footnotes. */
const plain = (line: string): string => line.replace(new RegExp(`(?<![${superscripts}*])[${superscripts}*]+$`), '').trim();
const titleStart = /^(\d{1,4}\/\d{1,4})\. (?=\S)/;

/** The number of a resolution or decision and its title, which may run over several lines: "70/125. Outcome document …". */
function numberAndTitle(lines: readonly string[], form: 'RES' | 'DEC'): { symbol: string; title: string } | null {
  const from = lines.findIndex((line) => titleStart.test(line));
  const number = titleStart.exec(lines[from] ?? '')?.[1];
  if (!number) return null;
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => /^(?:The (?:General Assembly|Economic and Social Council)\b|At its |[A-Z]$|\[)/.test(line));
  let title = [lines[from] ?? '', ...rest.slice(0, end < 0 || end > 8 ? 0 : end)].map(plain).join(' ').replace(titleStart, '');
  // Part B of a resolution prints its letter under, or behind, the title.
  const letter = / ([A-Z])$/.exec(title)?.[1] ?? (end >= 0 && /^[A-Z]$/.test(rest[end] ?? '') ? rest[end] : undefined);
  if (letter && title.endsWith(` ${letter}`)) title = title.slice(0, -2);
  const organ = /^(?:19|20)\d\d\//.test(number) ? 'E' : 'A';
  return { symbol: `${organ}/${form}/${number}${letter ? ` ${letter}` : ''}`, title };
}

const oneDate = /\b(\d{1,2})(?:st|nd|rd|th)? ([A-Z][a-z]{2,8}) ((?:19|20)\d\d)\b/;
const dateIn = (text: string | undefined): string | null => {
  const found = oneDate.exec(text ?? '');
  return found ? (dateFollowing(` of ${found[1]} ${found[2]} ${found[3]}`)?.date ?? null) : null;
};

const sessionLine =
  /^(?:[A-Z][a-z]+(?:-[a-z]+)? (?:annual |special |emergency special )?session|(?:19|20)\d\d session|(?:Resumed )?[A-Z][a-z]+ session of (?:19|20)\d\d)$/i;
const itemLine =
  /^(?:Agenda item|Item|Agenda items)s? ((?:\d{1,3}(?: ?\([a-z]\))?|\([a-z]\))(?:(?:, | and |, and )(?:\d{1,3}(?: ?\([a-z]\))?|\([a-z]\))){0,9})/;

/** The date of adoption, under "Resolution adopted by …" or at the end; of a report or draft, that of its distribution. */
function dateOf(lines: readonly string[], closing: readonly string[], family: Family): string | null {
  const adopted = lines.findIndex((line) => /^Resolution adopted by /.test(line));
  if (adopted >= 0) {
    const here = dateIn(
      lines
        .slice(adopted, adopted + 2)
        .join(' ')
        .replace(/\[.*/, ''),
    );
    return here ?? dateIn(closing.join(' '));
  }
  if (family === 'DECISION') return dateIn(decision.exec(lines.join(' '))?.[0]);
  const distributed = lines.findIndex((line) => /^Distr\.:/.test(line));
  return dateIn(distributed < 0 ? lines.slice(0, 30).join(' ') : lines.slice(distributed, distributed + 3).join(' '));
}

/** The symbols that the masthead prints alone on their lines; a report has one before each of two bodies. */
function mastheadSymbol(lines: readonly string[]): string | null {
  const until = lines.findIndex((line) =>
    /^(?:Resolution adopted|Draft |Report of|The General Assembly,|The Economic and Social Council,)/.test(line),
  );
  const symbols = lines
    .slice(0, until < 0 ? 25 : until)
    .map((line) => line.replace(/^United Nations (?=[A-Z]\/)/, ''))
    .map((line) =>
      /^[A-Z]{1,3}\/\S{3,60}(?:[ -]\S{1,30})?$/.test(plain(line)) ? canonicalSymbol(plain(line).replace(/[–−]/g, '-')) : null,
    )
    .filter((symbol) => symbol !== null);
  const [first, second] = [...new Set(symbols)];
  if (!first) return null;
  const double = second && first.startsWith('A/') && second.startsWith('E/') && !first.includes('-');
  return double ? canonicalSymbol(`${first}-${second}`) : first;
}

/** Where a file says in a comment of its first line what it is: for texts whose own number is lost. */
function symbolInComment(lines: readonly string[], body: Body | null, family: Family): string | null {
  const comment = lines.find((line) => line.startsWith('# source:'));
  if (!comment) return null;
  const named = referencesIn(comment.slice(9, 300), body).found.map(({ to }) => to);
  return named.find((symbol) => family !== 'DECISION' || symbol.includes('/DEC/')) ?? null;
}

const reportTitle = /^(?:Progress made|Implementation|Follow-up|Outcomes?|World Summit)/;
function titleOf(lines: readonly string[], family: Family): string | null {
  if (family === 'CONCEPT_NOTE') {
    const at = lines.findIndex((line) => /\bConcept note\b|\bNote on\b/i.test(line));
    const long = lines.slice(0, Math.max(at + 1, 8)).find((line) => line.length > 40 && !/^United Nations Commission/.test(line));
    return plain((/\bNote on\b/i.test(lines[at] ?? '') ? lines[at] : long) ?? '') || null;
  }
  if (family === 'DECISION') return plain(lines.find((line) => !line.startsWith('#')) ?? '').replace(titleStart, '') || null;
  if (family === 'DRAFT') {
    const from = lines.findIndex((line) => /\bdraft (?:resolution|decision)\b/i.test(line)) + 1;
    const until = lines.findIndex((line) => /^The (?:General Assembly|Economic and Social Council)\b/.test(line));
    return (
      lines
        .slice(from, Math.min(until, from + 6))
        .map(plain)
        .join(' ') || null
    );
  }
  const until = lines.findIndex((line) => /^Report of the Secretary-General/.test(line));
  const from = lines.findIndex((line) => reportTitle.test(line));
  if (family !== 'SECRETARY_GENERAL_REPORT' || from < 0 || until < from) return null;
  return lines.slice(from, until).map(plain).join(' ');
}

/**
 * What the head of a document says of it.
 *
 * @throws PublicError UNKNOWN_DOCUMENT when it is of no family that `ingest` knows
 */
export function readDocumentFacts(pages: readonly Page[], knowledge: Knowledge): DocumentFacts {
  const lines = firstLines(pages);
  const found = familyOf(lines);
  if (!found) {
    throw new PublicError(
      ErrorCode.UNKNOWN_DOCUMENT,
      'the text is of no family that ingest knows: a resolution of the General Assembly or of the Economic and Social Council, a decision, a draft, a report of the Secretary-General on the World Summit, or a concept note, in English',
    );
  }
  const { family, body } = found;
  const own = lines.filter((line) => !line.startsWith('#'));
  const closing = closingLines(pages);
  const act = family === 'DECISION' ? numberAndTitle(own, 'DEC') : /RESOLUTION/.test(family) ? numberAndTitle(own, 'RES') : null;
  const title = act?.title ?? titleOf(own, family);
  const date = dateOf(own, closing, family);
  const known = family === 'SECRETARY_GENERAL_REPORT' && title && date ? knowledge.reportOf(title, date) : null;
  const symbol = mastheadSymbol(own) ?? act?.symbol ?? symbolInComment(lines, body, family) ?? known;
  const brackets = /\[[^\]]{5,400}\]/.exec(own.join(' '))?.[0] ?? '';
  const named = referencesIn(brackets, body).found.map(({ to }) => to);
  const recommending = /on the (?:recommendation|report) of the ([A-Z][A-Za-z ]{3,80}?)(?: \(|\])/.exec(brackets)?.[1] ?? null;
  const session = /Commission on Science/.test(recommending ?? '')
    ? named.map((each) => knowledge.sessionOfReport(each)).find((id) => id !== null)
    : null;
  const item = own.map((line) => itemLine.exec(line)?.[1]).find(Boolean);
  return {
    symbol,
    title,
    body,
    kind: family,
    date,
    session:
      own
        .slice(0, 40)
        .map(plain)
        .find((line) => sessionLine.test(line)) ?? null,
    agendaItem: item ?? null,
    recommendedBy: session ?? recommending,
    draftOf: family === 'DRAFT' && symbol ? knowledge.resolutionOfDraft(symbol) : null,
    drafts: named.filter((each) => /\/L\.\d/.test(each)),
  };
}

/** The lines at the end of a resolution: the meeting that adopted it, and its date, before any annex. */
function closingLines(pages: readonly Page[]): string[] {
  const all = pages.flatMap((page) => page.lines.map(({ text }) => text)).filter(Boolean);
  const meeting = all.findIndex((line) => /^\d{1,3}(?:st|nd|rd|th) (?:\([a-z ]+\) )?(?:plenary )?meeting\b/.test(line));
  return meeting < 0 ? [] : all.slice(meeting, meeting + 2);
}

/** The form in which each family is written. */
export const formOf: Readonly<Record<Family, OutlineForm>> = {
  GENERAL_ASSEMBLY_RESOLUTION: 'ACT',
  ECOSOC_RESOLUTION: 'ACT',
  DRAFT: 'ACT',
  DECISION: 'NOTE',
  SECRETARY_GENERAL_REPORT: 'REPORT',
  CONCEPT_NOTE: 'NOTE',
};
