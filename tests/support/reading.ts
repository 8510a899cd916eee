/** Readings of documents made by hand for the tests: what `ingest` would say of texts that nobody wrote. */
import type {
  AskFacts,
  CitationFacts,
  ContributionFacts,
  ContributorFacts,
  DocumentFacts,
  DocumentReading,
} from '../../src/ingest/facts.js';

/** A reading of a resolution of the General Assembly that states nothing, but for what is given. */
export function reading({
  document,
  ...part
}: Partial<Omit<DocumentReading, 'document'>> & { document?: Partial<DocumentFacts> } = {}): DocumentReading {
  return {
    document: {
      symbol: 'A/RES/81/200',
      title: 'Invented resolution',
      body: 'GENERAL_ASSEMBLY',
      kind: 'GENERAL_ASSEMBLY_RESOLUTION',
      date: '2026-12-18',
      session: 'Eighty-first session',
      agendaItem: '15',
      recommendedBy: null,
      draftOf: null,
      drafts: [],
      ...document,
    },
    footnotesRead: true,
    paragraphs: [],
    citations: [],
    asks: [],
    contributors: [],
    contributions: [],
    unresolved: [],
    ...part,
  };
}

export const citation = (to: string, verb: CitationFacts['verb'], part: Partial<CitationFacts> = {}): CitationFacts => ({
  to,
  id: null,
  verb,
  where: part.footnote ? 'FOOTNOTE' : part.paragraph && !part.paragraph.startsWith('PP') ? 'OPERATIVE' : 'PREAMBLE',
  paragraph: null,
  footnote: null,
  annex: null,
  date: null,
  ...part,
});

export const ask = (paragraph: string, verb: AskFacts['verb'], part: Partial<AskFacts> = {}): AskFacts => ({
  paragraph,
  annex: null,
  verb,
  addressees: [],
  classes: [],
  dueAt: null,
  dueYear: null,
  ...part,
});

export const contributor = (id: string | null, name = id ?? 'Nobody', part: Partial<ContributorFacts> = {}): ContributorFacts => ({
  id,
  name,
  acronym: null,
  paragraph: '1',
  footnote: 1,
  ...part,
});

export const activity = (paragraph: string, entities: readonly string[], part: Partial<ContributionFacts> = {}): ContributionFacts => ({
  paragraph,
  entities,
  mentioned: [],
  actionLines: [],
  regions: [],
  sdgs: [],
  section: [],
  ...part,
});

/** The head of a report of the Secretary-General. */
export const reportHead: Partial<DocumentFacts> = {
  symbol: 'A/82/60-E/2027/8',
  title: 'Invented report',
  body: null,
  kind: 'SECRETARY_GENERAL_REPORT',
  date: '2027-03-02',
  session: 'Eighty-second session',
  agendaItem: '17',
};
