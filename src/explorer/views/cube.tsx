/** The cube as a heat map: any two dimensions, narrowed as wanted, with the contributions behind each number. The whole question stands in the address. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { Page } from '../components/page.js';
import { Empty, Loading } from '../components/state.js';
import type { Place } from '../cube/behind.js';
import { BehindPanel, type Shown } from '../cube/behind-panel.js';
import { Chips } from '../cube/chips.js';
import { Controls } from '../cube/controls.js';
import { HeaderKey } from '../cube/header-key.js';
import { dimensionWords, measureWords } from '../cube/headers.js';
import { captionOf, HeatMap } from '../cube/heat-map.js';
import { Legend } from '../cube/legend.js';
import { isNarrowed, parametersOf, type Question, readQuestion, variablesOf } from '../cube/question.js';
import { Refusal } from '../cube/refusal.js';
import { Remarks } from '../cube/remarks.js';
import { type Cube, type CubeTable, type KnownAnswer, tableOf } from '../cube/table.js';
import { TakeAway } from '../cube/take-away.js';
import cubeQuery from '../queries/cube.graphql?raw';
import knownQuery from '../queries/cube-known.graphql?raw';
import { capital } from '../words.js';
import '../cube/cube.css';

/** The parameters that say what is shown beside the table. */
const nothingShown = { row: undefined, column: undefined, list: undefined };

function readShown({ row, column, list }: Readonly<Record<string, string>>): Shown | null {
  if (list === 'untagged') return 'untagged';
  if (row || column || list === 'all') return { row: row || undefined, column: column || undefined };
  return null;
}

export default function CubeView() {
  const [parameters, change] = useParameters();
  const { question, ignored } = readQuestion(parameters);
  const shown = readShown(parameters);
  const [byKey, setByKey] = useState(false);
  const { table, known, error, again, isLoading } = useTable(question);

  const onAsk = (next: Question) => change({ ...parametersOf(next), ...nothingShown });
  // Going from one number to the next is one step for Back, not one for each number.
  const show = (next: Shown | null) => change(parametersOfShown(next), { replace: shown !== null && next !== null });
  const onChoose = (place: Place, isByKey: boolean) => {
    setByKey(isByKey);
    const isSame = shown !== null && shown !== 'untagged' && shown.row === place.row && shown.column === place.column;
    show(isSame ? null : place);
  };
  const body = useRef<HTMLDivElement>(null);
  // The number that was chosen, else the button that lists what is untagged.
  const opener = () => body.current?.querySelector<HTMLElement>('.cube-table [aria-pressed="true"], .cube-remarks button');
  const close = () => {
    const element = opener();
    show(null);
    element?.focus();
  };
  // The panel may lie over what opened it, and a shared address opens at the top of the page.
  useEffect(() => {
    if (shown) opener()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [JSON.stringify(shown), table !== undefined]);
  const [rows, columns] = [dimensionWords[question.rows][1], dimensionWords[question.columns][0]];

  return (
    <Page
      title={`${capital(rows)} by ${columns}`}
      tab={`Cube: ${rows} by ${columns}`}
      lead={`How many ${measureWords[question.measure][1]} stand under each pair; a number opens what is behind it.`}
      actions={table && !error && <TakeAway table={table} />}
      wide
    >
      <Controls question={question} onAsk={onAsk} />
      <Chips question={question} onAsk={onAsk} />
      <p class="visually-hidden" role="status">
        {table && !isLoading && !error ? captionOf(table) : ''}
      </p>
      {ignored.length > 0 && (
        <p class="empty cube-ignored">The address holds what cannot be used, and it was left out: {ignored.join(', ')}</p>
      )}
      {error ? (
        <Refusal error={error} again={again} question={question} onAsk={onAsk} />
      ) : !table ? (
        <Loading what="Counting" />
      ) : (
        <div ref={body} class={shown ? 'cube-body cube-body-open' : 'cube-body'} data-loading={isLoading}>
          <div class="cube-main">
            {(table.rows.length === 0 || table.columns.length === 0) && <NoCells table={table} onAsk={onAsk} />}
            {(table.rows.length > 0 || table.columns.length > 0) && (
              <>
                <Legend table={table} />
                <HeatMap
                  table={table}
                  chosen={shown === 'untagged' ? null : shown}
                  isLoading={isLoading}
                  onChoose={onChoose}
                  onClose={close}
                />
              </>
            )}
          </div>
          {shown && <BehindPanel table={table} shown={shown} takesFocus={byKey} onClose={close} />}
          <div class="cube-notes">
            <Remarks
              table={table}
              known={known}
              onUntagged={() => {
                setByKey(true);
                show('untagged');
              }}
            />
            <HeaderKey table={table} />
          </div>
        </div>
      )}
    </Page>
  );
}

const parametersOfShown = (shown: Shown | null): Record<string, string | undefined> => {
  if (shown === null) return nothingShown;
  if (shown === 'untagged') return { ...nothingShown, list: 'untagged' };
  const isAll = shown.row === undefined && shown.column === undefined;
  return { row: shown.row, column: shown.column, list: isAll ? 'all' : undefined };
};

/** The table of a question; while another is counted, the last one, so that nothing jumps. */
function useTable(question: Question) {
  const cube = useAnswer<{ cube: Cube }>(cubeQuery, variablesOf(question));
  const axes = [question.rows, question.columns];
  const withCoverage = axes.includes('ENTITY') && (axes.includes('CYCLE') || axes.includes('DOCUMENT'));
  // What is not in the graph is asked at the same time; where that fails, the table is shown and says less.
  const known = useAnswer<KnownAnswer>(knownQuery, { withCoverage });
  const isReady = !cube.loading && !known.loading;
  const key = JSON.stringify(question);
  const last = useRef<CubeTable | undefined>(undefined);
  const table = useMemo(
    () => (isReady && cube.data ? tableOf(question, cube.data.cube, known.error ? undefined : known.data) : undefined),
    [isReady, key, cube.data, known.data],
  );
  if (table) last.current = table;
  return { table: table ?? last.current, known: known.data, error: cube.error, again: cube.again, isLoading: !isReady };
}

/** Above a table that has totals alone, or in its place: what fits, and why it stands in no cell. */
function NoCells({ table, onAsk }: { table: CubeTable; onAsk: (question: Question) => void }) {
  const { question, total, rows } = table;
  const missing = dimensionWords[rows.length === 0 ? question.rows : question.columns][0];
  return (
    <Empty>
      {total === 0 ? 'No contribution in the graph fits.' : `Nothing of what fits has a ${missing}, so there are no cells.`}{' '}
      {isNarrowed(question) && (
        <button type="button" class="cube-plain-button" onClick={() => onAsk({ ...question, filter: {} })}>
          Clear the filter
        </button>
      )}
    </Empty>
  );
}
