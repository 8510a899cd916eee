/** A thing in one line of a list: a document by its symbol, title and date, anything else by its name and dates. */
import { datesInWords } from '../facts-in-words.js';
import { dateInWords, type Thing } from '../words.js';
import { KindBadge } from './kind-badge.js';
import { NodeLink } from './node-link.js';
import './thing-line.css';

/** A thing as `LineFields` of the queries gives it. */
export interface Line extends Thing {
  symbol?: string | null;
  title?: string | null;
  date?: string | null;
  startDate?: string | null;
  endDate?: string | null;
}

interface ThingLineProps {
  node: Line;
  withKind?: boolean;
}

export function ThingLine({ node, withKind = false }: ThingLineProps) {
  const { symbol, title, date, startDate, endDate } = node;
  const when = date ? dateInWords(date) : datesInWords(startDate, endDate, dateInWords);
  return (
    <span class="thing-line">
      {symbol ? (
        <>
          <NodeLink node={node}>{symbol}</NodeLink> {title && title !== symbol && <span class="thing-line-title">{title}</span>}
        </>
      ) : (
        <NodeLink node={node} />
      )}
      {when && (
        <>
          {' '}
          <span class="thing-line-date">{when}</span>
        </>
      )}
      {withKind && (
        <>
          {' '}
          <KindBadge kind={node.kind} />
        </>
      )}
    </span>
  );
}
