/** Who facilitates an action line, each with role and the years for which a source attests it, drawn on one scale. */
import { capital, inWords } from '../words.js';
import { doubtOf } from './doubt.js';
import { EntityName, type NamedEntity } from './entity-name.js';
import { Evidence, type EvidenceRow } from './evidence.js';
import { NoData } from './facts.js';
import { Table } from './table.js';
import './facilitators.css';
import { scaleOf, type YearScale, Years, YearsHead } from './years.js';

export interface FacilitatorRow {
  role: string;
  attestedFrom: number | null;
  attestedTo: number | null;
  node: NamedEntity;
  evidence: EvidenceRow[];
}

/** "Co-facilitator" for CO_FACILITATOR. */
export const roleInWords = (role: string): string => capital(inWords(role).replace('co facilitator', 'co-facilitator'));

function yearsInWords({ attestedFrom, attestedTo }: FacilitatorRow): string {
  if (attestedFrom === null && attestedTo === null) return 'no data';
  if (attestedFrom === attestedTo) return String(attestedFrom);
  return `${attestedFrom ?? 'first year: no data'} – ${attestedTo ?? 'last year: no data'}`;
}

function Attested({ row, scale }: { row: FacilitatorRow; scale: YearScale }) {
  const marked = [...new Set([row.attestedFrom, row.attestedTo])].filter((year) => year !== null);
  const words = yearsInWords(row);
  if (marked.length === 0) return <NoData />;
  const doubt = doubtOf(row.evidence);
  return (
    <>
      <span class="years-words">{words}</span>
      <Years scale={scale} marked={marked} joined doubt={doubt} label={`Attested ${words}${doubt ? `, ${inWords(doubt)}` : ''}`} />
    </>
  );
}

const roles = ['LEAD', 'CO_FACILITATOR', 'PARTNER'];

export function Facilitators({ rows }: { rows: readonly FacilitatorRow[] }) {
  const scale = scaleOf(rows.flatMap(({ attestedFrom, attestedTo }) => [attestedFrom, attestedTo]));
  const byRole = [...rows].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  return (
    <Table
      caption="Facilitators with role, attested years and evidence"
      stacks
      rows={byRole}
      keyOf={({ node, role }) => `${node.id} ${role}`}
      columns={[
        { title: 'Entity', head: true, cell: ({ node }) => <EntityName entity={node} /> },
        { title: 'Role', short: true, cell: ({ role }) => <span class="facilitator-role">{roleInWords(role)}</span> },
        {
          title: 'Attested years',
          heading: <YearsHead title="Attested, first and last year" scale={scale} />,
          cell: (row) => <Attested row={row} scale={scale} />,
        },
        { title: 'Where it says so', cell: ({ evidence }) => <Evidence evidence={evidence} shown={1} /> },
      ]}
    />
  );
}
