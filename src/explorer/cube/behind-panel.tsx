/** What is behind a number: the contributions that were counted, or for an empty cell why it is empty. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useAnswer } from '../api.js';
import { More } from '../components/more.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { type Connection, type Pages, usePages } from '../paging.js';
import cellQuery from '../queries/cube-cell.graphql?raw';
import contributionsQuery from '../queries/cube-contributions.graphql?raw';
import byIdQuery from '../queries/cube-contributions-by-id.graphql?raw';
import untaggedQuery from '../queries/cube-untagged.graphql?raw';
import { count } from '../words.js';
import { type Behind, behind, type Place } from './behind.js';
import { ContributionList, type Counted } from './contribution-list.js';
import { dimensionWords, measureWords, standingOf } from './headers.js';
import { type Filter, isNarrowed, type Question } from './question.js';
import type { Cell, CubeTable } from './table.js';
import './behind-panel.css';

/** What is shown: a place of the table, or the contributions that stand in none of its cells. */
export type Shown = Place | 'untagged';

interface BehindPanelProps {
  table: CubeTable;
  shown: Shown;
  /** whether it was opened by the keyboard, which then goes on here */
  takesFocus: boolean;
  onClose: () => void;
}

export function BehindPanel({ table, shown, takesFocus, onClose }: BehindPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const key = JSON.stringify(shown);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [key, takesFocus]);
  return (
    <section
      class="cube-panel"
      aria-labelledby="behind"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div class="cube-panel-head">
        <h2 id="behind" ref={heading} tabIndex={-1}>
          {titleOf(table, shown)}
        </h2>
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
      </div>
      <Content key={key} table={table} shown={shown} />
    </section>
  );
}

/** The cell, where a place is one. */
function cellOf({ rows, columns, cells }: CubeTable, { row, column }: Place): Cell | undefined {
  if (row === undefined || column === undefined) return undefined;
  return cells[rows.findIndex(({ key }) => key === row)]?.[columns.findIndex(({ key }) => key === column)];
}

function titleOf(table: CubeTable, shown: Shown): string {
  const { question, rows, columns, total, untagged } = table;
  if (shown === 'untagged') {
    const [row, column] = [dimensionWords[question.rows][0], dimensionWords[question.columns][0]];
    return `${count(untagged.all, 'contribution')} without ${row} or ${column}`;
  }
  const row = rows.find(({ key }) => key === shown.row);
  const column = columns.find(({ key }) => key === shown.column);
  const places = [row && standingOf(row, question.rows), column && standingOf(column, question.columns)].filter(Boolean);
  const place = places.length > 0 ? places.join(', ') : 'in all';
  const cell = row && column ? cellOf(table, shown) : (row?.total ?? column?.total ?? total);
  if (typeof cell === 'number') return `${count(cell, ...measureWords[question.measure])} ${place}`;
  return cell === undefined || cell.state === 'UNKNOWN' ? `No data ${place}` : `None known ${place}`;
}

function Content({ table, shown }: { table: CubeTable; shown: Shown }) {
  const { question } = table;
  if (shown === 'untagged') return <UntaggedList question={question} />;
  const isThere = (headers: readonly { key: string }[], wanted: string | undefined) =>
    wanted === undefined || headers.some(({ key }) => key === wanted);
  if (!isThere(table.rows, shown.row) || !isThere(table.columns, shown.column))
    return <Empty>This table has no such cell. The address may come from another question or an older dataset.</Empty>;
  const cell = cellOf(table, shown);
  if (cell !== undefined && typeof cell !== 'number') return <Reasons reasons={cell.reasons} isNarrowed={isNarrowed(question)} />;
  const source = behind(question, shown);
  if (source.by === 'filter') return <FilteredList filter={source.filter} question={question} />;
  if (source.by === 'cell') return <CellList source={source} question={question} />;
  return (
    <Empty>
      The filter asks for others on the same axis, and the API cannot list what fits both. The cells of the row or column list theirs.
    </Empty>
  );
}

/** Why a cell is empty. */
function Reasons({ reasons, isNarrowed: narrowed }: { reasons: readonly string[]; isNarrowed: boolean }) {
  return (
    <div class="cube-reasons">
      {reasons.length > 0 ? (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : (
        <p>
          Everything of this row and of this column that was read{narrowed ? ' and fits the filter' : ''} stands in other cells. What was
          not read may say otherwise.
        </p>
      )}
      <a href="/completeness">What is missing</a>
    </div>
  );
}

interface ListProps {
  pages: Pages<unknown, unknown>;
  contributions: readonly Counted[];
  question: Question;
}

/** Contributions as far as they are loaded, and the way to more. */
function List({ pages, contributions, question }: ListProps) {
  if (pages.error && contributions.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (contributions.length === 0) return pages.loading ? <Loading /> : <Empty>No contribution fits.</Empty>;
  return (
    <>
      {question.measure !== 'CONTRIBUTIONS' && pages.total !== undefined && (
        <p class="cube-panel-lead">They stand in {count(pages.total, 'contribution')}:</p>
      )}
      <ContributionList contributions={contributions} />
      <More pages={pages} />
    </>
  );
}

interface Filtered {
  contributions: Connection<Counted>;
}
const pickFiltered = ({ contributions }: Filtered) => contributions;

function FilteredList({ filter, question }: { filter: Filter; question: Question }) {
  const pages = usePages<Filtered, Counted>(contributionsQuery, { filter }, pickFiltered);
  return <List pages={pages} contributions={pages.rows} question={question} />;
}

interface Untagged {
  cube: { untaggedContributions: Connection<Counted> };
}
const pickUntagged = ({ cube }: Untagged) => cube.untaggedContributions;

function UntaggedList({ question }: { question: Question }) {
  const { rows, columns, filter } = question;
  const pages = usePages<Untagged, Counted>(untaggedQuery, { rows, columns, filter }, pickUntagged);
  // These are contributions, whatever the cells count.
  return <List pages={pages} contributions={pages.rows} question={{ ...question, measure: 'CONTRIBUTIONS' }} />;
}

interface Cells {
  cube: { cells: { row: string; column: string; contributions: Connection<{ id: string }> }[] };
}

/** The contributions of a cell, by the cube itself: first which they are, then what they tell. */
function CellList({ source, question }: { source: Extract<Behind, { by: 'cell' }>; question: Question }) {
  const { filter, row, column } = source;
  const pick = useCallback(
    ({ cube }: Cells) => cube.cells.find((cell) => cell.row === row && cell.column === column)?.contributions,
    [row, column],
  );
  const { rows, columns } = question;
  const pages = usePages<Cells, { id: string }>(cellQuery, { rows, columns, filter }, pick);
  const told = useRef(new Map<string, Counted>());
  const missing = pages.rows.map(({ id }) => id).filter((id) => !told.current.has(id));
  const answer = useAnswer<{ nodes: (Counted | null)[] }>(missing.length > 0 ? byIdQuery : null, { ids: missing.slice(0, mostIds) });
  for (const node of answer.data?.nodes ?? []) if (node) told.current.set(node.id, node);
  const list = pages.rows.map(({ id }) => told.current.get(id)).filter((one) => one !== undefined);
  const error = pages.error ?? answer.error;
  const again = answer.error ? answer.again : pages.again;
  return <List pages={{ ...pages, error, again, loading: pages.loading || answer.loading }} contributions={list} question={question} />;
}

/** The most ids that the API takes at once, on the safe side of its limit of cost. */
const mostIds = 60;
