/** The file of one kind of node read into records. */
import { isAfter } from '../domain/date.js';
import { columnOf, evidenceColumns, nodeColumns, nodeSpecs, type PropertySpec } from '../domain/graph.js';
import { isParagraph } from '../domain/paragraph.js';
import type { NodeRecord, Value } from '../domain/records.js';
import type { Kind } from '../domain/vocabulary.js';
import { alone, readCell } from './cells.js';
import type { EvidenceReader } from './evidence.js';
import { type Problems, quoted } from './problems.js';
import { checkId, type Register } from './register.js';
import { TableReader, type TableRow } from './table.js';

/** Properties that form a span: the first must not be greater than the second. */
export const spans = [
  ['startDate', 'endDate'],
  ['cycleFrom', 'cycle'],
  ['attestedFrom', 'attestedTo'],
] as const;

/** The property that an id repeats after its prefix; other documents may have a slug instead, and events have only one. */
const idProperty: Partial<Record<Kind, string>> = {
  ACTION_LINE: 'code',
  SDG: 'number',
  SDG_TARGET: 'code',
  RESOLUTION: 'symbol',
  REPORT: 'symbol',
  OUTCOME_DOCUMENT: 'symbol',
};

type Properties = Record<string, Value>;
type Common = Pick<NodeRecord, 'alternateNames' | 'sameAs'>;

/** Reports spans that end before they begin. */
export function checkSpans(row: Properties, report: (message: string, column: string) => void): void {
  for (const [first, last] of spans) {
    const start = row[first] as string | number | null | undefined;
    const end = row[last] as string | number | null | undefined;
    if (start && end && isAfter(start, end)) report(`${columnOf(last)} ${end} is before ${columnOf(first)} ${start}`, columnOf(last));
  }
}

function checkIdAgainstProperties(id: string, kind: Kind, row: Properties, report: (message: string, column: string) => void): void {
  const property = kind === 'SESSION' ? 'number' : idProperty[kind];
  const value = property ? (row[property] ?? null) : null;
  if (property === undefined || value === null) return;
  const expected = `${nodeSpecs[kind].prefix}/${kind === 'SESSION' ? 'CSTD-' : ''}${value}`;
  if (id !== expected)
    report(`the id ${quoted(id)} does not fit the ${property} ${quoted(String(value))}, of which it would be ${quoted(expected)}`, 'id');
}

const nameList: PropertySpec = { type: 'string', list: true };
const addressList: PropertySpec = { type: 'iri', list: true };

/** The table of a kind: its rows go into the register. */
export function nodeTable(kind: Kind, evidence: EvidenceReader, register: Register, problems: Problems): TableReader {
  const { file, properties, nameOf } = nodeSpecs[kind];
  const columns = nodeColumns(kind);
  const cellsOfProperties = Object.entries({ ...properties, alternateNames: nameList, sameAs: addressList }).map(
    ([property, spec], index) => ({ property, spec, column: columns[index + 1] as string }),
  );
  const firstEvidence = columns.length - evidenceColumns.length;

  const onRow = ({ line, cells, whole }: TableRow, missing: ReadonlySet<string>): void => {
    const report = (message: string, column: string): void => {
      if (whole && !missing.has(column)) problems.add(file, line, message, column);
    };
    const id = alone(cells[0] ?? '');
    const row: Properties = { id };
    cellsOfProperties.forEach(({ property, spec, column }, index) => {
      row[property] = readCell(cells[index + 1] ?? '', spec, (message) => report(message, column));
    });
    if (id === '') report('the id is empty', 'id');
    else checkId(id, kind, (message) => report(message, 'id'));
    checkSpans(row, report);
    checkIdAgainstProperties(id, kind, row, report);
    if (typeof row.paragraph === 'string' && !isParagraph(row.paragraph)) {
      report(`${quoted(row.paragraph)} is not a paragraph such as 12, 12 (a) or PP3`, 'paragraph');
    }
    if (kind === 'OTHER_DOCUMENT' && row.symbol === null && row.title === null) report('is required where there is no symbol', 'title');
    const sources = evidence.read(cells.slice(firstEvidence), report);
    // Added to the row itself: a copy by `...` would have a layout of its own and take more memory.
    const record = Object.assign(row as Common & Properties, { kind, name: nameOf(row), sources }) as NodeRecord;
    if (id !== '') register.add(record, line, (message) => report(message, 'id'));
  };
  return new TableReader(file, columns, problems, onRow);
}
