/** The page of a region: its commission, who reported from there, and what. */
import { useAnswer } from '../api.js';
import { EntityName, type NamedEntity } from '../components/entity-name.js';
import { Evidence, type EvidenceRow } from '../components/evidence.js';
import { OnThisPage } from '../components/on-this-page.js';
import { known, ReportedHere } from '../components/reported-here.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { Table } from '../components/table.js';
import { ThingPage } from '../components/thing-page.js';
import query from '../queries/region.graphql?raw';
import type { ThingViewProps } from '../routes.js';

interface Region {
  id: string;
  m49: string[];
  links: { edges: { node: NamedEntity; evidence: EvidenceRow[] }[] };
  contributions: { totalCount: number };
  reportingEntities: { totalCount: number };
}

export default function RegionView({ id }: ThingViewProps) {
  const { data, error, again } = useAnswer<{ region: Region | null }>(query, { id });
  const region = data?.region;
  return (
    <ThingPage id={id} lead="One of the regions by which the annual reports are ordered.">
      {error ? <Problem error={error} again={again} /> : region ? <Parts region={region} /> : <Loading />}
    </ThingPage>
  );
}

function Parts({ region: { id, m49, links, contributions, reportingEntities } }: { region: Region }) {
  return (
    <>
      <OnThisPage
        sections={[
          { title: 'Regional commission' },
          { title: 'Who reported', count: known(reportingEntities.totalCount) },
          { title: 'Contributions', count: known(contributions.totalCount) },
        ]}
      />
      <Section title="Regional commission" lead="The commission of the United Nations that serves the region.">
        {links.edges.length > 0 ? (
          <Table
            caption="Regional commission with evidence"
            stacks
            rows={links.edges}
            keyOf={({ node }) => node.id}
            columns={[
              { title: 'Entity', head: true, cell: ({ node }) => <EntityName entity={node} /> },
              { title: 'Where it says so', cell: ({ evidence }) => <Evidence evidence={evidence} shown={1} /> },
            ]}
          />
        ) : (
          <Empty>No data: the graph does not hold which commission serves it.</Empty>
        )}
      </Section>
      <ReportedHere
        id={id}
        scope={{ regions: [id] }}
        entityCount={reportingEntities.totalCount}
        contributionCount={contributions.totalCount}
        relation="in it"
        lead="Entities that made a contribution in this region. What a report tells at the international level stands under no region."
      />
      {m49.length > 0 && (
        <Section
          title="M49 codes"
          lead="Statistical areas of about the same extent; the notes of the sources below say how close they are."
        >
          <p>
            {m49.map((code, at) => (
              <span key={code}>
                {at > 0 && ' · '}
                <code>{code}</code>
              </span>
            ))}
          </p>
        </Section>
      )}
    </>
  );
}
