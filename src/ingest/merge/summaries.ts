/** One line for an ask or an activity that was read by the program: made from the facts alone, with no word of the text. */
import type { AskVerb } from '../../domain/vocabulary.js';
import type { AskFacts, ContributionFacts } from '../facts.js';
import type { KnownNodes } from './known-nodes.js';

const nouns: Readonly<Record<AskVerb, { to: string; alone: string }>> = {
  REQUESTS: { to: 'Request to', alone: 'Request' },
  INVITES: { to: 'Invitation to', alone: 'Invitation' },
  ENCOURAGES: { to: 'Encouragement to', alone: 'Encouragement' },
  URGES: { to: 'Urgent call upon', alone: 'Urgent call' },
  CALLS_UPON: { to: 'Call upon', alone: 'Call' },
  CALLS_FOR: { to: 'Call for action by', alone: 'Call for action' },
  DECIDES: { to: 'Decision that binds', alone: 'Decision' },
};

const classNames: Readonly<Record<string, string>> = {
  SECRETARY_GENERAL: 'the Secretary-General',
  COMMISSION: 'the CSTD',
  COUNCIL: 'the Economic and Social Council',
  ASSEMBLY: 'the General Assembly',
  PRESIDENT: 'the President',
  UN_SYSTEM: 'the United Nations system',
  MEMBER_STATES: 'Member States',
  IGF_COMMUNITY: 'the IGF community',
  INTERNATIONAL_COMMUNITY: 'the international community',
  TECHNICAL_COMMUNITY: 'the technical community',
  PRIVATE_SECTOR: 'the private sector',
  REGIONAL_COMMISSIONS: 'the regional commissions',
  ACTION_LINE_FACILITATORS: 'the facilitators of action lines',
};

const classEntities: Readonly<Record<string, string>> = {
  SECRETARY_GENERAL: 'entity/Secretary-General',
  COMMISSION: 'entity/CSTD',
  COUNCIL: 'entity/ECOSOC',
  ASSEMBLY: 'entity/General-Assembly',
};

const nameOfClass = (name: string): string => classNames[name] ?? name.toLowerCase().replaceAll('_', ' ');

function nameOfEntity(id: string, known: KnownNodes): string {
  const asClass = Object.keys(classEntities).find((name) => classEntities[name] === id);
  if (asClass !== undefined) return nameOfClass(asClass);
  const node = known.find(id);
  const name = (node?.acronym as string | null | undefined) || node?.name || id.slice(id.indexOf('/') + 1);
  return /^(?:United|Commission|Department|Economic|Office|Working|Inter|Global)/.test(name) ? `the ${name}` : name;
}

/** "A", "A and B", "A, B and C"; of more than four the first three and how many more. */
function listed(names: readonly string[]): string {
  const told = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
}

const placed = (paragraph: string, annex: string | null): string => `paragraph ${paragraph}${annex ? ` of annex ${annex}` : ''}`;

/** "Request to the Secretary-General in paragraph 110, due at session 27 of the CSTD." */
export function askSummary(ask: AskFacts, known: KnownNodes): string {
  const classes = ask.classes.filter((name) => !ask.addressees.includes(classEntities[name] ?? ''));
  const addressees = [...ask.addressees.map((id) => nameOfEntity(id, known)), ...classes.map(nameOfClass)];
  const { to, alone } = nouns[ask.verb];
  const head = addressees.length > 0 ? `${to} ${listed([...new Set(addressees)])}` : alone;
  const session = /^session\/CSTD-(\d+)$/.exec(ask.dueAt ?? '')?.[1];
  const due = session ? `, due at session ${session} of the CSTD` : ask.dueYear !== null ? `, due in ${ask.dueYear}` : '';
  return `${head} in ${placed(ask.paragraph, ask.annex)}${due}.`;
}

/** "Activity of ECA and ITU told in paragraph 19." */
export const contributionSummary = ({ entities, paragraph }: ContributionFacts, known: KnownNodes): string =>
  `Activity of ${listed(entities.map((id) => nameOfEntity(id, known)))} told in ${placed(paragraph, null)}.`;
