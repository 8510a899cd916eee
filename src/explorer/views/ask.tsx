/** The page of an ask: what a paragraph asks, by which verb, of whom, due when; a summary made by a program says that it is one. */
import { useAnswer } from '../api.js';
import { isExtracted } from '../components/ask-list.js';
import { EntityName, type NamedEntity } from '../components/entity-name.js';
import { type EvidenceRow, MethodMark } from '../components/evidence.js';
import { Facts } from '../components/facts.js';
import { NodeLink } from '../components/node-link.js';
import { Notice } from '../components/notice.js';
import { Pending } from '../components/pending.js';
import { LinkList, type Links } from '../components/relations.js';
import { SameEvidence } from '../components/same-evidence.js';
import { Section } from '../components/section.js';
import { Empty } from '../components/state.js';
import { TextLink } from '../components/text-link.js';
import { type Line, ThingLine } from '../components/thing-line.js';
import { ThingPage } from '../components/thing-page.js';
import { named } from '../facts-in-words.js';
import type { Connection } from '../paging.js';
import { placeInWords } from '../places.js';
import askQuery from '../queries/ask.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import { capital, inWords, paragraphInWords, type Thing } from '../words.js';
import './ask.css';

interface Ask extends Thing {
  verb: string;
  summary: string;
  paragraph: string;
  addresseeClasses: string[];
  dueYear: number | null;
  document: Line & { url: string | null };
  sources: EvidenceRow[];
  of: Connection<{ node: NamedEntity; evidence: EvidenceRow[] }>;
  due: Links;
}

/** The paragraph with the part of the text that it stands in. */
function placeOf({ paragraph, sources }: Ask): string {
  const [first] = sources;
  return first ? placeInWords({ ...first, paragraph }) : paragraphInWords(paragraph);
}

const readers: Readonly<Record<string, string>> = {
  CURATED: 'by a person, from the text',
  EXTRACTED: 'by a program, from the text',
  INFERRED: 'it follows by a rule',
  UNVERIFIED: 'no source was at hand',
};

function HowRead({ method }: { method: string }) {
  return (
    <>
      <MethodMark method={method} /> {readers[method]}
    </>
  );
}

function Body({ ask }: { ask: Ask }) {
  const { id, verb, document, addresseeClasses, dueYear, sources, of, due } = ask;
  const place = placeOf(ask);
  const addressees = of.edges ?? [];
  const meetings = due.edges ?? [];
  return (
    <>
      {isExtracted(ask) && (
        <Notice>
          <MethodMark method="EXTRACTED" /> A program made this summary from the text: it tells the verb, the addressees, the place and the
          date, not what is asked. For that, read {place} of {document.symbol ?? document.name}.
        </Notice>
      )}
      <Facts
        facts={[
          { name: 'Verb', value: capital(inWords(verb)) },
          { name: 'Place in the text', value: capital(place) },
          { name: 'Due in the year', value: dueYear ?? undefined },
          { name: 'How it was read', value: sources[0] && <HowRead method={sources[0].method} /> },
          { name: 'Asked by', value: <ThingLine node={document} />, wide: true },
        ]}
      />
      <Section title="Of whom it is asked" count={addressees.length || undefined}>
        {addressees.length > 0 && (
          <SameEvidence label="Entities that it is asked of by name" rows={addressees} show={({ node }) => <EntityName entity={node} />} />
        )}
        {addresseeClasses.length > 0 && (
          <p class="ask-page-classes">
            {addresseeClasses.length === 1 ? 'Class of addressee' : 'Classes of addressee'}: {addresseeClasses.map(named).join(', ')}
          </p>
        )}
        {addressees.length + addresseeClasses.length === 0 && <Empty>No data: no addressee is recorded.</Empty>}
      </Section>
      <Section title="Due at" count={meetings.length || undefined}>
        {meetings.length > 0 ? (
          <LinkList id={id} link="DUE_AT" direction="OUT" links={due} withKind />
        ) : (
          <Empty>No session or event is recorded at which it is due.</Empty>
        )}
      </Section>
    </>
  );
}

export default function AskView({ id }: ThingViewProps) {
  const answer = useAnswer<{ node: Partial<Ask> | null }>(askQuery, { id });
  // Of a thing of another kind nothing comes.
  const ask = answer.data?.node?.document ? (answer.data.node as Ask) : undefined;
  return (
    <ThingPage
      id={id}
      tab={ask && `${ask.document.symbol ?? ask.document.name}, ${placeOf(ask)}`}
      lead={
        ask && (
          <>
            Asked in <NodeLink node={ask.document}>{ask.document.symbol ?? ask.document.name}</NodeLink>, {placeOf(ask)}
          </>
        )
      }
      actions={ask && <TextLink url={ask.document.url} symbol={ask.document.symbol} />}
    >
      {ask ? <Body ask={ask} /> : <Pending answer={answer} />}
    </ThingPage>
  );
}
