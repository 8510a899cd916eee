/** The evidence columns of a row read as pieces of evidence. */
import { evidenceColumns } from '../domain/graph.js';
import { isParagraph } from '../domain/paragraph.js';
import type { Evidence } from '../domain/records.js';
import { Method, Where } from '../domain/vocabulary.js';
import { checkText, isAddress, listSeparator, readCell } from './cells.js';
import { quoted } from './problems.js';

type Column = (typeof evidenceColumns)[number];

/** Takes a message about one column of the row at hand. */
export type ReportColumn = (message: string, column: string) => void;

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
  const certainty = matching('confidence', (text) => confidence.test(text), 'a number from 0 to 1');
  const shared = {
    document: plain('evidence_document'),
    paragraph: matching('evidence_paragraph', isParagraph, 'a paragraph such as 12, 12 (a) or PP3'),
    footnote: typed('evidence_footnote', { type: 'integer', range: [1, 9999] }) as number | null,
    where: typed('evidence_where', { type: 'string', values: Object.values(Where) }) as Where | null,
    language: matching('evidence_language', (text) => /^[a-z]{2}$/.test(text), 'a language code of two small letters'),
    method: typed('method', { type: 'string', required: true, values: Object.values(Method) }) as Method,
    confidence: certainty === null ? null : Number(certainty),
    rule: matching('rule', (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), 'the name of a rule in small letters and hyphens'),
    note: plain('note'),
  };
  if (shared.method === 'INFERRED' && shared.rule === null) report('method INFERRED needs the name of its rule', 'rule');
  if (shared.method !== 'INFERRED' && shared.rule !== null)
    report(`a rule belongs to method INFERRED, not to ${quoted(shared.method ?? '')}`, 'rule');
  const stated = shared.document !== null || sources.some(({ title, url }) => title !== null || url !== null);
  if (!stated && shared.method !== 'UNVERIFIED') {
    report('no evidence: give evidence_document, source_title or source_url, or the method UNVERIFIED', 'evidence_document');
  }
  if (shared.document !== null && sources.length > 1) {
    report('a place in a document has one source: give the others rows of their own, or name them in the note', 'source_title');
  }
  return sources.map(({ title, url }) => ({ ...shared, title, url }));
}
