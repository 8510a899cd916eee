/** What to do where the API refuses a table: too many cells are told with the ways to fewer, all else as everywhere. */
import type { ApiError } from '../api.js';
import { Problem } from '../components/state.js';
import { refusedSize, waysToFewer } from './fewer-cells.js';
import { dimensionWords } from './headers.js';
import type { Question } from './question.js';

interface RefusalProps {
  error: ApiError;
  again: () => void;
  question: Question;
  onAsk: (question: Question) => void;
}

export function Refusal({ error, again, question, onAsk }: RefusalProps) {
  const size = refusedSize(error);
  if (!size) return <Problem error={error} again={again} />;
  const ways = waysToFewer(question);
  const [rows, columns] = [question.rows, question.columns];
  const number = (many: number) => many.toLocaleString('en');
  return (
    <div class="problem" role="alert">
      <p>
        <strong>
          {number(size.rows)} {dimensionWords[rows][1]} by {number(size.columns)} {dimensionWords[columns][1]} are{' '}
          {number(size.rows * size.columns)} cells: more than anybody can read.
        </strong>
      </p>
      <p>A table holds at most 10,000. Narrow it above{ways.length > 0 ? ', or:' : ', by a region, a line or a span of cycles.'}</p>
      <p class="problem-actions">
        {ways.map(([words, way]) => (
          <button key={words} type="button" class="button" onClick={() => onAsk(way)}>
            {words}
          </button>
        ))}
        <code>{error.code}</code>
      </p>
    </div>
  );
}
