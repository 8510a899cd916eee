/** What the picture shows, as a table: each text, how far away it is, and every citation that concerns it. */
import { useState } from 'preact/hooks';
import { addressOf } from '../address.js';
import { type Column, Table } from '../components/table.js';
import { capital, count, dateInWords } from '../words.js';
import { CitationList } from './citation-list.js';
import { byDate, headOf } from './lanes.js';
import { InlineMark, readingInWords } from './marks.js';
import { ownerOf } from './places.js';
import type { Citation, Reach, Text } from './reach.js';

interface Row {
  text: Text;
  nearest: Citation[];
  others: Citation[];
}

/** A row for each text but the root: what rests on it first, then what it rests on, the nearest first. */
function rowsOf(reached: Reach): Row[] {
  const rows = new Map<string, Row>();
  for (const text of reached.texts.values()) if (text.side !== 'root') rows.set(text.id, { text, nearest: [], others: [] });
  for (const citation of reached.citations) {
    const row = rows.get(ownerOf(citation, reached));
    (reached.nearest.has(citation) ? row?.nearest : row?.others)?.push(citation);
  }
  return [...rows.values()].sort(
    (one, two) => one.text.side.localeCompare(two.text.side) || one.text.depth - two.text.depth || byDate(one.text, two.text),
  );
}

/** The other citations of a text; drawn when they are asked for. */
function Others({ row, reached }: { row: Row; reached: Reach }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {count(row.others.length, 'more citation')} {row.text.side === 'above' ? 'by it' : 'of it'}
      </summary>
      {isOpen && <CitationList citations={row.others} reached={reached} name={row.text.side === 'above' ? 'to' : 'from'} />}
    </details>
  );
}

interface LineageTableProps {
  reached: Reach;
  lineageAddress: (id: string) => string;
}

export function LineageTable({ reached, lineageAddress }: LineageTableProps) {
  const rows = rowsOf(reached);
  const sides = new Set(rows.map(({ text }) => text.side));
  const columns: Column<Row>[] = [
    {
      title: 'Away',
      numeric: true,
      cell: ({ text }) => (
        <>
          {text.depth}
          {sides.size > 1 && <span class="count"> {text.side === 'above' ? 'rests on it' : 'rested on'}</span>}
        </>
      ),
    },
    { title: 'Date', cell: ({ text }) => dateInWords(text.date) || <span class="count">not in the graph</span> },
    {
      title: 'Text',
      head: true,
      cell: ({ text }) => (
        <span class="table-text">
          <InlineMark read={text.citationsRead} />
          <span>
            <a href={lineageAddress(text.id)}>{headOf(text)}</a> {text.title !== headOf(text) && text.title}
            <span class="table-facts">
              {capital(readingInWords(text.citationsRead))}
              {text.citationsRead === 'NONE' && ': it is a leaf for that reason alone'} ·{' '}
              <a href={addressOf(text.id)}>
                Page<span class="visually-hidden"> of {headOf(text)}</span>
              </a>
            </span>
          </span>
        </span>
      ),
    },
    {
      title: 'How',
      cell: (row) => (
        <>
          <CitationList citations={row.nearest} reached={reached} name={row.text.side === 'above' ? 'to' : 'from'} />
          {row.others.length > 0 && <Others row={row} reached={reached} />}
        </>
      ),
    },
  ];
  return (
    <div class="lineage-table">
      <Table caption={`Lineage of ${headOf(reached.root)}`} columns={columns} rows={rows} keyOf={({ text }) => text.id} />
    </div>
  );
}
