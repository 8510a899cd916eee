/** The page of a contribution: who made it, where it is told, how each tag came about, and what else the same paragraph tells. */
import { useAnswer } from '../api.js';
import { type ContributionRow, Contributions, type ContributionsAnswer, pickContributions } from '../components/contribution-list.js';
import { EntityName, type NamedEntity } from '../components/entity-name.js';
import { Evidence, type EvidenceRow, MethodMark } from '../components/evidence.js';
import { Facts } from '../components/facts.js';
import { KindBadge } from '../components/kind-badge.js';
import { NodeLink } from '../components/node-link.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { Table } from '../components/table.js';
import { lookUp, TextLink } from '../components/text-link.js';
import { ThingPage } from '../components/thing-page.js';
import { usePages } from '../paging.js';
import query from '../queries/contribution.graphql?raw';
import neighboursQuery from '../queries/tagged-contributions.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import { count, type Thing } from '../words.js';

interface Contribution {
  id: string;
  cycle: number | null;
  paragraph: string | null;
  document: Thing & { symbol: string | null; url: string | null; date: string | null };
  made: { totalCount: number; edges: { node: NamedEntity; evidence: EvidenceRow[] }[] };
  told: { edges: { evidence: EvidenceRow[] }[] };
  tags: { method: string; rule: string | null; node: Thing; evidence: EvidenceRow[] }[];
}

export default function ContributionView({ id }: ThingViewProps) {
  const { data, error, again } = useAnswer<{ node: Contribution | null }>(query, { id });
  const contribution = data?.node;
  return (
    <ThingPage id={id} lead="The summary is in words of this dataset; the document is what counts.">
      {error ? <Problem error={error} again={again} /> : contribution ? <Parts contribution={contribution} /> : <Loading />}
    </ThingPage>
  );
}

function Parts({ contribution }: { contribution: Contribution }) {
  const { cycle, paragraph, document, made, told, tags } = contribution;
  const hasText = Boolean(document.url ?? lookUp(document.symbol));
  return (
    <>
      <Facts
        facts={[
          { name: 'Document', value: <NodeLink node={document} />, wide: true },
          { name: 'Paragraph', value: paragraph ?? 'none: an input without paragraphs' },
          { name: 'Reporting cycle', value: cycle },
          { name: 'Text', value: hasText && <TextLink url={document.url} symbol={document.symbol} />, ifAny: true },
        ]}
      />
      <Section title="Who made it" count={made.totalCount || undefined} lead="Others that the text only names are not among them.">
        {made.edges.length > 0 ? (
          <Table
            caption="Entities that made the contribution, with evidence"
            stacks
            rows={made.edges}
            keyOf={({ node }) => node.id}
            columns={[
              { title: 'Entity', head: true, cell: ({ node }) => <EntityName entity={node} /> },
              { title: 'Where it says so', cell: ({ evidence }) => <Evidence evidence={evidence} /> },
            ]}
          />
        ) : (
          <Empty>No data: the graph does not hold who made it.</Empty>
        )}
      </Section>
      <Section title="Tags" count={tags.length || undefined} lead="Action lines, regions and goals, each with how it came about.">
        {tags.length > 0 ? <TagTable tags={tags} /> : <Empty>No data: no action line, region or goal is recorded for it.</Empty>}
      </Section>
      <Section title="Where it is told">
        <Evidence evidence={told.edges.flatMap(({ evidence }) => evidence)} shown={5} />
      </Section>
      <Neighbours contribution={contribution} />
    </>
  );
}

function TagTable({ tags }: { tags: Contribution['tags'] }) {
  return (
    <Table
      caption="Tags with method, rule and evidence"
      stacks
      rows={tags}
      keyOf={({ node }) => node.id}
      columns={[
        { title: 'Tag', head: true, cell: ({ node }) => <NodeLink node={node} /> },
        { title: 'Kind', short: true, cell: ({ node }) => <KindBadge kind={node.kind} /> },
        { title: 'How', short: true, cell: ({ method }) => <MethodMark method={method} /> },
        { title: 'Where it says so, or what it is inferred from', cell: ({ evidence }) => <Evidence evidence={evidence} /> },
      ]}
    />
  );
}

const isOther = (row: ContributionRow, { id, paragraph }: Contribution) => row.id !== id && row.paragraph === paragraph;

/** What else the same paragraph tells; where the document has none, what else the document tells. */
function Neighbours({ contribution }: { contribution: Contribution }) {
  const { document, paragraph } = contribution;
  const pages = usePages<ContributionsAnswer, ContributionRow>(
    neighboursQuery,
    { filter: { documents: [document.id] }, first: 100 },
    pickContributions,
  );
  const others = pages.rows.filter((row) => isOther(row, contribution));
  const where = paragraph === null ? 'document' : 'paragraph';
  return (
    <Section title={`Others in the same ${where}`} count={others.length || undefined}>
      {pages.error ? (
        <Problem error={pages.error} again={pages.again} />
      ) : !pages.data ? (
        <Loading />
      ) : others.length > 0 ? (
        <Contributions rows={others} label={`Others in the same ${where}`} withDocument={false} />
      ) : (
        <Empty>The graph holds no other contribution of the same {where}.</Empty>
      )}
      {pages.hasMore && (
        <p class="more">
          <button type="button" class="button" onClick={pages.more} aria-disabled={pages.loadingMore}>
            Look further in the document
          </button>
          <span class="more-count">
            {count(pages.rows.length, 'contribution')} of {pages.total?.toLocaleString('en')} were compared.
          </span>
        </p>
      )}
    </Section>
  );
}
