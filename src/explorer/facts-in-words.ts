/** The words for what the API names of things: organs, series, roles, classes of addressee, and how far a text was read. */
import { capital, inWords } from './words.js';

export type Reading = 'FULL' | 'PARTIAL' | 'NONE';

const words: Readonly<Record<string, string>> = {
  // Bodies and forms
  GENERAL_ASSEMBLY: 'General Assembly',
  ECONOMIC_AND_SOCIAL_COUNCIL: 'Economic and Social Council',
  // Families of resolutions
  GA_ICT4D: 'information and communications technologies for development, and the World Summit',
  GA_STI: 'science, technology and innovation for development',
  GA_REVIEW: 'overall reviews of the World Summit',
  GA_CONTEXT: 'texts of wider scope that the others rest on',
  ECOSOC_WSIS: 'assessment of the follow-up to the World Summit',
  ECOSOC_STI: 'science, technology and innovation for development',
  ECOSOC_OTHER: 'others of the Council',
  CITED_ONLY: 'known only because others cite it',
  // Series of reports
  WSIS_PROGRESS: 'Secretary-General on progress in the follow-up to the World Summit',
  CSTD_SESSION: 'Commission on Science and Technology for Development on a session',
  THEMATIC: 'Secretary-General on a theme of the Commission',
  // Categories of entities
  UN_SPECIALISED_AGENCY: 'specialised agency of the United Nations',
  UN_PROGRAMME_OR_FUND: 'programme or fund of the United Nations',
  UN_REGIONAL_COMMISSION: 'regional commission of the United Nations',
  UN_SECRETARIAT: 'part of the United Nations Secretariat',
  UN_RESEARCH_INSTITUTE: 'research institute of the United Nations',
  UN_INTERGOVERNMENTAL_BODY: 'intergovernmental organ of the United Nations',
  UN_INTERAGENCY: 'inter-agency mechanism of the United Nations',
  OTHER_UN: 'other body of the United Nations system',
  INTERGOVERNMENTAL: 'intergovernmental organization',
  CIVIL_SOCIETY: 'civil society',
  TECHNICAL_COMMUNITY: 'technical community',
  BUSINESS: 'business',
  MULTISTAKEHOLDER: 'multi-stakeholder body',
  // Types of events
  SUMMIT: 'summit, or a phase of one',
  PREPARATORY: 'preparatory meeting of the World Summit',
  FORUM: 'WSIS Forum, or a high-level event in its place',
  IGF: 'annual meeting of the Internet Governance Forum',
  WSIS_PLUS_10: 'step of the review after ten years',
  WSIS_PLUS_20: 'step of the review after twenty years',
  WORKING_GROUP: 'working group of the Commission',
  HIGH_LEVEL_MEETING: 'high-level meeting of the General Assembly',
  CONSULTATION: 'open consultation or focus group',
  PANEL: 'panel, round table or briefing',
  // Classes of addressee
  MEMBER_STATES: 'Member States',
  UN_SYSTEM: 'United Nations system',
  SECRETARY_GENERAL: 'Secretary-General',
  COMMISSION: 'the Commission',
  ASSEMBLY: 'the Assembly',
  COUNCIL: 'the Council',
  PRESIDENT: 'the President',
  IGF_COMMUNITY: 'community of the Internet Governance Forum',
  // Verbs that two words make plainer
  CO_FACILITATOR: 'co-facilitator',
};

/** What the API names, in words: "MEMBER_STATES" as "Member States", and plainly where nothing is set down for it. */
export const named = (name: string): string => words[name] ?? inWords(name);

/** How far a text was read for its citations or its asks, as a sentence; a part of it is never passed off as the whole. */
export function howFarRead(reading: Reading, what: 'citations' | 'asks'): string {
  if (reading === 'FULL') return `The whole text was read for ${what}.`;
  if (reading === 'PARTIAL')
    return `A part of the text was read for ${what}: an excerpt, a copy without footnotes, or what others tell of it.`;
  return `Nobody has read the text for ${what} yet: there is no data, which is not the same as there being none.`;
}

/** The same in a word or two, for a list of facts. */
export const readShortly = (reading: Reading): string => ({ FULL: 'all of it', PARTIAL: 'a part of it', NONE: 'no data' })[reading];

/** How much of a report's own list of contributors is known, as a sentence. */
export function howFarListed(reading: Reading): string {
  if (reading === 'FULL') return 'The whole list of contributors is known: that somebody is not in it means something.';
  if (reading === 'PARTIAL')
    return 'The list itself is not known, or not all of it: these are known from their own inputs. Of all others there is no data.';
  return 'The list of contributors is not known: there is no data on who contributed and who did not.';
}

/** A span of dates: "17–21 May 2021", "28 March – 1 April 2022", one date where both are the same or the end is not known. */
export function datesInWords(start: string | null | undefined, end: string | null | undefined, write: (date: string) => string): string {
  if (!start) return end ? `until ${write(end)}` : '';
  if (!end || end === start) return write(start);
  const [startYear, startMonth, startDay] = start.split('-');
  const [endYear, endMonth, endDay] = end.split('-');
  if (!startDay || !endDay || startYear !== endYear) return `${write(start)} – ${write(end)}`;
  if (startMonth === endMonth) return `${Number(startDay)}–${write(end)}`;
  return `${write(start).replace(` ${startYear}`, '')} – ${write(end)}`;
}

/** A text that stands alone, with its first letter large. */
export const asSentence = (name: string): string => capital(named(name));
