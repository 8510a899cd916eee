/** One chain of citations from a text down to one that it rests on: each text, and between two the verb and where it stands. */
import { addressOf } from '../address.js';
import { dateInWords } from '../words.js';
import { Verbs } from './citation-list.js';
import { headOf } from './lanes.js';
import { InlineMark } from './marks.js';
import type { Citation, Paper } from './reach.js';

export interface Path {
  length: number;
  documents: readonly Paper[];
  links: readonly Citation[];
}

interface ChainProps {
  path: Path;
  lineageAddress: (id: string) => string;
}

export function Chain({ path: { documents, links }, lineageAddress }: ChainProps) {
  return (
    <ol class="chain">
      {documents.map((paper, at) => {
        const link = links[at];
        const head = headOf(paper);
        const isEnd = at === 0 || at === documents.length - 1;
        return (
          <li key={paper.id} class={isEnd ? 'chain-text chain-end' : 'chain-text'}>
            <InlineMark read={paper.citationsRead} />
            <p class="chain-name">
              <a href={addressOf(paper.id)} title={paper.title}>
                {head}
              </a>{' '}
              <span class="count">{dateInWords(paper.date) || 'no date in the graph'}</span>
            </p>
            {!isEnd && (
              <p class="chain-title">
                {paper.title !== head && paper.title} <a href={lineageAddress(paper.id)}>Lineage</a>
              </p>
            )}
            {link && (
              <p class="chain-how">
                <Verbs citations={[link]} />
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
