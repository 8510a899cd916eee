/** The page of a session of the Commission: its neighbours, dates and themes, what it had before it, recommended and issued, and what is due at it. */
import { useAnswer } from '../api.js';
import { AskList } from '../components/ask-list.js';
import { Facts } from '../components/facts.js';
import { OnThisPage } from '../components/on-this-page.js';
import { Pending } from '../components/pending.js';
import { hasLinks, LinkList, type Links, Relations } from '../components/relations.js';
import { Section } from '../components/section.js';
import { Empty } from '../components/state.js';
import { ThingPage } from '../components/thing-page.js';
import { type Meeting, Timeline } from '../components/timeline.js';
import { datesInWords } from '../facts-in-words.js';
import sessionQuery from '../queries/session.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import { dateInWords } from '../words.js';

interface Session extends Meeting {
  number: number;
  chair: string | null;
  themes: string[];
  previous: (Meeting & { previous: Meeting | null }) | null;
  next: (Meeting & { next: Meeting | null }) | null;
  reviewed: Links;
  recommended: Links;
  issued: Links;
  mandatedBy: Links;
  asksDue: { totalCount: number };
}

/** The two sessions before it, it, and the two after it, as far as there are such. */
const neighboursOf = (session: Session): Meeting[] =>
  [session.previous?.previous, session.previous, session, session.next, session.next?.next].filter((each): each is Meeting =>
    Boolean(each),
  );

const countOf = (links: Links): number | undefined => (links.pageInfo.hasNextPage ? undefined : links.edges?.length || undefined);

/** "17–21 May 2021, Geneva". */
function leadOf({ startDate, endDate, place }: Session): string {
  const when = datesInWords(startDate, endDate, dateInWords);
  return `Commission on Science and Technology for Development, ${when || 'dates: no data'}, ${place ?? 'place: no data'}`;
}

function Themes({ themes }: { themes: readonly string[] }) {
  if (themes.length === 1) return <>{themes[0]}</>;
  return (
    <ul class="plain-list">
      {themes.map((theme) => (
        <li key={theme}>{theme}</li>
      ))}
    </ul>
  );
}

function Body({ session }: { session: Session }) {
  const { id, chair, themes, reviewed, recommended, issued, mandatedBy, asksDue } = session;
  const lists = [
    { title: 'Documents before it', link: 'REVIEWED', links: reviewed, none: 'No data on the documents that it had before it.' },
    { title: 'Resolutions that it recommended', link: 'RECOMMENDED', links: recommended, none: 'No data on what it recommended.' },
    { title: 'What it issued', link: 'ISSUED', links: issued, none: 'No data on its report.' },
  ] as const;
  return (
    <>
      <Timeline meetings={neighboursOf(session)} current={id} label="Sessions before and after" />
      <Facts
        facts={[
          { name: 'Chair', value: chair },
          { name: themes.length > 1 ? 'Themes' : 'Theme', value: themes.length > 0 && <Themes themes={themes} />, wide: true },
        ]}
      />
      <OnThisPage
        sections={[
          ...lists.map(({ title, links }) => ({ title, count: countOf(links) })),
          { title: 'What is due at it', count: asksDue.totalCount || undefined },
        ]}
      />
      {lists.map(({ title, link, links, none }) => (
        <Section key={title} title={title} count={countOf(links)}>
          {hasLinks({ links }) ? (
            <LinkList id={id} link={link} direction="OUT" links={links} withKind={link !== 'RECOMMENDED'} shown={1} />
          ) : (
            <Empty>{none}</Empty>
          )}
        </Section>
      ))}
      <Section
        title="What is due at it"
        count={asksDue.totalCount || undefined}
        lead="Asks whose text names this session, or whose date leads to it."
      >
        <AskList
          scope={{ due: [id] }}
          withDocument
          narrowBy={['of']}
          none="No ask that was read is due at it. Many texts were not read for what they ask."
        />
      </Section>
      {hasLinks({ links: mandatedBy }) && (
        <Section title="Where it comes from">
          <Relations id={id} relations={[{ name: 'Mandated by', link: 'MANDATES', direction: 'IN', links: mandatedBy }]} />
        </Section>
      )}
    </>
  );
}

export default function SessionView({ id }: ThingViewProps) {
  const answer = useAnswer<{ session: Session | null }>(sessionQuery, { id });
  const session = answer.data?.session;
  return (
    <ThingPage id={id} tab={session?.name} lead={session ? leadOf(session) : undefined}>
      {session ? <Body session={session} /> : <Pending answer={answer} />}
    </ThingPage>
  );
}
