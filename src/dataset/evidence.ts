/** The evidence columns of a row read as pieces of evidence. */
import { evidenceColumns } from '../domain/graph.js';
import { isParagraph } from '../domain/paragraph.js';
import type { Evidence } from '../domain/records.js';
import { Method, Where } from '../domain/vocabulary.js';
import { alone, checkText, isAddress, listSeparator, readCell } from './cells.js';
import { quoted } from './problems.js';

type Column = (typeof evidenceColumns)[number];

/** Takes a message about one column of the row at hand. */
export type ReportColumn = (message: string, column: string) => void;

const footnoteSpec = { type: 'integer', range: [1, 9999] } as const;
const whereSpec = { type: 'string', values: Object.values(Where) } as const;
const methodSpec = { type: 'string', required: true, values: Object.values(Method) } as const;
const confidence = /^(0(\.\d+)?|1(\.0+)?)$/;

/** Titles and addresses of the sources: lists of equal length, as many pieces of evidence. */
function readSources(titles: string, urls: string, report: ReportColumn): Pick<Evidence, 'title' | 'url'>[] {
  const titleList = titles.split(listSeparator);
  const urlList = urls.split(listSeparator);
  if (titleList.length !== urlList.length) {
    report(`source_title has ${titleList.length} values and source_url ${urlList.length}; they must be parallel`, 'source_url');
  }
  const sources = titleList.map((title, index) => ({ title: title || null, url: urlList[index] || null }));
  for (const { title, url } of sources) {
    if (title !== null) checkText(title, (message) => report(message, 'source_title'));
    if (url !== null && !isAddress(url)) report(`${quoted(url)} is not an absolute http or https address`, 'source_url');
    if (title === null && url === null && sources.length > 1) report('one of the sources has neither title nor address', 'source_title');
  }
  return sources;
}

/**
 * The evidence of a row: one piece for each of its sources, all else shared; always at least one.
 *
 * @param cells the cells of the evidence columns, in their order
 */
export function readEvidence(cells: readonly string[], report: ReportColumn): Evidence[] {
  const cell = (column: Column): string => cells[evidenceColumns.indexOf(column)] ?? '';
  const plain = (column: Column): string | null => {
    if (cell(column) !== '') checkText(cell(column), (message) => report(message, column));
    return cell(column) || null;
  };
  const typed = (column: Column, spec: Parameters<typeof readCell>[1]) =>
    readCell(cell(column), spec, (message) => report(message, column));
  const matching = (column: Column, isRight: (text: string) => boolean, meaning: string): string | null => {
    const text = cell(column);
    if (text !== '' && !isRight(text)) report(`${quoted(text)} is not ${meaning}`, column);
    return text || null;
  };

  const sources = readSources(cell('source_title'), cell('source_url'), report);
  const document = plain('evidence_document');
  const paragraph = matching('evidence_paragraph', isParagraph, 'a paragraph such as 12, 12 (a) or PP3');
  const footnote = typed('evidence_footnote', footnoteSpec) as number | null;
  const where = typed('evidence_where', whereSpec) as Where | null;
  const language = matching('evidence_language', (text) => /^[a-z]{2}$/.test(text), 'a language code of two small letters');
  const method = typed('method', methodSpec) as Method;
  const certainty = matching('confidence', (text) => confidence.test(text), 'a number from 0 to 1');
  const rule = matching('rule', (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), 'the name of a rule in small letters and hyphens');
  const note = plain('note');
  if (method === 'INFERRED' && rule === null) report('method INFERRED needs the name of its rule', 'rule');
  if (method !== 'INFERRED' && rule !== null) report(`a rule belongs to method INFERRED, not to ${quoted(method ?? '')}`, 'rule');
  const stated = document !== null || sources.some(({ title, url }) => title !== null || url !== null);
  if (!stated && method !== 'UNVERIFIED') {
    report('no evidence: give evidence_document, source_title or source_url, or the method UNVERIFIED', 'evidence_document');
  }
  if (document !== null && sources.length > 1) {
    report('a place in a document has one source: give the others rows of their own, or name them in the note', 'source_title');
  }
  const number = certainty === null ? null : Number(certainty);
  // Written out: objects that are copied by `...` get a layout each, which takes three times the memory.
  return sources.map(({ title, url }) => {
    return { document, paragraph, footnote, where, language, method, confidence: number, rule, note, title, url };
  });
}

/** Most different rows, and most different cells, that are remembered. */
const mostKnown = 500_000;

/** Reads the evidence of many rows. Rows that say the same share one list: in a large dataset most do, and it is read, kept and hashed once. */
export class EvidenceReader {
  private readonly known = new Map<string, readonly Evidence[]>();
  private readonly texts = new Map<string, string>();

  /** As `readEvidence`. */
  read(cells: readonly string[], report: ReportColumn): readonly Evidence[] {
    // Cells with a tab have problems, so that no others have the same key.
    const key = cells.join('\t');
    const known = this.known.get(key);
    if (known) return known;
    let sound = true;
    const evidence = readEvidence(
      cells.map((cell) => this.once(cell)),
      (message, column) => {
        sound = false;
        report(message, column);
      },
    );
    if (this.known.size >= mostKnown) this.known.clear();
    if (sound) this.known.set(alone(key), evidence);
    return evidence;
  }

  /** The same text always as the same string: documents, paragraphs and titles come again and again. */
  private once(cell: string): string {
    let text = this.texts.get(cell);
    if (text === undefined) {
      if (this.texts.size >= mostKnown) this.texts.clear();
      text = alone(cell);
      this.texts.set(text, text);
    }
    return text;
  }
}
