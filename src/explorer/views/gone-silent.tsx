/** The answer to "who has gone silent?": told only of reports whose whole list of contributors is known. */
import { useParameters, withParameters } from '../address.js';
import { NodeLink } from '../components/node-link.js';
import { Section } from '../components/section.js';
import { Empty } from '../components/state.js';
import { Table } from '../components/table.js';
import { count } from '../words.js';
import { type CoverageReport, type CoverageRow, cycleOf, goneSilent, shortName, shortSymbol } from './coverage-words.js';

interface GoneSilentProps {
  rows: readonly CoverageRow[];
  /** the reports that are shown */
  reports: readonly CoverageReport[];
  /** all reports, by id */
  reportOf: ReadonlyMap<string, CoverageReport>;
}

export function GoneSilentList({ rows, reports, reportOf }: GoneSilentProps) {
  const [parameters] = useParameters();
  const silent = goneSilent(rows, reportOf);
  const full = reports.filter(({ contributorList }) => contributorList === 'FULL');
  const cellAddress = (entity: string, report: string) => withParameters('/coverage', { ...parameters, state: undefined, entity, report });
  if (full.length === 0)
    return (
      <Section title="Gone silent">
        <Empty>None of these reports has its whole list of contributors in the graph: of none can silence be told.</Empty>
      </Section>
    );
  return (
    <Section
      title="Gone silent"
      count={silent.length}
      lead={
        <>
          Told of {full.length} of {count(reports.length, 'report')}, whose whole list is known:{' '}
          {full.map((report, at) => (
            <>
              {at > 0 && ', '}
              <NodeLink node={report}>{report.symbol ?? report.name}</NodeLink> (cycle {cycleOf(report)})
            </>
          ))}
          .{full.length < reports.length && ' Of the others it cannot be told.'}
        </>
      }
    >
      {silent.length === 0 ? (
        <Empty>Nobody who is known to have contributed before is missing from the newest list that is known whole.</Empty>
      ) : (
        <Table
          caption="Entities that have gone silent"
          rows={silent}
          keyOf={({ entity }) => entity.id}
          stacks
          columns={[
            { title: 'Entity', head: true, cell: ({ entity }) => <NodeLink node={entity} /> },
            {
              title: 'Last known to have contributed to',
              cell: ({ last }) => (
                <>
                  <NodeLink node={last}>{last.symbol ?? last.name}</NodeLink> (cycle {cycleOf(last)})
                </>
              ),
            },
            {
              title: 'Not in the whole list of',
              cell: ({ entity, silentIn }) =>
                silentIn.map((report, at) => (
                  <>
                    {at > 0 && ', '}
                    <a href={cellAddress(entity.id, report.id)}>
                      {shortSymbol(report)}
                      <span class="visually-hidden">: evidence for {shortName(entity)}</span>
                    </a>{' '}
                    (cycle {cycleOf(report)})
                  </>
                )),
            },
          ]}
        />
      )}
    </Section>
  );
}
