/** Who reported under an action line, for a goal or in a region: how often, how surely, in which cycles, and where it says so. */
import type { ComponentChildren } from 'preact';
import { type Connection, usePages } from '../paging.js';
import query from '../queries/reporting-entities.graphql?raw';
import { EntityName, type NamedEntity } from './entity-name.js';
import { Evidence, type EvidenceRow } from './evidence.js';
import { NoData } from './facts.js';
import { More } from './more.js';
import { Empty, Loading, Problem } from './state.js';
import { Table } from './table.js';
import { scaleOf, type YearScale, Years, YearsHead } from './years.js';

interface Row {
  contributionCount: number;
  statedCount: number;
  inferredCount: number;
  cycles: number[];
  firstCycle: number | null;
  lastCycle: number | null;
  node: NamedEntity;
  evidence: EvidenceRow[];
}
interface Answer {
  node: { reportingEntities?: Connection<Row> } | null;
}

/** So many cycles are named one by one. */
const mostInWords = 6;

const pickRows = ({ node }: Answer) => node?.reportingEntities;

function Cycles({ row, scale }: { row: Row; scale: YearScale }) {
  const { cycles, firstCycle, lastCycle } = row;
  if (firstCycle === null || lastCycle === null) return <NoData />;
  const words = cycles.length > mostInWords ? `${firstCycle} to ${lastCycle}: ${cycles.length} cycles` : cycles.join(', ');
  return (
    <>
      <span class="years-words">{words}</span>
      <Years scale={scale} marked={cycles} label={`Reporting cycles ${cycles.join(', ')}`} />
    </>
  );
}

/** Each place once: two contributions of one paragraph have the same evidence. */
function placesOf(evidence: readonly EvidenceRow[]): EvidenceRow[] {
  return [...new Map(evidence.map((row) => [JSON.stringify(row), row])).values()];
}

interface ReportingEntitiesProps {
  /** id of the action line, goal or region */
  id: string;
  includeSubLines?: boolean;
  /** where the contributions of one entity are listed, for the link behind its count */
  contributionsOf: (entity: NamedEntity) => string;
  /** told when such a link is followed */
  onFollow?: () => void;
  /** what is said where nobody is known to have reported */
  none: ComponentChildren;
}

export function ReportingEntities({ id, includeSubLines = true, contributionsOf, onFollow, none }: ReportingEntitiesProps) {
  const pages = usePages<Answer, Row>(query, { id, includeSubLines }, pickRows);
  const { rows } = pages;
  if (pages.error && rows.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (!pages.data) return <Loading />;
  if (rows.length === 0) return <Empty>{none}</Empty>;
  const scale = scaleOf(rows.flatMap(({ cycles }) => cycles));
  return (
    <>
      <Table
        caption="Entities that reported, with their contributions, cycles and evidence"
        stacks
        rows={rows}
        keyOf={({ node }) => node.id}
        columns={[
          { title: 'Entity', head: true, cell: ({ node }) => <EntityName entity={node} /> },
          {
            title: 'Contributions',
            numeric: true,
            cell: ({ node, contributionCount }) => (
              <a href={contributionsOf(node)} onClick={onFollow} aria-label={`${contributionCount} contributions of ${node.name}`}>
                {contributionCount}
              </a>
            ),
          },
          { title: 'Stated', numeric: true, cell: ({ statedCount }) => statedCount },
          { title: 'Inferred', numeric: true, cell: ({ inferredCount }) => <Inferred number={inferredCount} /> },
          {
            title: 'Reporting cycles',
            heading: <YearsHead title="Reporting cycles" scale={scale} />,
            cell: (row) => <Cycles row={row} scale={scale} />,
          },
          { title: 'Where it says so', cell: ({ evidence }) => <Evidence evidence={placesOf(evidence)} /> },
        ]}
      />
      <More pages={pages} />
    </>
  );
}

/** A number of inferred tags, which looks as inferred facts do wherever there is one. */
function Inferred({ number }: { number: number }) {
  if (number === 0) return 0;
  return (
    <span class="method" data-method="INFERRED" title="Not stated in the text: it follows by a rule">
      {number}
    </span>
  );
}
