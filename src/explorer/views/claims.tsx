/** What the WSIS–SDG Matrix claims, beside what was reported: action line by goal, each cell with the evidence of both sides. */
import { addressOf, useParameters, withParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { NodeLink } from '../components/node-link.js';
import { Notice } from '../components/notice.js';
import { Page } from '../components/page.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { type GridHead, StateGrid } from '../components/state-grid.js';
import { StateLegend } from '../components/state-legend.js';
import claimsQuery from '../queries/claims.graphql?raw';
import { count } from '../words.js';
import './claims.css';
import { ClaimFacts } from './claims-facts.js';
import { type ClaimGoal, type ClaimLine, type ClaimState, type ClaimsAnswer, cellsOf, states } from './claims-words.js';

const isState = (name: string | undefined): name is ClaimState => name !== undefined && Object.hasOwn(states, name);

export default function ClaimsView() {
  const { data, error, again } = useAnswer<ClaimsAnswer>(claimsQuery);
  return (
    <Page
      title="Claimed and reported"
      wide
      lead="Where the WSIS–SDG Matrix says that an action line advances a goal, and where contributions to the annual reports bear that out."
      actions={
        <>
          <a class="button" href={withParameters('/cube', { rows: 'ACTION_LINE', columns: 'SDG' })}>
            As a cube
          </a>
          <a class="button" href={withParameters('/playground', { example: 'claimed-versus-reported' })}>
            The question in GraphQL
          </a>
        </>
      }
    >
      <Notice>
        <strong>A claim without a report is no broken promise.</strong> The graph holds what was read of the reports, and that is little:
        see <a href="/completeness">what is missing</a>. Few contributions name a goal; where the tag only follows from the subject, it is
        marked as inferred.
      </Notice>
      {error ? <Problem error={error} again={again} /> : data ? <Claims answer={data} /> : <Loading what="Reading the matrix" />}
    </Page>
  );
}

function Claims({ answer }: { answer: ClaimsAnswer }) {
  const [parameters, change] = useParameters();
  const lines = answer.actionLines.nodes;
  const goals = answer.sdgs.nodes;
  const cells = cellsOf(answer);
  const only = isState(parameters.state) ? parameters.state : undefined;
  const isShown = (line: ClaimLine, goal: ClaimGoal) => !only || cells.get(`${line.id} ${goal.id}`)?.state === only;
  const shownLines = lines.filter((line) => goals.some((goal) => isShown(line, goal)));
  const shownGoals = goals.filter((goal) => lines.some((line) => isShown(line, goal)));
  const line = lines.find(({ id }) => id === parameters.line);
  const goal = goals.find(({ id }) => id === parameters.goal);
  const open = line && goal && cells.get(`${line.id} ${goal.id}`);
  const counts: Partial<Record<ClaimState, number>> = {};
  for (const { state } of cells.values()) counts[state] = (counts[state] ?? 0) + 1;
  const claimed = (counts.BOTH ?? 0) + (counts.CLAIMED ?? 0);
  return (
    <Section
      title="Action line by goal"
      lead={`The matrix claims ${count(claimed, 'link')}; of ${counts.BOTH ?? 0} of them contributions are known, and of ${counts.REPORTED ?? 0} that it does not claim. Sub-lines of C7 stand for themselves. Click a cell for its evidence; arrow keys go from cell to cell.`}
    >
      <StateLegend label="Show one state" states={states} counts={counts} chosen={only} onChoose={(state) => change({ state })} />
      {shownLines.length === 0 ? (
        <Empty>{only ? `No cell is “${states[only].word}”.` : 'There are no action lines in the graph.'}</Empty>
      ) : (
        <StateGrid
          caption="Action lines and goals: claimed by the WSIS–SDG Matrix, reported by contributions"
          corner="Action line by goal"
          states={states}
          rows={shownLines.map(lineHead)}
          columns={shownGoals.map(goalHead)}
          cellOf={(lineId, goalId) => {
            const { state, reported } = cells.get(`${lineId} ${goalId}`) ?? { state: 'NO_DATA', reported: 0 };
            return reported > 0
              ? { state, figure: reported, words: `${states[state].word}, ${count(reported, 'contribution')}` }
              : { state };
          }}
          only={only}
          open={open && { row: line.id, column: goal.id }}
          onOpen={(place) => change({ line: place?.row, goal: place?.column }, { replace: true })}
        >
          {open && <ClaimFacts line={line} goal={goal} state={open.state} />}
        </StateGrid>
      )}
      <ul class="goal-keys" aria-label="The goals">
        {goals.map((key) => (
          <li key={key.id}>
            <b>{key.number}</b> <NodeLink node={key}>{key.title}</NodeLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const lineHead = (line: ClaimLine): GridHead => ({
  key: line.id,
  label: line.code,
  isPart: line.parent !== null,
  head: (
    <span class="line-head">
      <NodeLink node={line}>
        <b>{line.code}</b>
      </NodeLink>{' '}
      <span class="line-head-title">{line.parent ? '' : line.title}</span>
    </span>
  ),
});

const goalHead = (goal: ClaimGoal): GridHead => ({
  key: goal.id,
  label: `goal ${goal.number}`,
  head: (
    <a class="goal-head" href={addressOf(goal.id)} title={goal.name}>
      <span class="visually-hidden">Goal </span>
      <b>{goal.number}</b>
      <span class="visually-hidden"> {goal.title}</span>
    </a>
  ),
});
