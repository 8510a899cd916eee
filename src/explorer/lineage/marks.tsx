/** The marks of the picture: how far the citations of a text were read, a stack, and the line of a verb, as its legend shows them. */
import { markRadius } from './layout.js';
import type { Style } from './verbs.js';

/** Full, half, empty: read whole, in parts, not at all. */
export function ReadMark({ read, x = 0, y = 0, radius = markRadius }: { read: string; x?: number; y?: number; radius?: number }) {
  const half = `M${x} ${y - radius}A${radius} ${radius} 0 0 0 ${x} ${y + radius}Z`;
  return (
    <>
      <circle class="mark-ring" cx={x} cy={y} r={radius} data-read={read} />
      {read === 'PARTIAL' && <path class="mark-half" d={half} />}
    </>
  );
}

/** Three marks behind one another: a list that is folded. */
export function StackMark({ x = 0, y = 0 }: { x?: number; y?: number }) {
  return (
    <>
      {[2.5, 0, -2.5].map((shift) => (
        <circle key={shift} class="mark-ring" data-read="STACK" cx={x + shift} cy={y - shift} r={markRadius - 1} />
      ))}
    </>
  );
}

/** The line of a verb. */
export function LineSample({ style }: { style: Style }) {
  return (
    <svg class="line-sample" viewBox="0 0 30 10" aria-hidden="true">
      <path class="wire" data-style={style} d="M0 5H30" />
    </svg>
  );
}

/** A mark within a text. */
export function InlineMark({ read }: { read: string }) {
  return (
    <svg class="inline-mark" viewBox="-8 -8 16 16" aria-hidden="true">
      {read === 'STACK' ? <StackMark /> : <ReadMark read={read} />}
    </svg>
  );
}

const readings: Readonly<Record<string, string>> = {
  FULL: 'citations read',
  PARTIAL: 'citations read in parts',
  NONE: 'citations not read',
};

export const readingInWords = (read: string): string => readings[read] ?? read;
