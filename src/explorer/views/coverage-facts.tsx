/** What stands behind a cell of the coverage: where it says that an entity contributed, or why it cannot be said. */
import type { ComponentChildren } from 'preact';
import { addressOf } from '../address.js';
import { useAnswer } from '../api.js';
import { Evidence, type EvidenceRow } from '../components/evidence.js';
import { ExternalLink } from '../components/external-link.js';
import { NodeLink } from '../components/node-link.js';
import { Sign } from '../components/sign.js';
import { Loading, Problem } from '../components/state.js';
import cellQuery from '../queries/coverage-cell.graphql?raw';
import { capital, count, paragraphInWords, type Thing } from '../words.js';
import { type CoverageReport, type CoverageState, cycleOf, type ListedEntity, listWords, shortName, states } from './coverage-words.js';

interface Cell {
  entity: {
    contributedTo: { edges: { node: Thing & { symbol: string | null; cycle: number | null }; evidence: EvidenceRow[] }[] };
  } | null;
  report: {
    url: string | null;
    contributorCount: number | null;
    contributors: { totalCount: number; edges: { evidence: EvidenceRow[] }[] };
  } | null;
  contributions: { totalCount: number; nodes: (Thing & { summary: string; paragraph: string | null })[] };
}

interface CoverageFactsProps {
  entity: ListedEntity;
  report: CoverageReport;
  state: CoverageState;
}

export function CoverageFacts({ entity, report, state }: CoverageFactsProps) {
  const { data, error, again } = useAnswer<Cell>(cellQuery, { entity: entity.id, report: report.id });
  const { sign, tone, word } = states[state];
  return (
    <div class="cell-facts">
      <h3 class="cell-head">
        <span>
          <NodeLink node={entity}>{shortName(entity)}</NodeLink> and <NodeLink node={report}>{report.symbol ?? report.name}</NodeLink>{' '}
          (cycle {cycleOf(report)})
        </span>
        <span class="cell-state" data-tone={tone}>
          <Sign name={sign} /> {word}
        </span>
      </h3>
      {error ? (
        <Problem error={error} again={again} />
      ) : data ? (
        <Facts entity={entity} report={report} state={state} cell={data} />
      ) : (
        <Loading what="Looking for the evidence" />
      )}
    </div>
  );
}

function Facts({ entity, report, state, cell }: CoverageFactsProps & { cell: Cell }) {
  const known = cell.entity?.contributedTo.edges ?? [];
  const here = known.find(({ node }) => node.id === report.id);
  const others = known.filter(({ node }) => node.id !== report.id);
  const list = cell.report?.contributors;
  const name = shortName(entity);
  if (state === 'CONTRIBUTED')
    return (
      <>
        <Part title="Where it says so">
          <Evidence evidence={here?.evidence ?? []} shown={4} />
        </Part>
        <Part title="What is told of its activities there">
          <Told cell={cell} report={report} entity={entity} />
        </Part>
      </>
    );
  if (state === 'NO_DATA')
    return (
      <>
        <p>
          {capital(listWords[report.contributorList].word)}
          {list && list.totalCount > 0 && `: ${list.totalCount}`}
          {cell.report?.contributorCount ? ` of the ${cell.report.contributorCount} that the report says it had` : ''}. That {name} is not
          among them here says nothing about whether it contributed.
          {cell.report?.url && (
            <>
              {' '}
              <ExternalLink href={cell.report.url}>Look in the report itself</ExternalLink>
            </>
          )}
        </p>
        <Others known={others} name={name} />
      </>
    );
  return (
    <>
      <p>
        The whole list of this report is known, {count(list?.totalCount ?? 0, 'contributor')}, and {name} is not in it.
        {state === 'NOT_LISTED' && ' Nor does it stand in any other list that is known.'}
      </p>
      {list?.edges[0] && (
        <Part title="Where the list stands">
          <Evidence evidence={list.edges[0].evidence} />
        </Part>
      )}
      <Others known={others} name={name} />
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <>
      <h4>{title}</h4>
      {children}
    </>
  );
}

/** The contributions that the report tells of the entity: contributing to a report and reporting on a line are two facts. */
function Told({ cell, report, entity }: { cell: Cell; report: CoverageReport; entity: ListedEntity }) {
  const { totalCount, nodes } = cell.contributions;
  if (totalCount === 0)
    return (
      <p>
        No paragraph of this report about an activity of {shortName(entity)} is in the graph; see how far it was read on{' '}
        <a href={addressOf(report.id)}>its page</a>.
      </p>
    );
  return (
    <ul class="plain-list">
      {nodes.map((node) => (
        <li key={node.id}>
          <NodeLink node={node}>{node.summary}</NodeLink>{' '}
          {node.paragraph && <span class="told-paragraph">{paragraphInWords(node.paragraph)}</span>}
        </li>
      ))}
      {totalCount > nodes.length && <li class="told-paragraph">{count(totalCount, 'activity', 'activities')} in all</li>}
    </ul>
  );
}

/** The other reports to which the entity is known to have contributed. */
function Others({ known, name }: { known: NonNullable<Cell['entity']>['contributedTo']['edges']; name: string }) {
  if (known.length === 0) return <p>No contribution of {name} to another report is known.</p>;
  return (
    <Part title={`Reports to which ${name} is known to have contributed`}>
      <ul class="plain-list">
        {known.map(({ node, evidence }) => (
          <li key={node.id}>
            <NodeLink node={node}>{node.symbol ?? node.name}</NodeLink> (cycle {node.cycle ?? 'not known'})
            <Evidence evidence={evidence} shown={1} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
