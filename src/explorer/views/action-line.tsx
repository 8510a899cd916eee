/** The page of an action line: who facilitates it, who reported on it, what is reported, and what the WSIS–SDG Matrix claims for it. */
import { useParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { Doubt } from '../components/doubt.js';
import { EntityName, type NamedEntity } from '../components/entity-name.js';
import { Evidence, type EvidenceRow } from '../components/evidence.js';
import { type FacilitatorRow, Facilitators } from '../components/facilitators.js';
import { NoData } from '../components/facts.js';
import { type CellOfLine, CellsOfLine, CellsOfSubLines, editionsOf, GoalStrip } from '../components/matrix-cells.js';
import { NodeLink } from '../components/node-link.js';
import { OnThisPage } from '../components/on-this-page.js';
import { known, ReportedHere } from '../components/reported-here.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { Table } from '../components/table.js';
import { ThingPage } from '../components/thing-page.js';
import query from '../queries/action-line.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import { capital, type Thing } from '../words.js';
import './action-line.css';

interface SubLine extends Thing {
  code: string;
  title: string;
  facilitators: { edges: { role: string; node: NamedEntity; evidence: { method: string }[] }[] };
  contributions: { totalCount: number };
  reportingEntities: { totalCount: number };
}
interface Line {
  id: string;
  code: string;
  title: string;
  keywords: string[];
  parent: Thing | null;
  subLines: SubLine[];
  facilitators: { totalCount: number; edges: FacilitatorRow[] };
  indicatedFacilitators: { totalCount: number; edges: { node: NamedEntity; evidence: EvidenceRow[] }[] };
  sdgs: { totalCount: number; edges: CellOfLine[] };
  contributions: { totalCount: number };
  reportingEntities: { totalCount: number };
}

/** Where "with or without its sub-lines" stands in the address; with them where it says nothing. */
const subLinesOff = 'without';

export default function ActionLineView({ id }: ThingViewProps) {
  const [{ sublines = '' }] = useParameters();
  const includeSubLines = sublines !== subLinesOff;
  const { data, error, again } = useAnswer<{ actionLine: Line | null }>(query, { id, includeSubLines });
  const line = data?.actionLine;
  return (
    <ThingPage
      id={id}
      tab={line ? `${line.code} ${line.title}` : undefined}
      lead={
        line?.parent && (
          <>
            Sub-line of <NodeLink node={line.parent} />
          </>
        )
      }
    >
      {error ? <Problem error={error} again={again} /> : line ? <Parts line={line} includeSubLines={includeSubLines} /> : <Loading />}
    </ThingPage>
  );
}

/** The choice whether what falls under the sub-lines counts, for a line that has some. */
function SubLineChoice({ included }: { included: boolean }) {
  const [, change] = useParameters();
  return (
    <label class="sub-line-choice">
      <input
        type="checkbox"
        checked={included}
        onChange={(event) =>
          change({ sublines: event.currentTarget.checked ? undefined : subLinesOff, entity: undefined, cycle: undefined })
        }
      />{' '}
      Count what falls under its sub-lines: who reported, contributions, cells of the matrix
    </label>
  );
}

function SubLines({ lines }: { lines: readonly SubLine[] }) {
  return (
    <Section title="Sub-lines" count={lines.length}>
      <Table
        caption="Sub-lines with their facilitators and with what the graph holds of each"
        stacks
        rows={lines}
        keyOf={({ id }) => id}
        columns={[
          { title: 'Sub-line', head: true, cell: (line) => <NodeLink node={line}>{line.title}</NodeLink> },
          {
            title: 'Facilitators that a source attests, the lead first',
            cell: ({ facilitators: { edges } }) => <Facilitating edges={edges} />,
          },
          { title: 'Entities that reported', numeric: true, cell: ({ reportingEntities }) => held(reportingEntities.totalCount) },
          { title: 'Contributions', numeric: true, cell: ({ contributions }) => held(contributions.totalCount) },
        ]}
      />
    </Section>
  );
}

/** A number of things in the graph; where there are none, nothing is known. */
const held = (number: number) => (number === 0 ? <NoData /> : number);

function Facilitating({ edges }: { edges: SubLine['facilitators']['edges'] }) {
  if (edges.length === 0) return <NoData />;
  const leadFirst = [...edges].sort((a, b) => Number(b.role === 'LEAD') - Number(a.role === 'LEAD'));
  return (
    <>
      {leadFirst.map(({ node, role, evidence }, at) => (
        <span key={node.id}>
          {at > 0 && ', '}
          <NodeLink node={node}>{node.acronym ?? node.name}</NodeLink>
          {role === 'LEAD' && <span class="count"> lead</span>}
          <Doubt evidence={evidence} />
        </span>
      ))}
    </>
  );
}

function Parts({ line, includeSubLines }: { line: Line; includeSubLines: boolean }) {
  const { id, code, subLines, facilitators, indicatedFacilitators, sdgs, keywords } = line;
  const hasSubLines = subLines.length > 0;
  const edition = editionsOf(sdgs.edges);
  const rolledUp = hasSubLines && includeSubLines;
  return (
    <>
      <OnThisPage
        sections={[
          ...(hasSubLines ? [{ title: 'Sub-lines', count: subLines.length }] : []),
          { title: 'Facilitators', count: known(facilitators.totalCount) },
          { title: 'Who reported', count: known(line.reportingEntities.totalCount) },
          { title: 'Contributions', count: known(line.contributions.totalCount) },
          { title: 'Cells of the WSIS–SDG Matrix', count: known(sdgs.totalCount) },
          { title: 'Named for it in 2005', count: known(indicatedFacilitators.totalCount) },
        ]}
      />
      {hasSubLines && <SubLineChoice included={includeSubLines} />}
      {hasSubLines && <SubLines lines={subLines} />}
      <Section
        title="Facilitators"
        count={known(facilitators.totalCount)}
        lead="The years are those for which a source attests the role: when the tenure began or ended is not known. Facilitating is not reporting."
      >
        {facilitators.edges.length > 0 ? (
          <Facilitators rows={facilitators.edges} />
        ) : (
          <Empty>
            No data: no source in the graph attests a facilitator of {code}
            {hasSubLines ? ' as a whole. Those of its sub-lines stand above.' : '.'}
          </Empty>
        )}
      </Section>
      <ReportedHere
        id={id}
        scope={{ actionLines: [id], includeSubLines }}
        entityCount={line.reportingEntities.totalCount}
        contributionCount={line.contributions.totalCount}
        relation="under it"
        lead={
          <>
            Entities that made a contribution under {code}
            {rolledUp && ' or one of its sub-lines'}. A tag is stated where the text names the line, inferred where it follows from the
            subject by a rule.
          </>
        }
      />
      <Section
        title="Cells of the WSIS–SDG Matrix"
        count={known(sdgs.totalCount)}
        lead={
          <>
            The goals that the matrix claims {rolledUp ? 'its sub-lines advance' : 'it advances'}; a claim of the matrix, not a report of
            what was done.{edition && ` Edition: ${edition}.`}
          </>
        }
        actions={<a href="/claims">Claimed and reported, compared</a>}
      >
        {sdgs.edges.length > 0 ? (
          <>
            <GoalStrip cells={sdgs.edges} />
            {rolledUp ? <CellsOfSubLines cells={sdgs.edges} /> : <CellsOfLine cells={sdgs.edges} />}
          </>
        ) : (
          <Empty>
            The matrix as transcribed has no cell for {code}
            {hasSubLines ? ' as a whole. Count its sub-lines to see theirs.' : '.'}
          </Empty>
        )}
      </Section>
      <Section
        title="Named for it in 2005"
        count={known(indicatedFacilitators.totalCount)}
        lead="Entities that the indicative list annexed to the Tunis Agenda names for it. Whether they took the role is not said there."
      >
        {indicatedFacilitators.edges.length > 0 ? (
          <Table
            caption="Entities that the list of 2005 names, with evidence"
            stacks
            rows={indicatedFacilitators.edges}
            keyOf={({ node }) => node.id}
            columns={[
              { title: 'Entity', head: true, cell: ({ node }) => <EntityName entity={node} /> },
              { title: 'Where it says so', cell: ({ evidence }) => <Evidence evidence={evidence} /> },
            ]}
          />
        ) : (
          <Empty>The graph holds no entry of that list for {code}.</Empty>
        )}
      </Section>
      {keywords.length > 0 && (
        <Section title="Keywords" lead="Those of the WSIS Stocktaking.">
          <p>{keywords.map((word, at) => (at === 0 ? capital(word) : word)).join(' · ')}</p>
        </Section>
      )}
    </>
  );
}
