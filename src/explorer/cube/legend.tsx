/** The legend of the heat map: which colour stands for which numbers, and how none known and no data look. */
import { count } from '../words.js';
import { measureWords } from './headers.js';
import { stepInWords } from './scale.js';
import type { CubeTable } from './table.js';

export function Legend({ table: { question, steps, counts } }: { table: CubeTable }) {
  return (
    <ul class="cube-legend" aria-label="What the colours and signs mean">
      {steps.map((step) => (
        <li key={step.level}>
          <span class="cube-swatch" data-level={step.level} aria-hidden="true" />
          {stepInWords(step)} {step === steps.at(-1) && measureWords[question.measure][step.to === 1 ? 0 : 1]}
        </li>
      ))}
      <li>
        <span class="cube-swatch" data-absence="none" aria-hidden="true">
          ·
        </span>
        none known <span class="count">{count(counts.none, 'cell')}</span>
      </li>
      <li>
        <span class="cube-swatch" data-absence="unknown" aria-hidden="true">
          ?
        </span>
        no data <span class="count">{count(counts.unknown, 'cell')}</span>
      </li>
    </ul>
  );
}
