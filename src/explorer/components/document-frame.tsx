/** The page of a document of any kind: facts, where it comes from, what it cites and who cites it; a view of a kind adds its own parts. */
import type { ComponentChildren } from 'preact';
import { lineageOf } from '../address.js';
import { useAnswer } from '../api.js';
import { howFarRead, type Reading, readShortly } from '../facts-in-words.js';
import documentQuery from '../queries/document.graphql?raw';
import { CitedBy, Cites } from './citations.js';
import { type Fact, Facts } from './facts.js';
import { OnThisPage } from './on-this-page.js';
import { Pending } from './pending.js';
import { type Links, type Relation, Relations } from './relations.js';
import { Section } from './section.js';
import { Empty } from './state.js';
import { TextLink } from './text-link.js';
import type { Line } from './thing-line.js';
import { ThingPage } from './thing-page.js';

/** What every document has; `queries/document.graphql` gives it together with what only its kind has. */
export interface DocumentFacts extends Line {
  title: string;
  url: string | null;
  citationsRead: Reading;
  cites: { totalCount: number };
  citedBy: { totalCount: number };
  reviewedAt: Links;
  recommendedBy: Links;
  issuedBy: Links;
  mandatedBy: Links;
}

interface DocumentAnswer<Document> {
  document: Document | null;
  contributions: { totalCount: number };
}

/** A part of the page under a heading of its own; without a count where nothing is known. */
export interface Part {
  title: string;
  count?: number;
  lead?: ComponentChildren;
  content: ComponentChildren;
}

export interface Description {
  /** what it is, in a line below the title */
  lead: ComponentChildren;
  facts?: readonly Fact[];
  relations: readonly Relation[];
  /** its parts before the citations, and after them */
  before?: readonly Part[];
  after?: readonly Part[];
}

interface DocumentFrameProps<Document extends DocumentFacts> {
  id: string;
  /** what is particular to its kind */
  describe: (document: Document, contributions: number) => Description;
}

function citationParts({ id, citationsRead, cites, citedBy }: DocumentFacts): Part[] {
  return [
    {
      title: 'What it cites',
      count: cites.totalCount || undefined,
      lead: howFarRead(citationsRead, 'citations'),
      content:
        cites.totalCount > 0 ? <Cites id={id} /> : citationsRead === 'NONE' ? null : <Empty>What was read of it cites no document.</Empty>,
    },
    {
      title: 'Who cites it',
      count: citedBy.totalCount || undefined,
      lead: 'As far as texts were read for citations; newest first.',
      content:
        citedBy.totalCount > 0 ? (
          <CitedBy id={id} />
        ) : (
          <Empty>
            No text that was read cites it. Many were not read: see <a href="/completeness">what is not in the graph</a>.
          </Empty>
        ),
    },
  ];
}

/** How far the text was read, for the facts of any kind of document. */
export const readFact = (reading: Reading, what: string): Fact => ({
  name: `Read for ${what}`,
  value: reading === 'NONE' ? undefined : readShortly(reading),
});

export function DocumentFrame<Document extends DocumentFacts>({ id, describe }: DocumentFrameProps<Document>) {
  const answer = useAnswer<DocumentAnswer<Document>>(documentQuery, { id });
  const { document, contributions } = answer.data ?? {};
  const description = document && contributions ? describe(document, contributions.totalCount) : undefined;
  return (
    <ThingPage
      id={id}
      tab={document?.symbol ?? undefined}
      lead={description?.lead}
      actions={
        document && (
          <>
            <a class="button" href={lineageOf(document.id)}>
              Lineage
            </a>
            <TextLink url={document.url} symbol={document.symbol} />
          </>
        )
      }
    >
      {document && description ? <Body document={document} description={description} /> : <Pending answer={answer} />}
    </ThingPage>
  );
}

function Body({ document, description }: { document: DocumentFacts; description: Description }) {
  const { facts = [], relations, before = [], after = [] } = description;
  const origin: Part = {
    title: 'Where it comes from',
    content: <Relations id={document.id} relations={relations} none={<Empty>No data on where it comes from.</Empty>} />,
  };
  const parts = [origin, ...before, ...citationParts(document), ...after];
  return (
    <>
      <Facts facts={facts} />
      <OnThisPage sections={parts} />
      {parts.map(({ title, count, lead, content }) => (
        <Section key={title} title={title} count={count} lead={lead}>
          {content}
        </Section>
      ))}
    </>
  );
}
