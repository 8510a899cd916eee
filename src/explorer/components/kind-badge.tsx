/** The kind of a thing as a small label, told in words; the colour beside it is only an aid. */
import { capital, type Kind, kindWords } from '../words.js';

export function KindBadge({ kind }: { kind: Kind }) {
  return (
    <span class="kind" data-kind={kind}>
      {capital(kindWords[kind]?.[0] ?? kind)}
    </span>
  );
}
