/** Where the facts come from: rules of inference, sources with their terms, licence and version of the dataset. */
import type { ComponentChildren } from 'preact';
import { useAnswer } from '../api.js';
import { ExternalLink } from '../components/external-link.js';
import { Section } from '../components/section.js';
import { Loading, Problem } from '../components/state.js';
import provenanceQuery from '../queries/provenance.graphql?raw';
import { capital, count, inWords } from '../words.js';

interface Source {
  title: string;
  url: string | null;
  licence: string | null;
}
interface Rule {
  name: string;
  meaning: string;
}
interface Answer {
  meta: {
    datasetVersion: string;
    apiVersion: string;
    store: string;
    licence: string;
    counts: { count: number }[];
    linkCounts: { count: number }[];
    sources: Source[];
    rules: Rule[];
  };
}

/** So many rows are shown at once; the others open on demand. */
const shownRows = 12;

export function Provenance() {
  const { data, error, again } = useAnswer<Answer>(provenanceQuery);
  if (error) return <Problem error={error} again={again} />;
  if (!data) return <Loading />;
  const { datasetVersion, apiVersion, licence, counts, linkCounts, sources, rules } = data.meta;
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0);
  return (
    <>
      <Section
        title="Rules of inference"
        count={rules.length}
        lead="What no text states, but follows by one of these rules, is marked as inferred and names its rule."
      >
        <Folded rows={rules} what="rule" show={(some) => <Rules rules={some} />} />
      </Section>
      <Section title="Sources" count={sources.length} lead="Beside the documents of the graph themselves, which each fact names.">
        <Folded rows={sources} what="source" show={(some) => <Sources sources={some} />} />
      </Section>
      <Section title="Terms and version">
        <p>{licence}</p>
        <p>
          Dataset <code>{datasetVersion}</code>: {count(sum(counts), 'thing')} and {count(sum(linkCounts), 'link')} between them. API
          version <code>{apiVersion}</code>. The same rows give the same version everywhere.
        </p>
      </Section>
    </>
  );
}

interface FoldedProps<Row> {
  rows: readonly Row[];
  what: string;
  show: (rows: readonly Row[]) => ComponentChildren;
}

function Folded<Row>({ rows, what, show }: FoldedProps<Row>) {
  return (
    <>
      {show(rows.slice(0, shownRows))}
      {rows.length > shownRows && (
        <details>
          <summary>{count(rows.length - shownRows, `more ${what}`)}</summary>
          {show(rows.slice(shownRows))}
        </details>
      )}
    </>
  );
}

function Rules({ rules }: { rules: readonly Rule[] }) {
  return (
    <dl class="rules">
      {rules.map(({ name, meaning }) => (
        <div key={name} class="rule">
          <dt>{capital(inWords(name.replaceAll('-', ' ')))}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <ul class="sources">
      {sources.map(({ title, url, licence }) => (
        <li key={`${title} ${url}`}>
          {url ? <ExternalLink href={url}>{title}</ExternalLink> : title}
          {licence && <span class="source-terms"> — terms: {licence}</span>}
        </li>
      ))}
    </ul>
  );
}
