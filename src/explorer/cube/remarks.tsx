/** What a reader of the table must know: what stands in no cell, how totals count, and how little has been read. */
import { count } from '../words.js';
import { dimensionWords } from './headers.js';
import type { CubeTable, KnownAnswer } from './table.js';

interface RemarksProps {
  table: CubeTable;
  known: KnownAnswer | undefined;
  /** lists the contributions that stand in no cell */
  onUntagged: () => void;
}

export function Remarks({ table, known, onUntagged }: RemarksProps) {
  const { question, untagged, total } = table;
  return (
    <div class="cube-remarks">
      <p>
        <strong>Untagged:</strong> {untaggedInWords(table)}{' '}
        {untagged.all > 0 && (
          <button type="button" class="cube-plain-button" onClick={onUntagged}>
            List {untagged.all === 1 ? 'it' : 'them'}
          </button>
        )}
      </p>
      <p>
        <strong>Totals</strong> count distinct {question.measure === 'CONTRIBUTIONS' ? 'contributions' : 'ones'}
        {question.measure === 'CONTRIBUTIONS' && ` (${total.toLocaleString('en')} in all)`}: what stands in several cells counts once in a
        total, and what stands in none counts too, so totals need not be the sums of cells.
      </p>
      <p>
        <strong>Empty cells:</strong> “·” says that none is known among what was read; “?” that what was read cannot tell. Neither is a
        zero. {known && readInWords(known)} <a href="/completeness">What is missing</a>
      </p>
    </div>
  );
}

function untaggedInWords({ question, untagged }: CubeTable): string {
  const { all, noRow, noColumn, neither } = untagged;
  const [row] = dimensionWords[question.rows];
  const [column] = dimensionWords[question.columns];
  if (all === 0) return `none: every contribution that fits has ${article(row)} ${row} and ${article(column)} ${column}.`;
  const [has, stands] = all === 1 ? ['has', 'stands'] : ['have', 'stand'];
  const number = (many: number) => many.toLocaleString('en');
  const without =
    neither === all
      ? `${has} neither ${article(row)} ${row} nor ${article(column)} ${column}`
      : noRow === all
        ? `${has} no ${row}${neither > 0 ? `, ${number(neither)} of them no ${column} either` : ''}`
        : noColumn === all
          ? `${has} no ${column}${neither > 0 ? `, ${number(neither)} of them no ${row} either` : ''}`
          : `lack a tag: ${number(noRow - neither)} ${article(row)} ${row}, ${number(noColumn - neither)} ${article(column)} ${column}${neither > 0 ? `, ${number(neither)} both` : ''}`;
  return `${count(all, 'contribution')} ${without}; ${all === 1 ? 'it' : 'they'} ${stands} in no cell.`;
}

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');

function readInWords({ completeness: { reports } }: KnownAnswer): string {
  const read = reports.filter(({ contributionsKnown }) => contributionsKnown > 0);
  const symbols = read.map(({ report }) => `${report.symbol ?? report.name}${report.citationsRead === 'FULL' ? '' : ', in part'}`);
  const which = symbols.length > 0 && symbols.length <= 3 ? ` (${symbols.join('; ')})` : '';
  return `Of ${count(reports.length, 'annual report')}, ${read.length} ${read.length === 1 ? 'has' : 'have'} been read for contributions${which}; all else comes from single inputs.`;
}
