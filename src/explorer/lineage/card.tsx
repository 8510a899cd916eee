/** What is told of the text, the stack or the line that the pointer or the focus is on. */
import { addressOf, withParameters } from '../address.js';
import { KindBadge } from '../components/kind-badge.js';
import { capital, count, dateInWords } from '../words.js';
import { CitationList, groupByPair } from './citation-list.js';
import type { Item } from './fold.js';
import { wordsOf, yearsOf } from './label.js';
import { headOf } from './lanes.js';
import { InlineMark, readingInWords } from './marks.js';
import type { Citation, Reach, Text } from './reach.js';
import type { Wire } from './wires.js';

/** Documents that a list in the card names before it counts the rest. */
const most = 5;

interface SomeProps {
  title: string;
  citations: readonly Citation[];
  reached: Reach;
  name: 'from' | 'to' | 'both';
}

/** Some citations, those on the shortest ways first, and how many more there are. */
function Some({ title, citations, reached, name }: SomeProps) {
  if (citations.length === 0) return null;
  const nearFirst = [...citations].sort((one, two) => Number(reached.nearest.has(two)) - Number(reached.nearest.has(one)));
  const pairs = groupByPair(nearFirst);
  return (
    <>
      <h3>
        {title} <span class="count">{pairs.length}</span>
      </h3>
      <CitationList citations={pairs.slice(0, most).flat()} reached={reached} name={name} />
      {pairs.length > most && <p class="card-more">and {count(pairs.length - most, 'other')}, in the table below</p>}
    </>
  );
}

function pathBetween({ id, side }: Text, root: string): string {
  return side === 'above' ? withParameters('/paths', { from: id, to: root }) : withParameters('/paths', { from: root, to: id });
}

interface TextCardProps {
  text: Text;
  reached: Reach;
  lineageAddress: (id: string) => string;
  /** folds the open stack that the text belongs to */
  fold?: () => void;
}

export function TextCard({ text, reached, lineageAddress, fold }: TextCardProps) {
  const { id, kind, title, date, depth, citationsRead } = text;
  const head = headOf(text);
  return (
    <>
      <p class="card-kind">
        <KindBadge kind={kind} /> {dateInWords(date) || 'no date in the graph'}
        {depth > 1 && ` · ${count(depth, 'citation')} away`}
      </p>
      <p class="card-name">
        <strong>{head}</strong> {title !== head && title}
      </p>
      {citationsRead !== 'FULL' && (
        <p class="card-read">
          <InlineMark read={citationsRead} /> {capital(readingInWords(citationsRead))}
          {citationsRead === 'NONE' && ', so what it cites is not known'}
        </p>
      )}
      <Some title="Cited by" citations={reached.citations.filter(({ to }) => to === id)} reached={reached} name="from" />
      <Some title="Cites" citations={reached.citations.filter(({ from }) => from === id)} reached={reached} name="to" />
      <p class="card-links">
        {depth > 0 && <a href={lineageAddress(id)}>Its lineage</a>}
        <a href={addressOf(id)}>Its page</a>
        {depth > 0 && <a href={pathBetween(text, reached.root.id)}>Chains {text.side === 'above' ? 'from here' : 'to here'}</a>}
        {fold && (
          <button type="button" class="card-button" onClick={fold}>
            Fold its stack
          </button>
        )}
      </p>
    </>
  );
}

interface StackCardProps {
  item: Item;
  lineageAddress: (id: string) => string;
  open: () => void;
}

export function StackCard({ item, lineageAddress, open }: StackCardProps) {
  const { head, tail } = wordsOf(item);
  return (
    <>
      <p class="card-name">
        <strong>{head}</strong> {tail}
      </p>
      <ul class="card-texts">
        {item.texts.map((text) => (
          <li key={text.id}>
            <InlineMark read={text.citationsRead} /> <a href={lineageAddress(text.id)}>{headOf(text)}</a>{' '}
            <span class="count">{yearsOf([text])}</span>
          </li>
        ))}
      </ul>
      <p class="card-links">
        <button type="button" class="card-button" onClick={open}>
          Open the stack
        </button>
      </p>
    </>
  );
}

export function WireCard({ wire, reached }: { wire: Wire; reached: Reach }) {
  const citations = wire.edges.flatMap((edge) => edge.citations);
  return <Some title="Citations along this line" citations={citations} reached={reached} name="both" />;
}
