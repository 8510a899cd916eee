/** The page of a Sustainable Development Goal: the targets that the WSIS–SDG Matrix uses, the action lines of its cells, and what was reported for it. */
import { useAnswer } from '../api.js';
import { type CellOfGoal, CellsOfGoal, editionsOf } from '../components/matrix-cells.js';
import { NodeLink } from '../components/node-link.js';
import { OnThisPage } from '../components/on-this-page.js';
import { known, ReportedHere } from '../components/reported-here.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { Table } from '../components/table.js';
import { ThingPage } from '../components/thing-page.js';
import query from '../queries/sdg.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import type { Thing } from '../words.js';
import './sdg.css';

interface Goal {
  id: string;
  number: number;
  title: string;
  targets: (Thing & { code: string; title: string })[];
  actionLines: { totalCount: number; edges: CellOfGoal[] };
  contributions: { totalCount: number };
  reportingEntities: { totalCount: number };
}

export default function SdgView({ id }: ThingViewProps) {
  const { data, error, again } = useAnswer<{ sdg: Goal | null }>(query, { id });
  const goal = data?.sdg;
  return (
    <ThingPage id={id} tab={goal ? `SDG ${goal.number} ${goal.title}` : undefined}>
      {error ? <Problem error={error} again={again} /> : goal ? <Parts goal={goal} /> : <Loading />}
    </ThingPage>
  );
}

/** The targets, each with the lines whose cells name it. */
function Targets({ goal: { targets, actionLines } }: { goal: Goal }) {
  return (
    <Table
      caption="Targets of the goal, with the action lines whose cells name them"
      stacks
      rows={targets}
      keyOf={({ id }) => id}
      columns={[
        { title: 'Target', head: true, cell: (target) => <NodeLink node={target} /> },
        {
          title: 'Action lines whose cell names it',
          cell: (target) => (
            <ul class="lines-of-target">
              {actionLines.edges
                .filter((cell) => cell.targets.some(({ id }) => id === target.id))
                .map(({ node }) => (
                  <li key={node.id}>
                    <NodeLink node={node}>{node.code}</NodeLink>
                  </li>
                ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function Parts({ goal }: { goal: Goal }) {
  const { id, targets, actionLines, contributions, reportingEntities } = goal;
  const edition = editionsOf(actionLines.edges);
  return (
    <>
      <OnThisPage
        sections={[
          { title: 'Targets', count: known(targets.length) },
          { title: 'Action lines of the WSIS–SDG Matrix', count: known(actionLines.totalCount) },
          { title: 'Who reported', count: known(reportingEntities.totalCount) },
          { title: 'Contributions', count: known(contributions.totalCount) },
        ]}
      />
      <Section title="Targets" count={known(targets.length)} lead="Only targets that the WSIS–SDG Matrix uses are in the graph.">
        {targets.length > 0 ? <Targets goal={goal} /> : <Empty>The graph holds no target of this goal.</Empty>}
      </Section>
      <Section
        title="Action lines of the WSIS–SDG Matrix"
        count={known(actionLines.totalCount)}
        lead={`The action lines that the matrix claims to advance the goal; a claim of the matrix, not a report of what was done.${edition ? ` Edition: ${edition}.` : ''}`}
        actions={<a href="/claims">Claimed and reported, compared</a>}
      >
        {actionLines.edges.length > 0 ? (
          <CellsOfGoal cells={actionLines.edges} />
        ) : (
          <Empty>The matrix as transcribed has no cell for this goal.</Empty>
        )}
      </Section>
      <ReportedHere
        id={id}
        scope={{ sdgs: [id] }}
        entityCount={reportingEntities.totalCount}
        contributionCount={contributions.totalCount}
        relation="that is tagged with it"
        lead="Entities that made a contribution tagged with this goal. A tag is stated where the text names the goal, inferred where it follows from the subject by a rule."
      />
    </>
  );
}
