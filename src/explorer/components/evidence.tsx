/** Why a fact is believed: document, paragraph, how it was read. What is inferred or unverified looks so and says so. */
import { useAnswer } from '../api.js';
import metaQuery from '../queries/meta.graphql?raw';
import { count, inWords, paragraphInWords, type Thing } from '../words.js';
import { ExternalLink } from './external-link.js';
import { NodeLink } from './node-link.js';
import './evidence.css';

/** Evidence as the fragment EvidenceFields gives it; what a document leaves out is simply not shown. */
export interface EvidenceRow {
  title?: string | null;
  url?: string | null;
  paragraph?: string | null;
  footnote?: number | null;
  where?: string | null;
  language?: string | null;
  method: string;
  confidence?: number | null;
  rule?: string | null;
  note?: string | null;
  document?: (Thing & { symbol?: string | null; url?: string | null }) | null;
}

const methods: Readonly<Record<string, readonly [string, string]>> = {
  CURATED: ['read', 'Read by a person from this text'],
  EXTRACTED: ['extracted', 'Read by a program from this text'],
  INFERRED: ['inferred', 'Not stated there: it follows by a rule'],
  UNVERIFIED: ['unverified', 'No source was at hand'],
};

/** How a fact came into the graph, as a mark with its word. */
export function MethodMark({ method }: { method: string }) {
  const [word, meaning] = methods[method] ?? [inWords(method), ''];
  return (
    <span class="method" data-method={method} title={meaning}>
      {word}
    </span>
  );
}

function place({ paragraph, footnote, where }: EvidenceRow): string {
  const parts = [
    paragraph ? paragraphInWords(paragraph) : '',
    footnote ? `footnote ${footnote}` : '',
    where === 'ANNEX' || where === 'HEADER' || (where === 'PREAMBLE' && !paragraph) ? inWords(where) : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** The meaning of a rule by its name; the rules are asked for once. */
export function Rule({ name }: { name: string }) {
  const { data } = useAnswer<{ meta: { rules: { name: string; meaning: string }[] } }>(metaQuery);
  const meaning = data?.meta.rules.find((rule) => rule.name === name)?.meaning;
  return <p class="evidence-note">Rule: {meaning ?? inWords(name.replaceAll('-', ' '))}</p>;
}

function Place({ row, next }: { row: EvidenceRow; next?: EvidenceRow }) {
  const { document, title, url } = row;
  const address = document?.url ?? url;
  const where = place(row);
  return (
    <li class="evidence-place">
      <MethodMark method={row.method} />{' '}
      {document ? <NodeLink node={document}>{document.symbol ?? document.name}</NodeLink> : <span>{title ?? 'No source'}</span>}
      {where && <>, {where}</>}
      {address && (
        <>
          {' '}
          <ExternalLink href={address}>{document ? 'text' : 'source'}</ExternalLink>
        </>
      )}
      {row.rule && row.rule !== next?.rule && <Rule name={row.rule} />}
      {row.note && row.note !== next?.note && <p class="evidence-note">{row.note}</p>}
    </li>
  );
}

/** One place below the other; a rule or a note that several share in a row is told once, below the last of them. */
function Places({ rows }: { rows: readonly EvidenceRow[] }) {
  return (
    <ul>
      {rows.map((row, at) => (
        <Place key={at} row={row} next={rows[at + 1]} />
      ))}
    </ul>
  );
}

interface EvidenceProps {
  evidence: readonly EvidenceRow[];
  /** places that are shown at once; the others open on demand */
  shown?: number;
}

export function Evidence({ evidence, shown = 2 }: EvidenceProps) {
  if (evidence.length === 0) return <p class="evidence-none">No evidence is recorded.</p>;
  const rest = evidence.slice(shown);
  return (
    <div class="evidence">
      <Places rows={evidence.slice(0, shown)} />
      {rest.length > 0 && (
        <details>
          <summary>{count(rest.length, 'more place', 'more places')}</summary>
          <Places rows={rest} />
        </details>
      )}
    </div>
  );
}
