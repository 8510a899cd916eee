/** Evidence in one line that opens: by which methods and from how many sources; for rows that would drown in it otherwise. */
import { count } from '../words.js';
import { Evidence, type EvidenceRow, MethodMark } from './evidence.js';
import './folded-evidence.css';

/** The surest first, as the API orders methods. */
const methods = ['CURATED', 'EXTRACTED', 'INFERRED', 'UNVERIFIED'];

export function FoldedEvidence({ evidence }: { evidence: readonly EvidenceRow[] }) {
  if (evidence.length === 0) return <Evidence evidence={evidence} />;
  const used = [...new Set(evidence.map(({ method }) => method))].sort((a, b) => methods.indexOf(a) - methods.indexOf(b));
  return (
    <details class="folded-evidence">
      <summary>
        {used.map((method) => (
          <MethodMark key={method} method={method} />
        ))}{' '}
        {count(evidence.length, 'place')}
      </summary>
      <Evidence evidence={evidence} shown={evidence.length} />
    </details>
  );
}
