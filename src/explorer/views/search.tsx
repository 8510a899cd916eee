/** The results of a search: what the text stands for, what it can mean, and what has its words in a name, by kind. */
import { searchFor, useParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { KindBadge } from '../components/kind-badge.js';
import { More } from '../components/more.js';
import { NodeLink } from '../components/node-link.js';
import { Page } from '../components/page.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import type { Found, Match } from '../finding.js';
import { longestText } from '../finding.js';
import { type Connection, usePages } from '../paging.js';
import resolveQuery from '../queries/resolve.graphql?raw';
import searchQuery from '../queries/search.graphql?raw';
import { capital, dateInWords, type Kind, kindWords } from '../words.js';
import './search.css';

interface Row {
  matchedOn: string;
  node: Found;
}
interface Answer {
  search: Connection<Row> & { facets: { kind: Kind; count: number }[] };
}

const pickSearch = ({ search }: Answer) => search;

function Things({ things }: { things: readonly (Found & { matchedOn?: string })[] }) {
  return (
    <ul class="results">
      {things.map((thing) => (
        <li key={thing.id} class="result">
          <span class="result-name">
            <NodeLink node={thing} />
            {thing.matchedOn && !thing.name.includes(thing.matchedOn) && <span class="result-alias">found as “{thing.matchedOn}”</span>}
          </span>
          <KindBadge kind={thing.kind} />
          <span class="result-date">{dateInWords(thing.date ?? thing.startDate)}</span>
        </li>
      ))}
    </ul>
  );
}

interface ReferenceProps {
  match: Match;
  /** whether something has its words; what only comes near is then not shown */
  isFound: boolean;
}

/** What the text stands for as a reference, beside its words. */
function Reference({ match, isFound }: ReferenceProps) {
  const { status, node, candidates, suggestions } = match;
  if (node)
    return (
      <Section title="It stands for">
        <Things things={[node]} />
      </Section>
    );
  if (status === 'AMBIGUOUS')
    return (
      <Section title="It can mean several things" count={candidates.length}>
        <Things things={candidates} />
      </Section>
    );
  if (suggestions.length === 0 || isFound) return null;
  return (
    <Section title="Was one of these meant?" lead="Nothing has this reference; these come near.">
      <Things things={suggestions} />
    </Section>
  );
}

interface KindFilterProps {
  text: string;
  kind: string;
  facets: Answer['search']['facets'];
}

/** The kinds that were found, as links that narrow the list. */
function KindFilter({ text, kind, facets }: KindFilterProps) {
  const all = facets.reduce((sum, facet) => sum + facet.count, 0);
  return (
    <nav class="facets" aria-label="Kinds">
      <a href={searchFor(text)} aria-current={kind === '' ? 'true' : undefined}>
        All <span class="count">{all.toLocaleString('en')}</span>
      </a>
      {facets.map((facet) => (
        <a
          key={facet.kind}
          href={searchFor(text, facet.kind)}
          aria-current={kind === facet.kind ? 'true' : undefined}
          data-kind={facet.kind}
        >
          {capital(kindWords[facet.kind][1])} <span class="count">{facet.count.toLocaleString('en')}</span>
        </a>
      ))}
    </nav>
  );
}

export default function Search() {
  const [{ q = '', kind = '' }] = useParameters();
  const text = q.trim().slice(0, longestText);
  const isKind = kind in kindWords;
  const asked = text ? searchQuery : null;
  const pages = usePages<Answer, Row>(asked, { query: text, ...(isKind && { kinds: [kind] }) }, pickSearch);
  // The counts of all kinds, whichever is shown.
  const all = useAnswer<Answer>(asked, { query: text });
  const reference = useAnswer<{ resolve: Match[] }>(text ? resolveQuery : null, { reference: text });
  const match = reference.data?.resolve[0];
  if (!text) return <Page title="Search" lead="Type a symbol, an entity, an action line or words of a title into the box above." />;
  return (
    <Page title={`Search for “${text}”`} tab={text}>
      {match && <Reference match={match} isFound={pages.loading || pages.rows.length > 0} />}
      <Section title="Found by words" count={pages.total}>
        {all.data && all.data.search.facets.length > 0 && (
          <KindFilter text={text} kind={isKind ? kind : ''} facets={all.data.search.facets} />
        )}
        {pages.error && pages.rows.length === 0 ? (
          <Problem error={pages.error} again={pages.again} />
        ) : pages.loading && pages.rows.length === 0 ? (
          <Loading what="Searching" />
        ) : pages.rows.length === 0 ? (
          <Empty>
            No name has {text.includes(' ') ? 'all these words' : 'this word'}. What contributions and asks say is not searched here.
          </Empty>
        ) : (
          <Things things={pages.rows.map(({ node, matchedOn }) => ({ ...node, matchedOn }))} />
        )}
        <More pages={pages} />
      </Section>
    </Page>
  );
}
