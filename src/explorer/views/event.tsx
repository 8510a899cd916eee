/** The page of an event: what it was, when and where, among the others of its type; who mandated it, what came of it, and what is due at it. */
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
import { asSentence, datesInWords } from '../facts-in-words.js';
import eventQuery from '../queries/event.graphql?raw';
import eventsOfTypeQuery from '../queries/events-of-type.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import { dateInWords } from '../words.js';

interface Event extends Meeting {
  type: string;
  theme: string | null;
  issued: Links;
  mandatedBy: Links;
  asksDue: { totalCount: number };
}

/** "16–17 December 2025, New York". */
const leadOf = ({ startDate, endDate, place }: Event): string =>
  `${datesInWords(startDate, endDate, dateInWords) || 'Dates: no data'}, ${place ?? 'place: no data'}`;

const around = 2;

/** The events of its type just before and after it; nothing where its own date is not known, because it then stands nowhere. */
function Neighbours({ event }: { event: Event }) {
  const { data } = useAnswer<{ events: { nodes: Meeting[] } }>(eventsOfTypeQuery, { type: event.type });
  const dated = data?.events.nodes.filter(({ startDate }) => startDate) ?? [];
  const at = dated.findIndex(({ id }) => id === event.id);
  if (at < 0 || dated.length < 2) return null;
  return (
    <Timeline
      meetings={dated.slice(Math.max(0, at - around), at + around + 1)}
      current={event.id}
      label="Events of this type before and after"
    />
  );
}

function Body({ event }: { event: Event }) {
  const { id, type, theme, issued, mandatedBy, asksDue } = event;
  const documents = issued.edges?.length || undefined;
  return (
    <>
      <Neighbours event={event} />
      <Facts
        facts={[
          { name: 'Type', value: asSentence(type) },
          { name: 'Theme', value: theme },
        ]}
      />
      <OnThisPage
        sections={[
          { title: 'Where it comes from' },
          { title: 'Documents that came of it', count: documents },
          { title: 'What is due at it', count: asksDue.totalCount || undefined },
        ]}
      />
      <Section title="Where it comes from">
        <Relations
          id={id}
          relations={[{ name: 'Mandated by', link: 'MANDATES', direction: 'IN', links: mandatedBy }]}
          none={<Empty>No data on who mandated it.</Empty>}
        />
      </Section>
      <Section title="Documents that came of it" count={documents}>
        {hasLinks({ links: issued }) ? (
          <LinkList id={id} link="ISSUED" direction="OUT" links={issued} withKind shown={1} />
        ) : (
          <Empty>No data on documents that it issued or adopted.</Empty>
        )}
      </Section>
      <Section title="What is due at it" count={asksDue.totalCount || undefined}>
        <AskList
          scope={{ due: [id] }}
          withDocument
          narrowBy={['of']}
          none="No ask that was read is due at it. Many texts were not read for what they ask."
        />
      </Section>
    </>
  );
}

export default function EventView({ id }: ThingViewProps) {
  const answer = useAnswer<{ event: Event | null }>(eventQuery, { id });
  const event = answer.data?.event;
  return (
    <ThingPage id={id} lead={event ? leadOf(event) : undefined}>
      {event ? <Body event={event} /> : <Pending answer={answer} />}
    </ThingPage>
  );
}
