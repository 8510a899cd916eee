/** The citations of a document: every symbol, number, session and proper name in its text and footnotes, with the verb that governs it. */
import type { CitationVerb } from '../domain/vocabulary.js';
import { type Clause, clauseAt, clausesOf, grammarOf } from './clauses.js';
import type { CitationFacts, DocumentFacts, Unresolved } from './facts.js';
import type { DocumentName, Knowledge } from './knowledge.js';
import { outcomesNamedIn, outcomesOfSymbol } from './outcomes.js';
import type { Mark, Outline, Paragraph } from './outline/outline.js';
import { type References, referencesIn } from './references.js';
import { sessionsIn } from './sessions.js';

/** A citation at its place in a paragraph. */
interface Placed {
  to: string;
  at: number;
  footnote: number | null;
  /** whether the symbol stands in the footnote, not in the text */
  inNote: boolean;
  date: string | null;
}

interface Cited {
  to: string;
  date: string | null;
}

/** The places of a paragraph that name a document, by its symbol. */
type NamedPlaces = ReadonlyMap<string, readonly Placed[]>;

/** The clauses of a paragraph in the grammar of its part; a report has no governing verbs. */
export function clausesOfParagraph(paragraph: Paragraph, kind: DocumentFacts['kind']): Clause[] {
  if (kind === 'SECRETARY_GENERAL_REPORT' || kind === 'CONCEPT_NOTE') return [];
  const preamble = paragraph.where === 'PREAMBLE' || (paragraph.where === 'ANNEX' && paragraph.number === null);
  return clausesOf(paragraph.text, preamble ? 'PREAMBLE' : grammarOf(paragraph.text));
}

/** The first of each key. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const keys = new Set<string>();
  return items.filter((item) => !keys.has(keyOf(item)) && keys.add(keyOf(item)));
}

/** Reads the citations of one document; holds what stretches over its paragraphs: footnotes, and which numbers it gives anywhere. */
export class CitationReader {
  readonly unresolved: Unresolved[] = [];
  private readonly notesUsed = new Map<number, number>();
  private readonly numbered: ReadonlySet<string>;
  private readonly notesRead = new Map<string, References>();
  private lastNote: readonly Cited[] = [];

  constructor(
    private readonly outline: Outline,
    private readonly document: DocumentFacts,
    private readonly knowledge: Knowledge,
  ) {
    const texts = [...outline.paragraphs.map(({ text }) => text), ...[...outline.footnotes.values()].flat()];
    this.numbered = new Set(texts.flatMap((text) => referencesIn(text, document.body).found.map(({ to }) => to)));
  }

  read(): CitationFacts[] {
    const rows = [...this.inHead(), ...this.outline.paragraphs.flatMap((paragraph) => this.inParagraph(paragraph))];
    const own = this.document.symbol;
    const others = rows.filter(({ to, id }) => to !== own && (id === null || own === null || id !== this.knowledge.idOf(own)));
    return distinct(others, ({ to, verb, paragraph, annex, footnote, where }) =>
      JSON.stringify([to, verb, paragraph, annex, footnote, where === 'HEADER']),
    );
  }

  /** Above the text: what stands in brackets under the title, in a summary, or beside a star. Drafts are told in `document.drafts`. */
  private inHead(): CitationFacts[] {
    const lines = this.outline.head
      .filter((line) => !line.startsWith('#') && (/^[[*]/.test(line) || line.length > 200))
      .concat(this.outline.footnotes.get(0) ?? []);
    const found = lines.flatMap((line) => referencesIn(line, this.document.body).found);
    return found
      .filter(({ to }) => !/\/L\.\d/.test(to))
      .map(({ to, date }) => this.fact(to, 'CITES', { where: 'HEADER', paragraph: null, annex: null, footnote: null, date }));
  }

  private inParagraph(paragraph: Paragraph): CitationFacts[] {
    const clauses = clausesOfParagraph(paragraph, this.document.kind);
    const named = this.namedIn(paragraph.text);
    const text = [...this.symbolsIn(paragraph), ...named, ...this.sessionsIn(paragraph)];
    const byName = new Map<string, Placed[]>();
    for (const each of named) {
      const places = byName.get(each.to);
      if (places) places.push(each);
      else byName.set(each.to, [each]);
    }
    const again = new Set<string>();
    const notes = paragraph.marks.flatMap((mark, index) =>
      this.inNote(paragraph, mark, paragraph.marks[index - 1]?.at ?? 0, byName, again),
    );
    const stated = new Set(notes.map(({ to }) => this.knowledge.idOf(to) ?? to));
    const kept = text.filter(({ to, inNote }) => !inNote || !stated.has(this.knowledge.idOf(to) ?? to));
    const verbOf = (at: number): CitationVerb => clauseAt(clauses, at)?.verb.citation ?? 'CITES';
    return [...kept, ...notes]
      .sort((a, b) => a.at - b.at)
      .map(({ to, at, footnote, inNote, date }) => {
        const where = inNote && footnote !== null ? 'FOOTNOTE' : paragraph.where;
        return this.fact(to, verbOf(at), { where, paragraph: paragraph.number, annex: paragraph.annex, footnote, date });
      });
  }

  private symbolsIn({ text, number }: Paragraph): Placed[] {
    const { found, unclear } = referencesIn(text, this.document.body);
    for (const each of unclear)
      this.unresolved.push({ about: 'citation', text: each.text.slice(0, 120), paragraph: number, reason: each.reason });
    return found.flatMap(({ to, at, date }) => {
      const outcomes = outcomesOfSymbol(to);
      return (outcomes.length > 0 ? outcomes : [to]).map((each) => ({ to: each, at, footnote: null, inNote: false, date }));
    });
  }

  /** Documents by their proper names: those of the Summit wherever they are named, others only where the document gives their number nowhere. */
  private namedIn(text: string): Placed[] {
    const outcomes = outcomesNamedIn(text);
    const names = this.knowledge.names.filter((name) => this.canBeNamed(name));
    const others: Placed[] = [];
    // What a longer name has taken no shorter one sees.
    let rest = text;
    for (const { name, symbol } of names) {
      if (!rest.includes(name)) continue;
      for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + name.length)) {
        if (!/\p{L}/u.test(text.charAt(at + name.length))) others.push({ to: symbol, at, footnote: null, inNote: false, date: null });
      }
      rest = rest.replaceAll(name, ' '.repeat(name.length));
    }
    return [...outcomes.map(({ to, at }) => ({ to, at, footnote: null, inNote: false, date: null })), ...others];
  }

  private canBeNamed({ symbol, date }: DocumentName): boolean {
    const younger = date !== null && this.document.date !== null && date > this.document.date;
    return !this.numbered.has(symbol) && !younger && symbol !== this.document.symbol;
  }

  /** Sessions of the Commission; "the report on its twenty-third session" is the report, unless a footnote of the paragraph gives it. */
  private sessionsIn({ text }: Paragraph): Placed[] {
    const own = this.document.body === 'GENERAL_ASSEMBLY' ? 'ASSEMBLY' : this.document.kind === 'CONCEPT_NOTE' ? 'CSTD' : null;
    return sessionsIn(text, own)
      .filter(({ body }) => body === 'CSTD')
      .map(({ number, at, report }) => {
        const symbol = report ? this.knowledge.reportOfSession(number) : null;
        return { to: symbol ?? `CSTD-${number}`, at, footnote: null, inNote: symbol !== null, date: null };
      });
  }

  /** What a footnote says of itself; "ibid." repeats the one before. A long one on which many marks hang is read once. */
  private citedBy(text: string, paragraph: string | null): readonly Cited[] {
    const known = this.notesRead.get(text);
    const { found, unclear } = known ?? referencesIn(text, this.document.body);
    if (!known) this.notesRead.set(text, { found, unclear });
    for (const each of unclear) this.unresolved.push({ about: 'citation', text: each.text.slice(0, 120), paragraph, reason: each.reason });
    this.lastNote = found.length === 0 && /^Ibid\b/i.test(text) ? this.lastNote : found.map(({ to, date }) => ({ to, date }));
    return this.lastNote;
  }

  /**
   * What a footnote cites. Documents of the Summit that the text names before the mark are cited there, and get the number of the footnote.
   *
   * @param again the texts on which marks of the paragraph hang already: all but names are said
   */
  private inNote({ number }: Paragraph, mark: Mark, from: number, named: NamedPlaces, again: Set<string>): Placed[] {
    const texts = this.outline.footnotes.get(mark.note);
    const used = this.notesUsed.get(mark.note) ?? 0;
    this.notesUsed.set(mark.note, used + 1);
    const text = texts?.[used] ?? texts?.at(-1);
    if (text === undefined) return [];
    const key = `${mark.note} ${text}`;
    const said = again.has(key);
    again.add(key);
    const cited = this.citedBy(text, number).filter(({ to }) => !said || outcomesOfSymbol(to).length > 0);
    return cited.flatMap(({ to, date }) => {
      const outcomes = outcomesOfSymbol(to);
      const places = outcomes.flatMap((each) => named.get(each) ?? []);
      for (const each of places) if (each.at >= from && each.at < mark.at) each.footnote = mark.note;
      if (places.some(({ at }) => at < mark.at)) return [];
      return (outcomes.length > 0 ? outcomes : [to]).map((each) => ({ to: each, at: mark.at, footnote: mark.note, inNote: true, date }));
    });
  }

  private fact(
    to: string,
    verb: CitationVerb,
    place: Pick<CitationFacts, 'where' | 'paragraph' | 'annex' | 'footnote' | 'date'>,
  ): CitationFacts {
    return { to, id: this.knowledge.idOf(to), verb, ...place };
  }
}
