/** The page of an entity: what it is, what it facilitates, to which reports it contributed, what it reports having done, and what is asked of it. */
import { useAnswer } from '../api.js';
import { AskList } from '../components/ask-list.js';
import { ContributionsOf } from '../components/contributions-of.js';
import { Evidence, type EvidenceRow } from '../components/evidence.js';
import { ExternalLink } from '../components/external-link.js';
import { FoldedEvidence } from '../components/folded-evidence.js';
import { More } from '../components/more.js';
import { NodeLink } from '../components/node-link.js';
import { OnThisPage } from '../components/on-this-page.js';
import { Pending } from '../components/pending.js';
import { hasLinks, type Links, Relations } from '../components/relations.js';
import { SameEvidence } from '../components/same-evidence.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { Table } from '../components/table.js';
import { type Line, ThingLine } from '../components/thing-line.js';
import { ThingPage } from '../components/thing-page.js';
import { scaleOf, Years, YearsHead } from '../components/years.js';
import { asSentence } from '../facts-in-words.js';
import { type Connection, usePages } from '../paging.js';
import entityQuery from '../queries/entity.graphql?raw';
import reportsQuery from '../queries/reports-of-an-entity.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import type { Thing } from '../words.js';
import './entity.css';

interface Facilitation {
  role: string;
  attestedFrom: number | null;
  attestedTo: number | null;
  node: Thing & { code: string; title: string };
  evidence: EvidenceRow[];
}

interface Entity extends Thing {
  acronym: string | null;
  category: string;
  unSystem: boolean;
  homepage: string | null;
  memberOf: Links;
  members: Links;
  serves: Links;
  indicatedFor: { edges: { node: Thing; evidence: EvidenceRow[] }[] };
  facilitates: { totalCount: number; edges: Facilitation[] };
  contributedTo: { totalCount: number };
  contributions: { totalCount: number };
  asks: { totalCount: number };
}

function attested({ attestedFrom: from, attestedTo: to }: Facilitation): string {
  if (from === null || to === null) return from === null ? (to === null ? 'no data' : `to ${to}`) : `from ${from}`;
  return from === to ? String(from) : `${from}–${to}`;
}

function Facilitations({ rows }: { rows: readonly Facilitation[] }) {
  const scale = scaleOf(rows.flatMap(({ attestedFrom, attestedTo }) => [attestedFrom, attestedTo]));
  return (
    <Table
      caption="Action lines that it facilitates, with role, attested years and evidence"
      stacks
      rows={rows}
      keyOf={({ node }) => node.id}
      columns={[
        {
          title: 'Action line',
          head: true,
          cell: ({ node }) => (
            <>
              <NodeLink node={node}>{node.code}</NodeLink> {node.title}
            </>
          ),
        },
        { title: 'Role', cell: ({ role }) => <span class="entity-role">{asSentence(role)}</span> },
        {
          title: 'Attested',
          heading: <YearsHead title="Attested" scale={scale} />,
          cell: (row) => {
            const marked = [row.attestedFrom, row.attestedTo].filter((year) => year !== null);
            return (
              <>
                <span class="years-words">{attested(row)}</span>
                {marked.length > 0 && <Years scale={scale} marked={marked} joined label={`Attested ${attested(row)}`} />}
              </>
            );
          },
        },
        { title: 'Where it says so', cell: ({ evidence }) => <FoldedEvidence evidence={evidence} /> },
      ]}
    />
  );
}

interface ReportRow {
  node: Line & { cycle: number | null };
  evidence: EvidenceRow[];
}
interface ReportsAnswer {
  entity: { contributedTo: Connection<ReportRow> } | null;
}

const pickReports = ({ entity }: ReportsAnswer) => entity?.contributedTo;

function Reports({ entity }: { entity: string }) {
  const pages = usePages<ReportsAnswer, ReportRow>(reportsQuery, { id: entity }, pickReports);
  if (pages.error && pages.rows.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (!pages.data) return <Loading />;
  return (
    <>
      <Table
        caption="Reports to which it contributed, with cycle and evidence"
        stacks
        rows={pages.rows}
        keyOf={({ node }) => node.id}
        columns={[
          { title: 'Report', head: true, cell: ({ node }) => <ThingLine node={node} /> },
          { title: 'Cycle', numeric: true, cell: ({ node }) => node.cycle ?? 'no data' },
          { title: 'Where it says so', cell: ({ evidence }) => <Evidence evidence={evidence} /> },
        ]}
      />
      <More pages={pages} />
    </>
  );
}

/** "ITU · Specialised agency of the United Nations"; whether it is of its system is told where the category does not. */
function leadOf({ acronym, name, category, unSystem }: Entity): string {
  const system = category.includes('UN') ? '' : unSystem ? 'in the United Nations system' : 'outside the United Nations system';
  return [acronym !== name && acronym, asSentence(category), system].filter(Boolean).join(' · ');
}

function Body({ entity }: { entity: Entity }) {
  const { id, facilitates, indicatedFor, contributedTo, contributions, asks } = entity;
  const facilitations = facilitates.edges;
  const indicated = indicatedFor.edges;
  const relations = [
    { name: 'Member of', link: 'MEMBER_OF', direction: 'OUT', links: entity.memberOf },
    { name: 'Members', link: 'MEMBER_OF', direction: 'IN', links: entity.members },
    { name: 'Serves', link: 'SERVES', direction: 'OUT', links: entity.serves },
  ] as const;
  const counts = {
    'What it facilitates': facilitates.totalCount || undefined,
    'Reports it contributed to': contributedTo.totalCount || undefined,
    'What it reports having done': contributions.totalCount || undefined,
    'What is asked of it': asks.totalCount || undefined,
  };
  return (
    <>
      <OnThisPage sections={Object.entries(counts).map(([title, count]) => ({ title, count }))} />
      {relations.some(hasLinks) && (
        <Section title="Groups and regions" lead="What a group facilitates or reports stays with the group.">
          <Relations id={id} relations={relations} />
        </Section>
      )}
      <Section
        title="What it facilitates"
        count={counts['What it facilitates']}
        lead="The years are those for which sources attest it, not the beginning or end of the role. To facilitate is not to report."
      >
        {facilitations.length > 0 ? <Facilitations rows={facilitations} /> : <Empty>No source names it as a facilitator.</Empty>}
        {indicated.length > 0 && (
          <details class="entity-indicated">
            <summary>
              Named for {indicated.length} {indicated.length === 1 ? 'action line' : 'action lines'} in the indicative list of 2005
            </summary>
            <p class="section-lead">The list annexed to the Tunis Agenda does not say that it took the role.</p>
            <SameEvidence
              label="Action lines for which the list of 2005 names it"
              rows={indicated}
              show={({ node }) => <NodeLink node={node} />}
            />
          </details>
        )}
      </Section>
      <Section
        title="Reports it contributed to"
        count={counts['Reports it contributed to']}
        lead="As far as the lists of contributors are known: of most reports they are not, which says nothing about silence."
      >
        {contributedTo.totalCount > 0 ? <Reports entity={id} /> : <Empty>No data: it stands in no list that is known.</Empty>}
      </Section>
      <Section
        title="What it reports having done"
        count={counts['What it reports having done']}
        lead="Contributions, each told in one paragraph of one document that was read."
      >
        {contributions.totalCount > 0 ? (
          <ContributionsOf entity={id} />
        ) : (
          <Empty>
            No data: no contribution of it was read. Most reports were not read yet: see{' '}
            <a href="/completeness">what is not in the graph</a>.
          </Empty>
        )}
      </Section>
      <Section
        title="What is asked of it"
        count={counts['What is asked of it']}
        lead="By name; what is asked of a class that it belongs to is not counted here."
      >
        <AskList
          scope={{ addressees: [id] }}
          withDocument
          narrowBy={['due']}
          none="No ask that was read names it. Many texts were not read for what they ask."
        />
      </Section>
    </>
  );
}

export default function EntityView({ id }: ThingViewProps) {
  const answer = useAnswer<{ entity: Entity | null }>(entityQuery, { id });
  const entity = answer.data?.entity;
  return (
    <ThingPage
      id={id}
      tab={entity?.acronym ?? undefined}
      lead={entity ? leadOf(entity) : undefined}
      actions={
        entity?.homepage && (
          <span class="button">
            <ExternalLink href={entity.homepage}>Home page</ExternalLink>
          </span>
        )
      }
    >
      {entity ? <Body entity={entity} /> : <Pending answer={answer} />}
    </ThingPage>
  );
}
