/** The enumerations as the API shows them, each value described for its reader. */
import { registerEnumType } from 'type-graphql';
import {
  AskVerb,
  Body,
  CitationVerb,
  EntityCategory,
  EventType,
  FacilitatorRole,
  Kind,
  LinkName,
  Method,
  Reading,
  ReportSeries,
  ResolutionFamily,
  ResolutionForm,
  Where,
} from '../vocabulary.js';

/** Registers an enumeration; the compiler demands a description for each value. */
function describe<T extends Record<string, string>>(
  values: T,
  name: string,
  description: string,
  meanings: { [value in keyof T]: string },
): T {
  const valuesConfig = Object.fromEntries(Object.entries(meanings).map(([value, meaning]) => [value, { description: meaning as string }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}

describe(Kind, 'Kind', 'The kinds of node in the graph.', {
  ACTION_LINE: 'One of the eleven WSIS action lines, C1–C11, or one of the eight sub-lines of C7.',
  SDG: 'One of the seventeen Sustainable Development Goals.',
  SDG_TARGET: 'A target of a goal that the WSIS–SDG Matrix uses, such as 9.c.',
  REGION: 'One of the five regions by which the annual reports are ordered.',
  ENTITY: 'A body that facilitates, contributes, reports, or is asked: an agency, a commission, an association, a group.',
  RESOLUTION: 'A resolution, decision or agreed conclusions of the General Assembly or of the Economic and Social Council.',
  REPORT: 'A report of the Secretary-General, or of the Commission on Science and Technology for Development on a session.',
  OUTCOME_DOCUMENT: 'One of the four documents that the two phases of the World Summit adopted.',
  OTHER_DOCUMENT: 'Any other document: a review, a note, the input of an entity, a draft, the report of a working group.',
  SESSION: 'An annual session of the Commission on Science and Technology for Development.',
  EVENT: 'A summit phase, a forum, a review meeting, a consultation.',
  CONTRIBUTION: 'What one or more entities report having done, told in one paragraph of one document.',
  ASK: 'What a paragraph requests, invites, encourages, urges, calls upon or decides, of whom, due when.',
});

describe(LinkName, 'LinkName', 'The kinds of link in the graph, read from subject to object.', {
  PART_OF: 'A sub-line is a part of its action line, a target of its goal.',
  FACILITATES: 'An entity facilitates an action line.',
  INDICATED_FOR:
    'The indicative list annexed to the Tunis Agenda (2005) names an entity for an action line; that it took the role is not said.',
  ADVANCES: 'The WSIS–SDG Matrix claims that an action line advances a goal.',
  SERVES: 'A regional commission serves a region.',
  MEMBER_OF: 'An entity is a member of a group that is an entity itself.',
  CONTRIBUTED_TO: 'An entity gave an input to a report: it stands in the list of contributors, or its own input is known.',
  INPUT_TO: 'A document was written as an input to a report or review.',
  MADE: 'An entity reported having done what a contribution tells.',
  UNDER: 'A contribution falls under an action line.',
  IN: 'A contribution took place in a region.',
  SUPPORTS: 'A contribution supports a goal.',
  DESCRIBED_IN: 'A contribution is described in a document.',
  CITES: 'A document cites a document, by a verb.',
  MANDATES: 'A resolution mandates a report, an act, a session or an event.',
  REVIEWED: 'A session had a document before it.',
  RECOMMENDED: 'A session recommended a resolution for adoption.',
  ISSUED: 'A session or an event issued a document.',
  DRAFT_OF: 'A document is a draft of a resolution.',
  ASKS: 'A document asks something.',
  OF: 'Something is asked of an entity.',
  DUE_AT: 'What is asked is due at a session or an event.',
});

describe(Method, 'Method', 'How a fact came into the graph.', {
  CURATED: 'Read by a person from the text or the source that the evidence names.',
  EXTRACTED: 'Read by a program from the text that the evidence names.',
  INFERRED: 'Not stated: it follows by the rule that the evidence names.',
  UNVERIFIED: 'No source was at hand; do not rely on it.',
});

describe(Where, 'Where', 'The part of a document in which something stands.', {
  HEADER: 'The head of the document: symbol, session, agenda item, title.',
  PREAMBLE: 'The preamble of a resolution.',
  OPERATIVE: 'The numbered, operative part of a resolution.',
  FOOTNOTE: 'A footnote.',
  ANNEX: 'An annex.',
  BODY: 'The text of a report, a note or an input.',
});

describe(Reading, 'Reading', 'How much of something is in the graph.', {
  FULL: 'All of it was read.',
  PARTIAL: 'A part of it was read: an excerpt, a copy without footnotes, or what others tell of it.',
  NONE: 'None of it was read: nothing is known, which is not the same as nothing being there.',
});

describe(CitationVerb, 'CitationVerb', 'The verb of the clause by which a text cites another, in the third person.', {
  RECALLS: 'recalls',
  REAFFIRMS: 'reaffirms',
  TAKES_NOTE_OF: 'takes note of',
  NOTES: 'notes',
  WELCOMES: 'welcomes',
  ENDORSES: 'endorses',
  RECOGNIZES: 'recognizes',
  ACKNOWLEDGES: 'acknowledges',
  STRESSES: 'stresses',
  REITERATES: 'reiterates',
  EXPRESSES: 'expresses (appreciation, concern …)',
  REGRETS: 'regrets',
  REQUESTS: 'requests',
  INVITES: 'invites',
  ENCOURAGES: 'encourages',
  CALLS_FOR: 'calls for',
  CALLS_UPON: 'calls upon',
  URGES: 'urges',
  DECIDES: 'decides',
  LOOKS_FORWARD_TO: 'looks forward to',
  GUIDED_BY: 'is guided by',
  BEARING_IN_MIND: 'bears in mind',
  CITES: 'cites, with no verb that governs the citation, or none that was read',
});

describe(AskVerb, 'AskVerb', 'The verb by which a paragraph asks something.', {
  REQUESTS: 'requests',
  INVITES: 'invites',
  ENCOURAGES: 'encourages',
  URGES: 'urges',
  CALLS_UPON: 'calls upon somebody',
  CALLS_FOR: 'calls for something',
  DECIDES: 'decides that something be done',
});

describe(
  FacilitatorRole,
  'FacilitatorRole',
  'The role of an entity in the facilitation of an action line; the wording of the source is in the note of the evidence.',
  {
    LEAD: 'Lead facilitator, or moderator.',
    CO_FACILITATOR: 'Co-facilitator.',
    PARTNER: 'Partner.',
  },
);

describe(EntityCategory, 'EntityCategory', 'What sort of body an entity is.', {
  UN_SPECIALISED_AGENCY: 'A specialised agency of the United Nations system.',
  UN_PROGRAMME_OR_FUND: 'A programme or fund of the United Nations.',
  UN_REGIONAL_COMMISSION: 'One of the five regional commissions, or the group of them.',
  UN_SECRETARIAT: 'A department, an office or a secretariat within the United Nations Secretariat.',
  UN_RESEARCH_INSTITUTE: 'A research and training institute of the United Nations.',
  UN_INTERGOVERNMENTAL_BODY: 'An intergovernmental organ of the United Nations, such as the General Assembly or the Commission.',
  UN_INTERAGENCY: 'A mechanism of several bodies of the United Nations system.',
  OTHER_UN: 'Another body of the United Nations.',
  INTERGOVERNMENTAL: 'An intergovernmental or supranational organization outside the United Nations, or a related one.',
  CIVIL_SOCIETY: 'A civil society organization.',
  TECHNICAL_COMMUNITY: 'A body of the technical community, such as a regional internet registry.',
  BUSINESS: 'A business association.',
  MULTISTAKEHOLDER: 'A body of several groups of stakeholders.',
});

describe(Body, 'Body', 'The organ that adopted a resolution.', {
  GENERAL_ASSEMBLY: 'The General Assembly of the United Nations.',
  ECONOMIC_AND_SOCIAL_COUNCIL: 'The Economic and Social Council of the United Nations.',
});

describe(ResolutionForm, 'ResolutionForm', 'The form of an act.', {
  RESOLUTION: 'A resolution.',
  DECISION: 'A decision.',
  AGREED_CONCLUSIONS: 'Agreed conclusions.',
});

describe(ResolutionFamily, 'ResolutionFamily', 'The series of texts that a resolution belongs to.', {
  GA_ICT4D: 'General Assembly: information and communications technologies for (sustainable) development, and the World Summit.',
  GA_STI: 'General Assembly: science, technology and innovation for development.',
  GA_REVIEW: 'General Assembly: the overall reviews of the World Summit after ten and twenty years.',
  GA_CONTEXT: 'General Assembly: texts of wider scope that the others rest on.',
  ECOSOC_WSIS: 'Economic and Social Council: assessment of the follow-up to the World Summit.',
  ECOSOC_STI: 'Economic and Social Council: science, technology and innovation for development.',
  ECOSOC_OTHER: 'Economic and Social Council: others.',
  CITED_ONLY: 'Known only because others cite it.',
});

describe(ReportSeries, 'ReportSeries', 'The series that a report belongs to.', {
  WSIS_PROGRESS: 'The Secretary-General on progress in the implementation of and follow-up to the outcomes of the World Summit.',
  CSTD_SESSION: 'The Commission on Science and Technology for Development on one of its sessions.',
  THEMATIC: 'The Secretary-General on a theme of the Commission.',
});

describe(EventType, 'EventType', 'What sort of event it is.', {
  SUMMIT: 'A summit, or a phase of one.',
  PREPARATORY: 'A preparatory meeting of the World Summit.',
  FORUM: 'A WSIS Forum or a high-level event in its place.',
  IGF: 'An annual meeting of the Internet Governance Forum.',
  WSIS_PLUS_10: 'A step of the review after ten years.',
  WSIS_PLUS_20: 'A step of the review after twenty years.',
  WORKING_GROUP: 'A working group of the Commission.',
  HIGH_LEVEL_MEETING: 'A high-level meeting of the General Assembly.',
  CONSULTATION: 'An open consultation or focus group.',
  PANEL: 'A panel, round table or briefing.',
});
