/** The enumerations of the domain: the words that the data, the code and the API share. */

export const Kind = {
  ACTION_LINE: 'ACTION_LINE',
  SDG: 'SDG',
  SDG_TARGET: 'SDG_TARGET',
  REGION: 'REGION',
  ENTITY: 'ENTITY',
  RESOLUTION: 'RESOLUTION',
  REPORT: 'REPORT',
  OUTCOME_DOCUMENT: 'OUTCOME_DOCUMENT',
  OTHER_DOCUMENT: 'OTHER_DOCUMENT',
  SESSION: 'SESSION',
  EVENT: 'EVENT',
  CONTRIBUTION: 'CONTRIBUTION',
  ASK: 'ASK',
} as const;
export type Kind = keyof typeof Kind;

/** The kinds that are documents, which cite and are cited. */
export const documentKinds = ['RESOLUTION', 'REPORT', 'OUTCOME_DOCUMENT', 'OTHER_DOCUMENT'] as const satisfies Kind[];

/** The kinds that `search` finds: all that have a name of their own. */
export const namedKinds: readonly Kind[] = (Object.keys(Kind) as Kind[]).filter((kind) => kind !== 'CONTRIBUTION' && kind !== 'ASK');

export const LinkName = {
  PART_OF: 'PART_OF',
  FACILITATES: 'FACILITATES',
  INDICATED_FOR: 'INDICATED_FOR',
  ADVANCES: 'ADVANCES',
  SERVES: 'SERVES',
  MEMBER_OF: 'MEMBER_OF',
  CONTRIBUTED_TO: 'CONTRIBUTED_TO',
  INPUT_TO: 'INPUT_TO',
  MADE: 'MADE',
  UNDER: 'UNDER',
  IN: 'IN',
  SUPPORTS: 'SUPPORTS',
  DESCRIBED_IN: 'DESCRIBED_IN',
  CITES: 'CITES',
  MANDATES: 'MANDATES',
  REVIEWED: 'REVIEWED',
  RECOMMENDED: 'RECOMMENDED',
  ISSUED: 'ISSUED',
  DRAFT_OF: 'DRAFT_OF',
  ASKS: 'ASKS',
  OF: 'OF',
  DUE_AT: 'DUE_AT',
} as const;
export type LinkName = keyof typeof LinkName;

/** The links that tag a contribution with an action line, a region or an SDG. */
export const tagLinks = ['UNDER', 'IN', 'SUPPORTS'] as const satisfies LinkName[];
export type TagLink = (typeof tagLinks)[number];

export const Method = { CURATED: 'CURATED', EXTRACTED: 'EXTRACTED', INFERRED: 'INFERRED', UNVERIFIED: 'UNVERIFIED' } as const;
export type Method = keyof typeof Method;

export const Where = {
  HEADER: 'HEADER',
  PREAMBLE: 'PREAMBLE',
  OPERATIVE: 'OPERATIVE',
  FOOTNOTE: 'FOOTNOTE',
  ANNEX: 'ANNEX',
  BODY: 'BODY',
} as const;
export type Where = keyof typeof Where;

export const Reading = { FULL: 'FULL', PARTIAL: 'PARTIAL', NONE: 'NONE' } as const;
export type Reading = keyof typeof Reading;

export const CitationVerb = {
  RECALLS: 'RECALLS',
  REAFFIRMS: 'REAFFIRMS',
  TAKES_NOTE_OF: 'TAKES_NOTE_OF',
  NOTES: 'NOTES',
  WELCOMES: 'WELCOMES',
  ENDORSES: 'ENDORSES',
  RECOGNIZES: 'RECOGNIZES',
  ACKNOWLEDGES: 'ACKNOWLEDGES',
  STRESSES: 'STRESSES',
  REITERATES: 'REITERATES',
  EXPRESSES: 'EXPRESSES',
  REGRETS: 'REGRETS',
  REQUESTS: 'REQUESTS',
  INVITES: 'INVITES',
  ENCOURAGES: 'ENCOURAGES',
  CALLS_FOR: 'CALLS_FOR',
  CALLS_UPON: 'CALLS_UPON',
  URGES: 'URGES',
  DECIDES: 'DECIDES',
  LOOKS_FORWARD_TO: 'LOOKS_FORWARD_TO',
  GUIDED_BY: 'GUIDED_BY',
  BEARING_IN_MIND: 'BEARING_IN_MIND',
  CITES: 'CITES',
} as const;
export type CitationVerb = keyof typeof CitationVerb;

export const AskVerb = {
  REQUESTS: 'REQUESTS',
  INVITES: 'INVITES',
  ENCOURAGES: 'ENCOURAGES',
  URGES: 'URGES',
  CALLS_UPON: 'CALLS_UPON',
  CALLS_FOR: 'CALLS_FOR',
  DECIDES: 'DECIDES',
} as const;
export type AskVerb = keyof typeof AskVerb;

export const FacilitatorRole = { LEAD: 'LEAD', CO_FACILITATOR: 'CO_FACILITATOR', PARTNER: 'PARTNER' } as const;
export type FacilitatorRole = keyof typeof FacilitatorRole;

export const EntityCategory = {
  UN_SPECIALISED_AGENCY: 'UN_SPECIALISED_AGENCY',
  UN_PROGRAMME_OR_FUND: 'UN_PROGRAMME_OR_FUND',
  UN_REGIONAL_COMMISSION: 'UN_REGIONAL_COMMISSION',
  UN_SECRETARIAT: 'UN_SECRETARIAT',
  UN_RESEARCH_INSTITUTE: 'UN_RESEARCH_INSTITUTE',
  UN_INTERGOVERNMENTAL_BODY: 'UN_INTERGOVERNMENTAL_BODY',
  UN_INTERAGENCY: 'UN_INTERAGENCY',
  OTHER_UN: 'OTHER_UN',
  INTERGOVERNMENTAL: 'INTERGOVERNMENTAL',
  CIVIL_SOCIETY: 'CIVIL_SOCIETY',
  TECHNICAL_COMMUNITY: 'TECHNICAL_COMMUNITY',
  BUSINESS: 'BUSINESS',
  MULTISTAKEHOLDER: 'MULTISTAKEHOLDER',
} as const;
export type EntityCategory = keyof typeof EntityCategory;

export const Body = { GENERAL_ASSEMBLY: 'GENERAL_ASSEMBLY', ECONOMIC_AND_SOCIAL_COUNCIL: 'ECONOMIC_AND_SOCIAL_COUNCIL' } as const;
export type Body = keyof typeof Body;

export const ResolutionForm = { RESOLUTION: 'RESOLUTION', DECISION: 'DECISION', AGREED_CONCLUSIONS: 'AGREED_CONCLUSIONS' } as const;
export type ResolutionForm = keyof typeof ResolutionForm;

export const ResolutionFamily = {
  GA_ICT4D: 'GA_ICT4D',
  GA_STI: 'GA_STI',
  GA_REVIEW: 'GA_REVIEW',
  GA_CONTEXT: 'GA_CONTEXT',
  ECOSOC_WSIS: 'ECOSOC_WSIS',
  ECOSOC_STI: 'ECOSOC_STI',
  ECOSOC_OTHER: 'ECOSOC_OTHER',
  CITED_ONLY: 'CITED_ONLY',
} as const;
export type ResolutionFamily = keyof typeof ResolutionFamily;

export const ReportSeries = { WSIS_PROGRESS: 'WSIS_PROGRESS', CSTD_SESSION: 'CSTD_SESSION', THEMATIC: 'THEMATIC' } as const;
export type ReportSeries = keyof typeof ReportSeries;

export const EventType = {
  SUMMIT: 'SUMMIT',
  PREPARATORY: 'PREPARATORY',
  FORUM: 'FORUM',
  IGF: 'IGF',
  WSIS_PLUS_10: 'WSIS_PLUS_10',
  WSIS_PLUS_20: 'WSIS_PLUS_20',
  WORKING_GROUP: 'WORKING_GROUP',
  HIGH_LEVEL_MEETING: 'HIGH_LEVEL_MEETING',
  CONSULTATION: 'CONSULTATION',
  PANEL: 'PANEL',
} as const;
export type EventType = keyof typeof EventType;

/** What an OtherDocument can be. */
export const otherDocumentTypes = [
  'review',
  'note',
  'concept note',
  'input',
  'draft',
  'working-group report',
  'panel report',
  "chair's summary",
  'conference room paper',
  'committee report',
  'other',
] as const;
