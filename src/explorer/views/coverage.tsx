/** Who contributed to which report, who was silent, and where nothing is known: entity by report, each cell with its evidence. */
import { addressOf, useParameters, withParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { NodeLink } from '../components/node-link.js';
import { Notice } from '../components/notice.js';
import { Page } from '../components/page.js';
import { Section } from '../components/section.js';
import { Sign } from '../components/sign.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { type GridHead, StateGrid } from '../components/state-grid.js';
import { StateLegend } from '../components/state-legend.js';
import { type Connection, useAllRows } from '../paging.js';
import coverageQuery from '../queries/coverage.graphql?raw';
import reportsQuery from '../queries/reports-of-coverage.graphql?raw';
import { count } from '../words.js';
import './coverage.css';
import { Choosers } from './coverage-choosers.js';
import { CoverageFacts } from './coverage-facts.js';
import {
  type CoverageAnswer,
  type CoverageReport,
  type CoverageState,
  cycleOf,
  type ListedEntity,
  listOf,
  listWords,
  shortName,
  shortSymbol,
  states,
} from './coverage-words.js';
import { GoneSilentList } from './gone-silent.js';

const pickReports = ({ reports }: { reports: Connection<CoverageReport> }) => reports;

const asked = (ids: readonly string[]) => (ids.length > 0 ? ids : undefined);

const isState = (name: string | undefined): name is CoverageState => name !== undefined && Object.hasOwn(states, name);

export default function CoverageView() {
  const [parameters] = useParameters();
  const variables = { entities: asked(listOf(parameters.entities)), reports: asked(listOf(parameters.reports)) };
  const { data, error, again } = useAnswer<CoverageAnswer>(coverageQuery, variables);
  const { rows: reports, hasMore } = useAllRows<{ reports: Connection<CoverageReport> }, CoverageReport>(reportsQuery, pickReports);
  const reportOf = new Map(reports.map((report) => [report.id, report]));
  const isReady = data && reports.length > 0 && !hasMore;
  return (
    <Page
      title="Coverage"
      wide
      lead="Which entities contributed to which annual report of the Secretary-General, and who fell silent — as far as the lists of contributors are known."
      actions={
        <>
          <a class="button" href="/claims">
            Claimed and reported
          </a>
          <a class="button" href={withParameters('/playground', { example: 'who-has-gone-silent' })}>
            The question in GraphQL
          </a>
        </>
      }
    >
      <Notice>
        <strong>No data is not silence.</strong> Silence can be told only of a report whose whole list of contributors is known. And whoever
        contributed to a report has not thereby reported on an action line: for that see{' '}
        <a href={withParameters('/cube', { rows: 'ENTITY', columns: 'ACTION_LINE' })}>entities by action line</a>.
      </Notice>
      {error ? (
        <>
          <Problem error={error} again={again} />
          <p>
            <a href="/coverage">All entities and annual reports</a>
          </p>
        </>
      ) : isReady ? (
        <Coverage answer={data} reportOf={reportOf} />
      ) : (
        <Loading what="Reading the lists of contributors" />
      )}
    </Page>
  );
}

interface CoverageProps {
  answer: CoverageAnswer;
  reportOf: ReadonlyMap<string, CoverageReport>;
}

function Coverage({ answer: { coverage }, reportOf }: CoverageProps) {
  const [parameters, change] = useParameters();
  const only = isState(parameters.state) ? parameters.state : undefined;
  const { rows } = coverage;
  const cells = new Map(rows.map((row) => [`${row.report.id} ${row.entity.id}`, row]));
  const entities = [...new Map(rows.map(({ entity }) => [entity.id, entity])).values()];
  const reports = [...new Set(rows.map(({ report }) => report.id))].map((id) => reportOf.get(id)).filter((report) => report !== undefined);
  // With one state alone, only the entities and reports that have it.
  const wanted = rows.filter(({ state }) => !only || state === only);
  const shownEntities = entities.filter(({ id }) => wanted.some(({ entity }) => entity.id === id));
  const shownReports = reports.filter(({ id }) => wanted.some(({ report }) => report.id === id));
  const open = cells.get(`${parameters.report} ${parameters.entity}`);
  const openReport = reportOf.get(open?.report.id ?? '');
  return (
    <>
      <GoneSilentList rows={rows} reports={reports} reportOf={reportOf} />
      <Section
        title="Entity by report"
        lead={`${count(entities.length, 'entity', 'entities')} by ${count(reports.length, 'report')}, newest first. Click a cell for its evidence; arrow keys go from cell to cell.`}
      >
        <Choosers entities={entities} reports={reports} reportOf={reportOf} />
        <StateLegend
          label="Show one state"
          states={states}
          counts={Object.fromEntries(coverage.counts.map(({ state, count }) => [state, count]))}
          chosen={only}
          onChoose={(state) => change({ state })}
        />
        {shownEntities.length === 0 ? (
          <Empty>{only ? `No cell is “${states[only].word}” here.` : 'No list of contributors is known.'}</Empty>
        ) : (
          <>
            <ListKeys />
            <StateGrid
              caption="Contributions of entities to reports"
              corner="Entity"
              states={states}
              rows={shownEntities.map(entityHead)}
              columns={shownReports.map(reportHead)}
              cellOf={(entity, report) => ({ state: cells.get(`${report} ${entity}`)?.state ?? 'NO_DATA' })}
              only={only}
              open={open && { row: open.entity.id, column: open.report.id }}
              onOpen={(place) => change({ entity: place?.row, report: place?.column }, { replace: true })}
            >
              {open && openReport && <CoverageFacts entity={open.entity} report={openReport} state={open.state} />}
            </StateGrid>
          </>
        )}
      </Section>
    </>
  );
}

const entityHead = (entity: ListedEntity): GridHead => ({
  key: entity.id,
  label: shortName(entity),
  head: (
    <>
      <NodeLink node={entity}>{shortName(entity)}</NodeLink>
      {entity.acronym && <span class="entity-name"> {entity.name}</span>}
    </>
  ),
});

const reportHead = (report: CoverageReport): GridHead => {
  const { sign, word } = listWords[report.contributorList];
  return {
    key: report.id,
    label: `${shortSymbol(report)} (${cycleOf(report)})`,
    head: (
      <a class="report-head" href={addressOf(report.id)} title={`${report.name} — ${word}`}>
        <span class="report-cycle">{cycleOf(report)}</span>
        <span class="report-symbol">{shortSymbol(report)}</span>
        <span class="list-known">
          <Sign name={sign} />
          <span class="visually-hidden">{word}</span>
        </span>
      </a>
    ),
  };
};

/** What the signs in the heads of the reports mean. */
function ListKeys() {
  return (
    <p class="list-keys">
      In the heads: the cycle that the report tells of, its symbol, and how much of its list of contributors is known:
      {Object.values(listWords).map(({ sign, word }) => (
        <span key={word} class="list-known">
          <Sign name={sign} /> {word}
        </span>
      ))}
    </p>
  );
}
