/** The page of a target: its goal, and the action lines in whose cells the WSIS–SDG Matrix names it. */
import { useAnswer } from '../api.js';
import { type CellOfGoal, CellsOfGoal, editionsOf } from '../components/matrix-cells.js';
import { NodeLink } from '../components/node-link.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { ThingPage } from '../components/thing-page.js';
import query from '../queries/sdg-target.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import type { Thing } from '../words.js';

interface Target {
  id: string;
  code: string;
  title: string;
  sdg: Thing & { actionLines: { edges: CellOfGoal[] } };
}

export default function SdgTargetView({ id }: ThingViewProps) {
  const { data, error, again } = useAnswer<{ node: Target | null }>(query, { id });
  const target = data?.node;
  return (
    <ThingPage
      id={id}
      lead={
        target && (
          <>
            Target of <NodeLink node={target.sdg} />
          </>
        )
      }
    >
      {error ? <Problem error={error} again={again} /> : target ? <Lines target={target} /> : <Loading />}
    </ThingPage>
  );
}

function Lines({ target: { id, sdg } }: { target: Target }) {
  const cells = sdg.actionLines.edges.filter(({ targets }) => targets.some((target) => target.id === id));
  const edition = editionsOf(cells);
  return (
    <Section
      title="Action lines of the WSIS–SDG Matrix"
      count={cells.length || undefined}
      lead={`The action lines whose cell for the goal names this target; a claim of the matrix, not a report of what was done. Contributions are tagged with goals, not with targets.${edition ? ` Edition: ${edition}.` : ''}`}
      actions={<a href="/claims">Claimed and reported, compared</a>}
    >
      {cells.length > 0 ? <CellsOfGoal cells={cells} /> : <Empty>The matrix as transcribed has no cell that names this target.</Empty>}
    </Section>
  );
}
