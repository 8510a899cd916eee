/** What a text cites, by verb in the order of the text, and what cites it, newest first; each citation with its paragraph and footnote. */
import { useParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { type Connection, type Pages, usePages } from '../paging.js';
import { placeInWords } from '../places.js';
import citedByQuery from '../queries/cited-by.graphql?raw';
import citedByVerbQuery from '../queries/cited-by-verb.graphql?raw';
import citesQuery from '../queries/cites.graphql?raw';
import citesByVerbQuery from '../queries/cites-by-verb.graphql?raw';
import { capital, count, inWords } from '../words.js';
import { Chips } from './chips.js';
import { type EvidenceRow, MethodMark, Rule } from './evidence.js';
import { More } from './more.js';
import { Loading, Problem } from './state.js';
import { type Line, ThingLine } from './thing-line.js';
import './citations.css';

interface Citation {
  verb: string;
  node: Line & { citationsRead: string };
  evidence: EvidenceRow[];
}
interface Answer {
  document: { citations: Connection<Citation> } | null;
}

const pickCitations = ({ document }: Answer) => document?.citations;

/** "TAKES_NOTE_OF" as "Takes note of"; the verb that stands where none governs says so. */
const verbInWords = (verb: string): string => (verb === 'CITES' ? 'Cites (no verb governs)' : capital(inWords(verb)));

/** How many citations there are by each verb, most first. */
type Counts = readonly (readonly [verb: string, count: number])[];

function countVerbs(rows: readonly Citation[]): Counts {
  const counts = new Map<string, number>();
  for (const { verb } of rows) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** The counts that the API gives under an alias for each verb. */
function countsOf(document: Readonly<Record<string, unknown>> | null | undefined): Counts | undefined {
  if (!document) return undefined;
  return Object.entries(document)
    .filter(([verb]) => verb !== 'id')
    .map(([verb, list]) => [verb, (list as { totalCount: number }).totalCount] as const)
    .filter(([, found]) => found > 0)
    .sort(([, one], [, other]) => other - one);
}

interface Citations {
  pages: Pages<Answer, Citation>;
  rows: readonly Citation[];
  counts?: Counts;
  verb: string;
}

/**
 * The citations of a text one way, narrowed to the verb in the address. What is loaded whole is narrowed and counted here;
 * of a longer list the API is asked for both.
 */
function useCitations(id: string, parameter: string, query: string, countsQuery: string): Citations {
  const [parameters] = useParameters();
  const all = usePages<Answer, Citation>(query, { id }, pickCitations);
  const isPart = all.data !== undefined && all.hasMore;
  const counted = useAnswer<{ document: Record<string, unknown> | null }>(isPart ? countsQuery : null, { id });
  const asked = parameters[parameter] ?? '';
  const counts = isPart ? countsOf(counted.data?.document) : all.data && countVerbs(all.rows);
  // A verb that does not occur narrows to nothing; it is left aside, as it would be a slip in the address.
  const verb = !counts || counts.some(([known]) => known === asked) ? asked : '';
  const narrowed = usePages<Answer, Citation>(verb && isPart && counts ? query : null, { id, verbs: [verb] }, pickCitations);
  if (!verb) return { pages: all, rows: all.rows, counts, verb };
  if (isPart) return { pages: narrowed, rows: narrowed.rows, counts, verb };
  const rows = all.rows.filter((row) => row.verb === verb);
  return { pages: { ...all, rows, total: rows.length }, rows, counts, verb };
}

function VerbFilter({ parameter, label, counts }: { parameter: string; label: string; counts?: Counts }) {
  if (!counts || counts.length < 2) return null;
  return (
    <Chips
      label="Verb"
      spoken={label}
      parameter={parameter}
      all={counts.reduce((sum, [, found]) => sum + found, 0)}
      choices={counts.map(([verb, found]) => ({ value: verb, label: verb === 'CITES' ? 'Cites' : capital(inWords(verb)), count: found }))}
    />
  );
}

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** All places where it is said, each once. */
const placesOf = (evidence: readonly EvidenceRow[]): string => [...new Set(evidence.map(placeInWords))].join('; ');

/** By which methods the places were read. */
function Methods({ evidence }: { evidence: readonly EvidenceRow[] }) {
  return (
    <>
      {[...new Set(evidence.map(({ method }) => method))].map((method) => (
        <MethodMark key={method} method={method} />
      ))}
    </>
  );
}

/** What there is to say of the places: rules, notes, a text that was read in another language. */
function Remarks({ evidence }: { evidence: readonly EvidenceRow[] }) {
  const rules = new Set<string>();
  const remarks = new Set<string>();
  for (const { rule, note, language } of evidence) {
    if (rule) rules.add(rule);
    if (language && language !== 'en') remarks.add(`Read in the ${languages.of(language) ?? language} text.`);
    if (note) remarks.add(note);
  }
  return (
    <>
      {[...rules].map((rule) => (
        <Rule key={rule} name={rule} />
      ))}
      {remarks.size > 0 && <p class="evidence-note">{[...remarks].join(' ')}</p>}
    </>
  );
}

function CitationRow({ citation, withVerb = false }: { citation: Citation; withVerb?: boolean }) {
  const { node, evidence, verb } = citation;
  return (
    <li class="citation">
      <span class="citation-place">
        {withVerb && <b>{capital(inWords(verb))}: </b>}
        {placesOf(evidence)}
      </span>
      <div class="citation-text">
        <ThingLine node={node} />
        <Remarks evidence={evidence} />
      </div>
      <span class="citation-method">
        <Methods evidence={evidence} />
      </span>
    </li>
  );
}

/** From how many texts on the list of one footnote is folded. */
const fewEnough = 4;

/** Citations in the order of the text; those of one footnote stand together. */
function byFootnote(rows: readonly Citation[]): Citation[][] {
  const runs: Citation[][] = [];
  let last: string | undefined;
  for (const row of rows) {
    const first = row.evidence[0];
    const footnote = first?.where === 'FOOTNOTE' && first.footnote ? `${first.paragraph}/${first.footnote}` : undefined;
    const run = runs.at(-1);
    if (run && footnote && footnote === last) run.push(row);
    else runs.push([row]);
    last = footnote;
  }
  return runs;
}

function Run({ rows }: { rows: readonly Citation[] }) {
  const [first] = rows;
  if (!first) return null;
  if (rows.length < fewEnough) return rows.map((row) => <CitationRow key={row.node.id} citation={row} />);
  const [evidence] = first.evidence;
  return (
    <li class="citation-fold">
      <details>
        <summary>
          {evidence && capital(placeInWords(evidence))}: {count(rows.length, 'text')}
        </summary>
        <ul>
          {rows.map((row) => (
            <CitationRow key={row.node.id} citation={row} />
          ))}
        </ul>
      </details>
    </li>
  );
}

/** The citations by verb, the verb first that the text has first; those that no verb governs come last. */
function Groups({ rows, counts }: { rows: readonly Citation[]; counts?: Counts }) {
  const verbs = [...new Set(rows.map(({ verb }) => verb))].sort((one, other) => Number(one === 'CITES') - Number(other === 'CITES'));
  return verbs.map((verb) => {
    const found = counts?.find(([known]) => known === verb)?.[1];
    return (
      <section key={verb} class="citation-group" aria-label={verbInWords(verb)}>
        <h3>
          {verbInWords(verb)} {found !== undefined && <span class="count">{found.toLocaleString('en')}</span>}
        </h3>
        <ul class="citations">
          {byFootnote(rows.filter((row) => row.verb === verb)).map((run) => (
            <Run key={run[0]?.node.id} rows={run} />
          ))}
        </ul>
      </section>
    );
  });
}

interface CitationsProps {
  /** the text that cites or is cited */
  id: string;
}

/** What a text cites, grouped by verb. */
export function Cites({ id }: CitationsProps) {
  const { pages, rows, counts } = useCitations(id, 'cites', citesQuery, citesByVerbQuery);
  if (pages.error && rows.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (!pages.data) return <Loading />;
  return (
    <>
      <VerbFilter parameter="cites" label="Verbs by which it cites" counts={counts} />
      <Groups rows={rows} counts={counts} />
      <More pages={pages} />
    </>
  );
}

/** What cites a text, newest first. */
export function CitedBy({ id }: CitationsProps) {
  const { pages, rows, counts } = useCitations(id, 'cited-by', citedByQuery, citedByVerbQuery);
  if (pages.error && rows.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (!pages.data) return <Loading />;
  return (
    <>
      <VerbFilter parameter="cited-by" label="Verbs by which it is cited" counts={counts} />
      <ul class="citations cited-by">
        {rows.map((row) => (
          <CitationRow key={`${row.node.id} ${row.verb}`} citation={row} withVerb />
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}
