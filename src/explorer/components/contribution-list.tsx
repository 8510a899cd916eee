/** Contributions one below the other: who made each, in which document and paragraph, with its tags and how they came about. */
import type { Connection } from '../paging.js';
import { paragraphInWords, type Thing } from '../words.js';
import { Doubt } from './doubt.js';
import type { NamedEntity } from './entity-name.js';
import { MethodMark } from './evidence.js';
import { NodeLink } from './node-link.js';
import './contribution-list.css';

export interface Tag {
  method: string;
  rule: string | null;
  node: Thing & { code?: string; number?: number };
}

export interface ContributionRow extends Thing {
  cycle: number | null;
  paragraph: string | null;
  document: Thing & { symbol: string | null };
  made: { totalCount: number; edges: { node: NamedEntity; evidence: { method: string }[] }[] };
  tags: Tag[];
}

export interface ContributionsAnswer {
  contributions: Connection<ContributionRow>;
}

export const pickContributions = ({ contributions }: ContributionsAnswer) => contributions;

/** "C5", "SDG 9", "Africa". */
export const shortName = ({ code, number, name }: Tag['node']): string => code ?? (number === undefined ? name : `SDG ${number}`);

/** Its action lines, goals and regions, each with how it came about. */
export function Tags({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return <p class="evidence-none">No action line, goal or region is recorded.</p>;
  return (
    <ul class="contribution-tags" aria-label="Tags">
      {tags.map(({ node, method }) => (
        <li key={node.id} class="contribution-tag" data-kind={node.kind} data-method={method}>
          <NodeLink node={node}>{shortName(node)}</NodeLink> <MethodMark method={method} />
        </li>
      ))}
    </ul>
  );
}

/** Who made it; an actor that a rule found says so. */
function Makers({ made }: { made: ContributionRow['made'] }) {
  const left = made.totalCount - made.edges.length;
  return (
    <>
      {made.edges.map(({ node, evidence }, at) => (
        <span key={node.id}>
          {at > 0 && ', '}
          <NodeLink node={node}>{node.acronym ?? node.name}</NodeLink>
          <Doubt evidence={evidence} />
        </span>
      ))}
      {left > 0 && ` and ${left} more`}
    </>
  );
}

function Told({ row: { document, paragraph } }: { row: ContributionRow }) {
  return (
    <>
      {' in '}
      <NodeLink node={document}>{document.symbol ?? document.name}</NodeLink>
      {paragraph && `, ${paragraphInWords(paragraph)}`}
    </>
  );
}

interface ContributionsProps {
  rows: readonly ContributionRow[];
  /** what they have in common, read aloud before them */
  label: string;
  /** whether their document is named; left out where it is the same for all and told above */
  withDocument?: boolean;
}

/** Contributions one below the other. */
export function Contributions({ rows, label, withDocument = true }: ContributionsProps) {
  return (
    <ol class="contribution-rows" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} class="contribution-row">
          <span class="contribution-cycle">{row.cycle === null ? <>cycle: no data</> : row.cycle}</span>
          <div>
            <p class="contribution-name">
              <NodeLink node={row} />
            </p>
            <p class="contribution-facts">
              <Makers made={row.made} />
              {withDocument && <Told row={row} />}
            </p>
            <Tags tags={row.tags} />
          </div>
        </li>
      ))}
    </ol>
  );
}
