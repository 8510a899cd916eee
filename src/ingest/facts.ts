/** What `ingest` says of one document: the facts that its text states, each with its paragraph, in the form that `--json` prints. */
import type { AskVerb, Body, CitationVerb, Where } from '../domain/vocabulary.js';

export const Family = {
  GENERAL_ASSEMBLY_RESOLUTION: 'GENERAL_ASSEMBLY_RESOLUTION',
  ECOSOC_RESOLUTION: 'ECOSOC_RESOLUTION',
  DECISION: 'DECISION',
  DRAFT: 'DRAFT',
  SECRETARY_GENERAL_REPORT: 'SECRETARY_GENERAL_REPORT',
  CONCEPT_NOTE: 'CONCEPT_NOTE',
} as const;
export type Family = keyof typeof Family;

export interface DocumentFacts {
  /** canonical, or null for a document without one (a concept note) */
  symbol: string | null;
  title: string | null;
  /** the body that adopted it, or before which a draft lies; null where it is neither's */
  body: Body | null;
  kind: Family;
  /** ISO 8601: of adoption; of distribution for a report or a draft */
  date: string | null;
  /** as printed: "Eightieth session", "2023 session"; of the CSTD for a concept note */
  session: string | null;
  /** as printed, without "Agenda item": "15", "20 (a)" */
  agendaItem: string | null;
  /** `session/CSTD-26` where the Commission recommended it and the session is known, else the body as printed ("Second Committee") or null */
  recommendedBy: string | null;
  /** for a draft: canonical symbol of the resolution that it became, where the text says so */
  draftOf: string | null;
  /** canonical symbols of the drafts that the head of a resolution names */
  drafts: readonly string[];
}

export interface ParagraphFacts {
  /** "12" operative, "PP3" third of the preamble; null where the document gives none */
  number: string | null;
  where: Where;
  /** "I" for a paragraph of annex I; null in the document itself. Numbers begin anew in an annex. */
  annex: string | null;
  /** page on which it begins, from 1 */
  page: number;
  /** first and last line, see Line.line */
  from: number;
  to: number;
  /** its sub-paragraphs: letter ("a") and lines */
  parts: readonly { letter: string; from: number; to: number }[];
}

export interface CitationFacts {
  /** canonical symbol, or CSTD-27 for a session of the Commission on Science and Technology for Development */
  to: string;
  /** id of the node of the dataset that it is, or null when the dataset has none */
  id: string | null;
  verb: CitationVerb;
  where: Where;
  paragraph: string | null;
  footnote: number | null;
  annex: string | null;
  /** ISO date where the text gives that of the document cited ("resolution 70/1 of 25 September 2015") */
  date: string | null;
}

export interface AskFacts {
  paragraph: string;
  annex: string | null;
  verb: AskVerb;
  /** ids of entities, in the order of the text */
  addressees: readonly string[];
  /** MEMBER_STATES, STAKEHOLDERS, SECRETARY_GENERAL …, in the order of the text */
  classes: readonly string[];
  /** `session/CSTD-27`, or null */
  dueAt: string | null;
  dueYear: number | null;
}

export interface ContributorFacts {
  /** id of the entity, or null when the dataset has none of that name */
  id: string | null;
  /** as printed, without the acronym */
  name: string;
  acronym: string | null;
  /** paragraph on which the list of contributors hangs; left out where it is not known */
  paragraph?: string | null;
  /** number of the footnote that holds the list; left out where it is not known */
  footnote?: number | null;
}

export interface ContributionFacts {
  paragraph: string;
  /** ids of the entities that did it */
  entities: readonly string[];
  /** ids of the entities that the paragraph only names */
  mentioned: readonly string[];
  /** ids, from the heading */
  actionLines: readonly string[];
  /** ids, from the heading */
  regions: readonly string[];
  /** ids, named in the paragraph */
  sdgs: readonly string[];
  /** headings above it, outermost first, without their numbers */
  section: readonly string[];
}

/** What the text says and the program could not bring to a fact. */
export interface Unresolved {
  /** what it is: "citation", "addressee", "contributor", "footnote", "paragraph" */
  about: string;
  /** at most 120 characters of the text at issue */
  text: string;
  paragraph: string | null;
  reason: string;
}

export interface DocumentReading {
  document: DocumentFacts;
  /** false where the text shows that its footnotes were dropped: then some of what it cites is not here */
  footnotesRead: boolean;
  paragraphs: readonly ParagraphFacts[];
  citations: readonly CitationFacts[];
  asks: readonly AskFacts[];
  contributors: readonly ContributorFacts[];
  contributions: readonly ContributionFacts[];
  unresolved: readonly Unresolved[];
}
