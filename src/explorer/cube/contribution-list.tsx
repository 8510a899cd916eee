/** Contributions, each with who made it, the place that tells it, and how each of its tags came about. */
import { addressOf } from '../address.js';
import { shortName } from '../components/contribution-list.js';
import { Evidence, type EvidenceRow, MethodMark } from '../components/evidence.js';
import { NodeLink } from '../components/node-link.js';
import { count, type Thing } from '../words.js';

/** A contribution as the fragment CountedFields gives it. */
export interface Counted extends Thing {
  summary: string;
  cycle: number | null;
  paragraph: string | null;
  document: Thing & { symbol: string | null; url: string | null };
  entities: (Thing & { acronym: string | null })[];
  sources: EvidenceRow[];
  tags: Tag[];
}

interface Tag {
  method: string;
  rule: string | null;
  node: Thing & { code?: string; number?: number };
  evidence: EvidenceRow[];
}

export function ContributionList({ contributions }: { contributions: readonly Counted[] }) {
  return (
    <ol class="cube-contributions">
      {contributions.map((contribution) => (
        <li key={contribution.id}>
          <p class="cube-summary">
            <a href={addressOf(contribution.id)}>{contribution.summary}</a>
          </p>
          <p class="cube-facts">
            {contribution.entities.map((entity, at) => (
              <span key={entity.id}>
                {at > 0 && ', '}
                <NodeLink node={entity}>{entity.acronym ?? entity.name}</NodeLink>
              </span>
            ))}
            {' · '}
            {contribution.cycle === null ? 'cycle not known' : `cycle ${contribution.cycle}`}
            <Tags tags={contribution.tags} />
          </p>
          <Evidence evidence={contribution.sources} />
          <TagEvidence tags={contribution.tags} />
        </li>
      ))}
    </ol>
  );
}

function Tags({ tags }: { tags: readonly Tag[] }) {
  return (
    <>
      {tags.map((tag) => (
        <span key={tag.node.id} class="cube-tag">
          {' · '}
          <NodeLink node={tag.node}>{shortName(tag.node)}</NodeLink> <MethodMark method={tag.method} />
        </span>
      ))}
    </>
  );
}

/** Why it has its tags; folded, because most are told by the same paragraph. */
function TagEvidence({ tags }: { tags: readonly Tag[] }) {
  if (tags.length === 0) return <p class="evidence-none">It has no action line, region or goal.</p>;
  return (
    <details class="cube-tag-evidence">
      <summary>Why {count(tags.length, 'this tag', `these ${tags.length} tags`).replace(/^\d+ /, '')}</summary>
      <dl>
        {tags.map((tag) => (
          <div key={tag.node.id}>
            <dt>{tag.node.name}</dt>
            <dd>
              <Evidence evidence={tag.evidence} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
