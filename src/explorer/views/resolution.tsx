/** The page of a resolution, decision or agreed conclusions: where it comes from, what it mandates, cites and asks, and who cites it. */
import { AskList } from '../components/ask-list.js';
import { type Description, type DocumentFacts, DocumentFrame, type Part, readFact } from '../components/document-frame.js';
import { hasLinks, LinkList, type Links } from '../components/relations.js';
import { Empty } from '../components/state.js';
import { asSentence, howFarRead, named, type Reading } from '../facts-in-words.js';
import type { ThingViewProps } from '../routes.js';
import { dateInWords } from '../words.js';

interface ResolutionFacts extends DocumentFacts {
  body: string;
  form: string;
  family: string;
  asksRead: Reading;
  asks: { totalCount: number };
  drafts: Links;
  mandates: Links;
}

function mandatePart({ id, mandates }: ResolutionFacts): Part[] {
  if (!hasLinks({ links: mandates })) return [];
  return [
    {
      title: 'What it mandates',
      count: mandates.pageInfo.hasNextPage ? undefined : mandates.edges?.length,
      content: <LinkList id={id} link="MANDATES" direction="OUT" links={mandates} withKind shown={1} />,
    },
  ];
}

function askPart({ id, asks, asksRead }: ResolutionFacts): Part {
  const none = asksRead === 'NONE' ? null : <Empty>What was read of it asks nothing of anybody.</Empty>;
  return {
    title: 'What it asks',
    count: asks.totalCount || undefined,
    lead: howFarRead(asksRead, 'asks'),
    content: asks.totalCount > 0 ? <AskList scope={{ documents: [id] }} narrowBy={['of', 'due']} none={none} /> : none,
  };
}

function describe(resolution: ResolutionFacts): Description {
  const { body, form, family, date, asksRead, citationsRead } = resolution;
  return {
    lead: `${asSentence(form)} of the ${named(body)}, ${date ? `adopted ${dateInWords(date)}` : 'of unknown date'}`,
    facts: [{ name: 'Series', value: asSentence(family) }, readFact(citationsRead, 'citations'), readFact(asksRead, 'asks')],
    relations: [
      { name: 'Recommended by', link: 'RECOMMENDED', direction: 'IN', links: resolution.recommendedBy },
      { name: 'Drafts', link: 'DRAFT_OF', direction: 'IN', links: resolution.drafts },
      { name: 'Adopted at', link: 'ISSUED', direction: 'IN', links: resolution.issuedBy },
      { name: 'Mandated by', link: 'MANDATES', direction: 'IN', links: resolution.mandatedBy },
      { name: 'Before the session', link: 'REVIEWED', direction: 'IN', links: resolution.reviewedAt },
    ],
    before: mandatePart(resolution),
    after: [askPart(resolution)],
  };
}

export default function ResolutionView({ id }: ThingViewProps) {
  return <DocumentFrame id={id} describe={describe} />;
}
