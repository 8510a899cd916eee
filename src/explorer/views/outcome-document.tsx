/** The page of one of the four documents that the two phases of the World Summit adopted: what it rests on, and the texts that rest on it. */
import { type Description, type DocumentFacts, DocumentFrame } from '../components/document-frame.js';
import type { ThingViewProps } from '../routes.js';
import { dateInWords } from '../words.js';

interface OutcomeFacts extends DocumentFacts {
  year: number;
}

function describe({ date, year, issuedBy, mandatedBy, reviewedAt }: OutcomeFacts): Description {
  const adopted = dateInWords(date) || String(year);
  return {
    lead: `Outcome of the World Summit, adopted ${adopted}`,
    relations: [
      { name: 'Adopted at', link: 'ISSUED', direction: 'IN', links: issuedBy },
      { name: 'Mandated by', link: 'MANDATES', direction: 'IN', links: mandatedBy },
      { name: 'Before the session', link: 'REVIEWED', direction: 'IN', links: reviewedAt },
    ],
  };
}

export default function OutcomeDocumentView({ id }: ThingViewProps) {
  return <DocumentFrame id={id} describe={describe} />;
}
