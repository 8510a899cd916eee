/** The mark of a fact that no text states: by a rule only, or without a source; nothing beside a fact that was read. */
import { MethodMark } from './evidence.js';

interface DoubtProps {
  /** by which method each of its pieces of evidence came about */
  evidence: readonly { method: string }[];
}

const isRead = ({ method }: { method: string }) => method === 'CURATED' || method === 'EXTRACTED';

/** INFERRED or UNVERIFIED where nothing better proves a fact; undefined where a text does. */
export function doubtOf(evidence: DoubtProps['evidence']): string | undefined {
  if (evidence.some(isRead)) return undefined;
  return evidence.some(({ method }) => method === 'INFERRED') ? 'INFERRED' : evidence[0]?.method;
}

export function Doubt({ evidence }: DoubtProps) {
  const method = doubtOf(evidence);
  return method ? (
    <>
      {' '}
      <MethodMark method={method} />
    </>
  ) : null;
}
