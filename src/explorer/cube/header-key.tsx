/** The key to the codes above the columns, and on a narrow screen to those beside the rows: what each stands for. */
import { addressOf } from '../address.js';
import { capital } from '../words.js';
import { codeOf, dimensionWords, type Header, titleOf } from './headers.js';
import { mostTitles } from './heat-map.js';
import type { Dimension } from './question.js';
import type { CubeTable } from './table.js';

export function HeaderKey({ table: { question, rows, columns } }: { table: CubeTable }) {
  return (
    <>
      <div class={columns.length > mostTitles ? undefined : 'cube-key-narrow cube-key-columns'}>
        <Key headers={columns} dimension={question.columns} />
      </div>
      <div class="cube-key-narrow">
        <Key headers={rows} dimension={question.rows} />
      </div>
    </>
  );
}

function Key({ headers, dimension }: { headers: readonly Header[]; dimension: Dimension }) {
  const coded = headers.filter((header) => codeOf(header) && codeOf(header) !== titleOf(header, dimension));
  if (coded.length === 0) return null;
  return (
    <details class="cube-key" data-dimension={dimension} open={matchMedia('(min-width: 46rem)').matches}>
      <summary>{capital(dimensionWords[dimension][1])}</summary>
      <dl>
        {coded.map((header) => (
          <div key={header.key}>
            <dt>{codeOf(header)}</dt>
            <dd>{header.node ? <a href={addressOf(header.node.id)}>{titleOf(header, dimension)}</a> : titleOf(header, dimension)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
