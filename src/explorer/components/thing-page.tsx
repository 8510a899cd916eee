/** The page of any thing with what every thing has: names, equivalents elsewhere, sources. Views of a kind put their own facts before that. */
import type { ComponentChildren } from 'preact';
import { useAnswer } from '../api.js';
import type { Found } from '../finding.js';
import thingQuery from '../queries/thing.graphql?raw';
import { dateInWords } from '../words.js';
import { doubtOf } from './doubt.js';
import { Evidence, type EvidenceRow, MethodMark } from './evidence.js';
import { ExternalLink } from './external-link.js';
import { Notice } from './notice.js';
import { Page } from './page.js';
import { Section } from './section.js';
import { Loading, Problem } from './state.js';
import { UnknownThing } from './unknown-thing.js';

type Known = Found & { alternateNames: string[]; sameAs: string[]; sources: EvidenceRow[] };

interface ThingPageProps {
  id: string;
  /** a shorter title for the tab, such as a code */
  tab?: string;
  /** what stands below the title in place of the date */
  lead?: ComponentChildren;
  /** links or buttons beside the title */
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

export function ThingPage({ id, tab, lead, actions, children }: ThingPageProps) {
  const { data, error, again } = useAnswer<{ node: Known | null }>(thingQuery, { id });
  if (error) return <Problem error={error} again={again} />;
  if (!data) return <Loading />;
  if (!data.node) return <UnknownThing id={id} />;
  const { name, kind, date, startDate, alternateNames, sameAs, sources } = data.node;
  const doubt = doubtOf(sources);
  return (
    <Page title={name} tab={tab} kind={kind} lead={lead ?? dateInWords(date ?? startDate)} actions={actions}>
      {doubt && (
        <Notice>
          <MethodMark method={doubt} />{' '}
          {doubt === 'UNVERIFIED'
            ? 'No source was at hand: do not rely on what is told of it.'
            : 'No text says that it is so: it follows by a rule, which its sources name.'}
        </Notice>
      )}
      {children}
      {alternateNames.length > 0 && (
        <Section title="Also known as">
          <p>{alternateNames.join(' · ')}</p>
        </Section>
      )}
      {sameAs.length > 0 && (
        <Section title="Elsewhere">
          <ul class="plain-list">
            {sameAs.map((iri) => (
              <li key={iri}>
                <ExternalLink href={iri}>{iri}</ExternalLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Sources">
        <Evidence evidence={sources} shown={5} />
      </Section>
    </Page>
  );
}
