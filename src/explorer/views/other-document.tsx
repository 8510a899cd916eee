/** The page of any other document: a review, a note, an input, a draft; what it was made for, what it tells and cites. */
import { ContributionsByParagraph } from '../components/contributions-by-paragraph.js';
import { type Description, type DocumentFacts, DocumentFrame, type Part } from '../components/document-frame.js';
import type { Links } from '../components/relations.js';
import type { ThingViewProps } from '../routes.js';
import { capital, dateInWords } from '../words.js';

interface OtherFacts extends DocumentFacts {
  type: string;
  draftOf: Links;
  inputTo: Links;
}

function contributionPart(id: string, contributions: number): Part[] {
  if (contributions === 0) return [];
  return [
    {
      title: 'What its paragraphs tell',
      count: contributions,
      lead: 'What entities report having done, by paragraph where it has paragraphs.',
      content: <ContributionsByParagraph document={id} />,
    },
  ];
}

function describe(document: OtherFacts, contributions: number): Description {
  const { id, type, date } = document;
  const kind = type === 'other' ? 'Other document' : capital(type);
  return {
    lead: `${kind}, ${date ? dateInWords(date) : 'of unknown date'}`,
    relations: [
      { name: 'Draft of', link: 'DRAFT_OF', direction: 'OUT', links: document.draftOf },
      { name: 'Input to', link: 'INPUT_TO', direction: 'OUT', links: document.inputTo },
      { name: 'Reviewed at', link: 'REVIEWED', direction: 'IN', links: document.reviewedAt },
      { name: 'Issued by', link: 'ISSUED', direction: 'IN', links: document.issuedBy },
      { name: 'Mandated by', link: 'MANDATES', direction: 'IN', links: document.mandatedBy },
    ],
    before: contributionPart(id, contributions),
  };
}

export default function OtherDocumentView({ id }: ThingViewProps) {
  return <DocumentFrame id={id} describe={describe} />;
}
