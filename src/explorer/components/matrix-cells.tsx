/** Cells of the WSIS–SDG Matrix: what it claims an action line to advance, with the targets that a cell names and where that was read. */

import { addressOf } from '../address.js';
import type { Thing } from '../words.js';
import type { EvidenceRow } from './evidence.js';
import { FoldedEvidence } from './folded-evidence.js';
import { NodeLink } from './node-link.js';
import { Table } from './table.js';
import './matrix-cells.css';

export type Goal = Thing & { number: number; title: string };
export type LineOfCell = Thing & { code: string; title: string };
export type Target = Thing & { code: string };

/** A cell as an action line sees it. */
export interface CellOfLine {
  edition: string | null;
  node: Goal;
  actionLine: LineOfCell;
  targets: Target[];
  evidence: EvidenceRow[];
}

/** The editions that were transcribed, in words; nothing where none is told. */
export function editionsOf(cells: readonly { edition: string | null }[]): string | undefined {
  const editions = [...new Set(cells.flatMap(({ edition }) => edition ?? []))];
  return editions.length > 0 ? editions.join('; ') : undefined;
}

const goalCount = 17;

/** The seventeen goals in a row: filled where the matrix has a cell. */
export function GoalStrip({ cells }: { cells: readonly CellOfLine[] }) {
  const claimed = new Map(cells.map(({ node }) => [node.number, node]));
  return (
    <>
      <ol class="goal-strip" aria-label="The goals, and whether the matrix has a cell">
        {Array.from({ length: goalCount }, (_, at) => at + 1).map((number) => {
          const goal = claimed.get(number);
          return (
            <li key={number}>
              <a
                class={goal ? 'goal-box goal-box-claimed' : 'goal-box'}
                data-kind="SDG"
                href={addressOf(`sdg/${number}`)}
                title={goal ? `${goal.name}: the matrix has a cell` : `SDG ${number}: no cell in the matrix as transcribed`}
              >
                <span class="visually-hidden">SDG </span>
                {number}
                <span class="visually-hidden">{goal ? ', a cell' : ', no cell'}</span>
              </a>
            </li>
          );
        })}
      </ol>
      <p class="goal-strip-legend">Filled: the matrix has a cell. Dashed: it has none, as transcribed.</p>
    </>
  );
}

export function Targets({ targets }: { targets: readonly Target[] }) {
  if (targets.length === 0) return <span class="targets-none">no target named</span>;
  return (
    <ul class="targets">
      {targets.map((target) => (
        <li key={target.id}>
          <NodeLink node={target}>{target.code}</NodeLink>
        </li>
      ))}
    </ul>
  );
}

/** The cells of an action line, by goal. */
export function CellsOfLine({ cells }: { cells: readonly CellOfLine[] }) {
  return (
    <div class="matrix-cells">
      <Table
        caption="Cells of the WSIS–SDG Matrix: goals, targets, evidence"
        stacks
        rows={cells}
        keyOf={({ node }) => node.id}
        columns={[
          { title: 'Goal', head: true, cell: ({ node }) => <NodeLink node={node} /> },
          { title: 'Targets named', short: true, cell: ({ targets }) => <Targets targets={targets} /> },
          { title: 'Where it says so', short: true, cell: ({ evidence }) => <FoldedEvidence evidence={evidence} /> },
        ]}
      />
    </div>
  );
}

/** The cells of the sub-lines of an action line: for each goal, one below the other. */
export function CellsOfSubLines({ cells }: { cells: readonly CellOfLine[] }) {
  const goals = [...new Map(cells.map(({ node }) => [node.id, node])).values()].sort((a, b) => a.number - b.number);
  return (
    <div class="matrix-cells">
      <Table
        caption="Cells of the WSIS–SDG Matrix: goals, sub-lines, targets, evidence"
        stacks
        rows={goals}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Goal', head: true, cell: (goal) => <NodeLink node={goal} /> },
          {
            title: 'Sub-lines, targets named, where it says so',
            cell: (goal) => (
              <ul class="cells-of-goal">
                {cells
                  .filter(({ node }) => node.id === goal.id)
                  .map(({ actionLine, targets, evidence }) => (
                    <li key={actionLine.id}>
                      <NodeLink node={actionLine}>{actionLine.title}</NodeLink>
                      <Targets targets={targets} />
                      <FoldedEvidence evidence={evidence} />
                    </li>
                  ))}
              </ul>
            ),
          },
        ]}
      />
    </div>
  );
}

/** A cell as a goal sees it. */
export interface CellOfGoal {
  edition: string | null;
  node: LineOfCell;
  targets: Target[];
  evidence: EvidenceRow[];
}

/** The cells of a goal, or of one of its targets, by action line. */
export function CellsOfGoal({ cells }: { cells: readonly CellOfGoal[] }) {
  return (
    <div class="matrix-cells">
      <Table
        caption="Cells of the WSIS–SDG Matrix: action lines, targets, evidence"
        stacks
        rows={cells}
        keyOf={({ node }) => node.id}
        columns={[
          { title: 'Action line', head: true, cell: ({ node }) => <NodeLink node={node} /> },
          { title: 'Targets named', short: true, cell: ({ targets }) => <Targets targets={targets} /> },
          { title: 'Where it says so', short: true, cell: ({ evidence }) => <FoldedEvidence evidence={evidence} /> },
        ]}
      />
    </div>
  );
}
