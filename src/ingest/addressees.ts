/** Who is asked: classes of addressee and bodies, in the words between the verb of an ask and what is to be done. */
import type { EntityFinder } from './entities.js';

export interface Addressees {
  /** ids of entities, in the order of the text */
  entities: readonly string[];
  classes: readonly string[];
}

/** Classes of addressee by the words that name them. Longer patterns stand first; what one has taken no other sees. */
const classes: readonly { name: string; pattern: RegExp; id?: string }[] = [
  {
    name: 'ACTION_LINE_FACILITATORS',
    pattern:
      /\b(?:action line|World Summit|WSIS)(?: on the Information Society)?(?: action line)? facilitators\b|\bfacilitators of (?:the )?(?:WSIS |World Summit )?action lines\b|\b(?:entities|agencies) facilitating (?:the )?(?:WSIS |World Summit )?action lines\b|\ball facilitators\b/gi,
  },
  { name: 'REGIONAL_COMMISSIONS', pattern: /\b(?:United Nations )?regional commissions\b/gi },
  {
    name: 'UN_SYSTEM',
    pattern:
      /\b(?:(?:relevant |other |all )?(?:entities|organizations|agencies|bodies|funds(?:, programmes)?|organs|offices|programmes)(?:,? (?:and|funds|programmes|specialized agencies|organs|bodies|agencies|entities)){0,6}(?:,)? (?:of|in|within) the United Nations(?: development)?(?: system)?|United Nations(?: development)? system|United Nations (?:system )?(?:entities|agencies|organizations|bodies|funds|country teams|funds and programmes)|(?:its |their )?(?:funds and programmes|specialized agencies))\b/gi,
  },
  {
    name: 'SECRETARY_GENERAL',
    pattern: /\bSecretary-General\b(?! of the (?:International|United Nations Conference))/g,
    id: 'entity/Secretary-General',
  },
  { name: 'PRESIDENT', pattern: /\bPresident of the (?:General Assembly|Economic and Social Council)\b/g },
  {
    name: 'MEMBER_STATES',
    pattern:
      /\bMember (?:and observer )?States\b|\bStates Members\b|\bmember States\b|\ball (?:States|countries)\b|\bStates\b(?! Members)/g,
  },
  { name: 'GOVERNMENTS', pattern: /\b(?:national )?Governments\b/gi },
  { name: 'INTERNATIONAL_COMMUNITY', pattern: /\binternational community\b/gi },
  { name: 'DEVELOPED_COUNTRIES', pattern: /\bdeveloped countries\b/gi },
  { name: 'DONORS', pattern: /\b(?:development partners|donors?(?: countries| community)?)\b/gi },
  {
    name: 'FINANCIAL_INSTITUTIONS',
    pattern: /\b(?:(?:international |multilateral |regional )?(?:financial (?:institutions|organizations)|development banks))\b/gi,
  },
  {
    name: 'INTERNATIONAL_ORGANIZATIONS',
    pattern:
      /\b(?:(?:international|intergovernmental|regional)(?:,? (?:and|subregional|regional|international|intergovernmental)){0,6} (?:organizations|institutions|entities)|(?:other )?relevant (?:international )?organizations)\b/gi,
  },
  {
    name: 'PRIVATE_SECTOR',
    pattern:
      /\b(?:private sector|business(?:es| enterprises| sector)?|industry|technology companies|digital technology companies|online platforms|private (?:companies|entities))\b/gi,
  },
  { name: 'CIVIL_SOCIETY', pattern: /\b(?:civil society(?: organizations)?|non-governmental organizations)\b/gi },
  { name: 'TECHNICAL_COMMUNITY', pattern: /\b(?:technical(?: and academic)?|academic and technical) communit(?:y|ies)\b/gi },
  {
    name: 'ACADEMIA',
    pattern:
      /\b(?:academia|academic (?:community|communities|institutions)|technical and academic communities|universities|research institutions)\b/gi,
  },
  { name: 'IGF_COMMUNITY', pattern: /\bInternet Governance Forum(?: community)?\b/g },
  { name: 'STAKEHOLDERS', pattern: /\b(?:(?:all |other |relevant |multi){0,6}-?stakeholders|all (?:relevant )?actors|all parties)\b/gi },
];

/** Bodies that have an entity of their own and a class beside it. */
const bodies: readonly { id: string; name: string }[] = [
  { id: 'entity/CSTD', name: 'COMMISSION' },
  { id: 'entity/ECOSOC', name: 'COUNCIL' },
  { id: 'entity/General-Assembly', name: 'ASSEMBLY' },
  { id: 'entity/IGF', name: 'IGF_COMMUNITY' },
  { id: 'entity/UN-Regional-Commissions', name: 'REGIONAL_COMMISSIONS' },
  { id: 'entity/UN-System', name: 'UN_SYSTEM' },
  { id: 'entity/Secretary-General', name: 'SECRETARY_GENERAL' },
];

/** Short names that mean a body of the United Nations once the text has said which: "the Commission", "the Council". */
const short: readonly { pattern: RegExp; id: string; when?: RegExp }[] = [
  { pattern: /\bCommission on Science,? (?:and )?Technology (?:and|for) Development\b/g, id: 'entity/CSTD' },
  { pattern: /\b[Tt]he Forum\b/g, id: 'entity/IGF', when: /Internet Governance Forum/ },
  { pattern: /\b[Tt]he Group\b/g, id: 'entity/UNGIS', when: /United Nations Group on the Information Society/ },
  { pattern: /\b[Tt]he Commission\b(?! on)|^Commission\b(?! on)/g, id: 'entity/CSTD' },
  { pattern: /\b[Tt]he (?:Economic and Social )?Council\b(?! of)/g, id: 'entity/ECOSOC' },
  { pattern: /\b[Tt]he (?:General )?Assembly\b/g, id: 'entity/General-Assembly' },
];

/** What the last context named in full; the asks of one paragraph have the same. */
let named: { context: string; ids: ReadonlySet<string> } = { context: '', ids: new Set() };
function namedInFull(context: string): ReadonlySet<string> {
  if (named.context !== context) named = { context, ids: new Set(short.filter(({ when }) => when?.test(context)).map(({ id }) => id)) };
  return named.ids;
}

/** Words after which somebody is named who is not asked: who helps, is heard, or is acted for. */
const asideFrom =
  /,? (?:in (?:close )?(?:cooperation|collaboration|consultation|coordination|partnership|accordance) with|together with|through|with the (?:support|assistance|participation|involvement) of|as (?:the )?secretariat|as (?:called for|requested|set|agreed|mandated|reflected|outlined|envisaged)|within|in line with|on behalf of|subject to|according to|in their|in its|under)\b/i;

/**
 * Who is asked.
 *
 * @param phrase from the verb to what is to be done
 * @param context the text around, which says what "the Forum" is
 * @param finder of the dataset's entities
 */
export function addresseesIn(phrase: string, context: string, finder: EntityFinder): Addressees {
  const aside = asideFrom.exec(phrase);
  // The Secretary-General of a union or a conference is that body.
  let text = (aside ? phrase.slice(0, aside.index) : phrase).replace(
    /\bSecretary-General of (?:the )?(?=(?!United Nations\b(?! Conference))\p{Lu})/gu,
    (words) => ' '.repeat(words.length),
  );
  const found: { at: number; id: string | null; name: string | null }[] = [];
  const take = (pattern: RegExp, id: string | null, name: string | null) => {
    text = text.replace(pattern, (words: string, at: number) => {
      found.push({ at, id, name });
      return ' '.repeat(words.length);
    });
  };
  for (const { name, pattern } of classes.filter((each) => each.name === 'PRESIDENT')) take(pattern, null, name);
  const rest: string[] = [];
  let copied = 0;
  for (const { id, from, to } of finder.find(text)) {
    found.push({ at: from, id, name: bodies.find((body) => body.id === id)?.name ?? null });
    rest.push(text.slice(copied, from), ' '.repeat(to - from));
    copied = to;
  }
  text = rest.join('') + text.slice(copied);
  for (const { pattern, id, when } of short)
    if (!when || namedInFull(context).has(id)) take(pattern, id, bodies.find((body) => body.id === id)?.name ?? null);
  // A community that is technical and academic is both.
  if (/\b(?:technical and academic|academic and technical)\b/.test(text))
    found.push({ at: text.search(/(?:technical|academic) and/) + (/technical and/.test(text) ? 1 : 0), id: null, name: 'ACADEMIA' });
  for (const { name, pattern, id } of classes) take(pattern, id ?? null, name);
  found.sort((a, b) => a.at - b.at);
  const all = <T>(items: readonly (T | null)[]): T[] => [...new Set(items.filter((item): item is T => item !== null))];
  return { entities: all(found.map(({ id }) => id)), classes: all(found.map(({ name }) => name)) };
}
