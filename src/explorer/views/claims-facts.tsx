/** What stands behind a cell of claimed and reported: the matrix on one side, contributions on the other. */
import { useAnswer } from '../api.js';
import { Evidence, type EvidenceRow, MethodMark, Rule } from '../components/evidence.js';
import { More } from '../components/more.js';
import { NodeLink } from '../components/node-link.js';
import { Sign } from '../components/sign.js';
import { Loading, Problem } from '../components/state.js';
import { type Connection, usePages } from '../paging.js';
import cellQuery from '../queries/claim-cell.graphql?raw';
import contributionsQuery from '../queries/claim-contributions.graphql?raw';
import { paragraphInWords, type Thing } from '../words.js';
import { type ClaimGoal, type ClaimLine, type ClaimState, states } from './claims-words.js';

interface ClaimEdge {
  edition: string | null;
  node: { id: string };
  targets: (Thing & { code: string; title: string })[];
  evidence: EvidenceRow[];
}

type Contribution = Thing & {
  summary: string;
  cycle: number | null;
  paragraph: string | null;
  document: Thing & { symbol: string | null; url: string | null };
  entities: (Thing & { acronym: string | null })[];
  tags: { method: string; rule: string | null; node: { id: string } }[];
};

interface ClaimFactsProps {
  line: ClaimLine;
  goal: ClaimGoal;
  state: ClaimState;
}

export function ClaimFacts({ line, goal, state }: ClaimFactsProps) {
  const { sign, tone, word } = states[state];
  return (
    <>
      <h3 class="cell-head">
        <span>
          <NodeLink node={line} /> and <NodeLink node={goal} />
        </span>
        <span class="cell-state" data-tone={tone}>
          <Sign name={sign} /> {word}
        </span>
      </h3>
      <div class="sides">
        <div class="side">
          <h4>Claimed by the WSIS–SDG Matrix</h4>
          <Claimed line={line} goal={goal} isClaimed={state === 'BOTH' || state === 'CLAIMED'} />
        </div>
        <div class="side">
          <h4>Reported by contributions</h4>
          <Reported line={line} goal={goal} />
        </div>
      </div>
    </>
  );
}

function Claimed({ line, goal, isClaimed }: { line: ClaimLine; goal: ClaimGoal; isClaimed: boolean }) {
  const { data, error, again } = useAnswer<{ actionLine: { sdgs: { edges: ClaimEdge[] } } | null }>(isClaimed ? cellQuery : null, {
    line: line.id,
  });
  if (!isClaimed)
    return (
      <p>
        The matrix does not link {line.code} and goal {goal.number}.
      </p>
    );
  if (error) return <Problem error={error} again={again} />;
  if (!data) return <Loading what="Looking in the matrix" />;
  const edge = data.actionLine?.sdgs.edges.find(({ node }) => node.id === goal.id);
  return (
    <>
      {edge && edge.targets.length > 0 && (
        <ul class="plain-list target-list">
          {edge.targets.map((target) => (
            <li key={target.id}>
              <NodeLink node={target}>Target {target.code}</NodeLink> {target.title}
            </li>
          ))}
        </ul>
      )}
      <Evidence evidence={edge?.evidence ?? []} shown={3} />
      {edge?.edition && <p class="reported-facts">Edition of the matrix: {edge.edition}</p>}
    </>
  );
}

const pickContributions = ({ contributions }: { contributions: Connection<Contribution> }) => contributions;

function Reported({ line, goal }: { line: ClaimLine; goal: ClaimGoal }) {
  const pages = usePages<{ contributions: Connection<Contribution> }, Contribution>(
    contributionsQuery,
    { line: line.id, goal: goal.id },
    pickContributions,
  );
  if (pages.rows.length === 0) {
    if (pages.error) return <Problem error={pages.error} again={pages.again} />;
    if (pages.loading) return <Loading what="Looking for contributions" />;
    return (
      <p>
        No contribution in the graph is tagged with both. The graph holds what was read of the reports: see{' '}
        <a href="/completeness">what is missing</a>.
      </p>
    );
  }
  // A rule that several share is told once, below them.
  const rules = [...new Set(pages.rows.flatMap((row) => tagsOf(row, line, goal)).map(({ tag }) => tag?.rule))].filter(
    (rule) => rule != null,
  );
  return (
    <>
      <ul>
        {pages.rows.map((contribution) => (
          <ReportedItem key={contribution.id} contribution={contribution} line={line} goal={goal} />
        ))}
      </ul>
      <More pages={pages} />
      <div class="reported-facts rules-told">
        {rules.map((rule) => (
          <Rule key={rule} name={rule} />
        ))}
      </div>
    </>
  );
}

/** The two tags by which a contribution stands in the cell. */
const tagsOf = ({ tags }: Contribution, line: ClaimLine, goal: ClaimGoal) => [
  { label: line.code, tag: tags.find(({ node }) => node.id === line.id) },
  { label: `goal ${goal.number}`, tag: tags.find(({ node }) => node.id === goal.id) },
];

/** A contribution with what made it count here: how each of its two tags came about. */
function ReportedItem({ contribution, line, goal }: { contribution: Contribution; line: ClaimLine; goal: ClaimGoal }) {
  const { entities, cycle, paragraph, document } = contribution;
  return (
    <li class="reported-item">
      <NodeLink node={contribution}>{contribution.summary}</NodeLink>
      <div class="reported-facts">
        {entities.map((entity, at) => (
          <>
            {at > 0 && ', '}
            <NodeLink node={entity}>{entity.acronym ?? entity.name}</NodeLink>
          </>
        ))}{' '}
        · <NodeLink node={document}>{document.symbol ?? document.name}</NodeLink>
        {paragraph && <>, {paragraphInWords(paragraph)}</>}
        {cycle && <>, cycle {cycle}</>}
      </div>
      <div class="reported-facts">
        Tags:{' '}
        {tagsOf(contribution, line, goal).map(({ label, tag }) => (
          <>
            {label} {tag && <MethodMark method={tag.method} />}{' '}
          </>
        ))}
      </div>
    </li>
  );
}
