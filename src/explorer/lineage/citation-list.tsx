/** Citations as lines of text, all between the same two documents on one: who, verb, where, and how weakly it was read. */
import { addressOf } from '../address.js';
import { MethodMark } from '../components/evidence.js';
import { headOf } from './lanes.js';
import { LineSample } from './marks.js';
import { placesInWords, verbInWords, weakMethodOf } from './places.js';
import type { Citation, Reach } from './reach.js';
import { styleOf } from './verbs.js';

/** The verbs of citations between the same two texts, with their places. */
export function Verbs({ citations }: { citations: readonly Citation[] }) {
  return (
    <>
      {citations.map((citation, at) => {
        const weak = weakMethodOf(citation);
        return (
          <span key={citation.verb} class="cite-verb">
            {at > 0 && '; '}
            <LineSample style={styleOf(citation.verb)} /> {verbInWords(citation.verb)}
            <span class="cite-places"> ({placesInWords(citation)})</span>
            {weak && (
              <>
                {' '}
                <MethodMark method={weak} />
              </>
            )}
          </span>
        );
      })}
    </>
  );
}

export function groupByPair(citations: readonly Citation[]): Citation[][] {
  const pairs = new Map<string, Citation[]>();
  for (const citation of citations) {
    const key = `${citation.from}\n${citation.to}`;
    const pair = pairs.get(key);
    if (pair) pair.push(citation);
    else pairs.set(key, [citation]);
  }
  return [...pairs.values()];
}

interface CitationListProps {
  citations: readonly Citation[];
  reached: Reach;
  /** which end is named: the citing, the cited, or both where the reader knows neither */
  name: 'from' | 'to' | 'both';
}

/** "A/RES/79/277 recalls preambular para. 2; reaffirms para. 5". */
export function CitationList({ citations, reached, name }: CitationListProps) {
  const link = (id: string) => {
    const text = reached.texts.get(id);
    return (
      text && (
        <a class="cite-end" href={addressOf(id)} title={text.title}>
          {headOf(text)}
        </a>
      )
    );
  };
  return (
    <ul class="cite-list">
      {groupByPair(citations).map((pair) => {
        const [{ from, to }] = pair as [Citation];
        return (
          <li key={`${from} ${to}`}>
            {name !== 'to' && link(from)}
            {name === 'both' && ' → '}
            {name !== 'from' && link(to)}: <Verbs citations={pair} />
          </li>
        );
      })}
    </ul>
  );
}
