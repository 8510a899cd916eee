/** The verbs in which reports tell what somebody did: their forms, and which of them are done together or say nothing done. */

/** Regular verbs by base form; the program makes "-s", "-ed" and "-ing" of them. */
const regular =
  `accelerate accept access accompany accredit achieve acknowledge act adapt add address administer adopt advance advise advocate affirm aggregate agree aid aim align allocate allow amend analyse
  analyze announce appeal apply appoint appraise approve argue arrange assemble assess assign assist attend attract audit authorize award base benchmark benefit boost brief broadcast calculate call carry catalogue catalyse celebrate
  centre chair champion change channel clarify co-author co-chair co-create co-develop co-facilitate co-found co-fund co-host co-lead co-organize co-organise co-publish co-sponsor coach coauthor cohost collaborate collate collect combat combine commemorate
  commence commission commit communicate compare compile complement complete comprise compute concentrate conclude conduct confirm connect consider consist consolidate constitute construct consult contain continue contract contribute
  convene convert convey cooperate coordinate counsel cover create culminate curate customize deal debate declare dedicate deepen define deliver demonstrate deploy describe design detail detect determine develop devise digitalize digitize direct disburse discuss
  display disseminate document donate double draft earmark edit educate elaborate elect embark embed emphasize employ empower enable encompass encourage endorse engage enhance enlarge enrich enrol ensure entail enter equip establish estimate
  evaluate evolve examine exchange execute exercise expand expect experiment explain explore express extend facilitate feature finalize finance focus follow form formalize formulate foster frame fulfil function fund further gather generate govern
  grant group guarantee guide handle harmonize harness help highlight hire honour host identify illustrate implement import improve inaugurate include incorporate increase incubate indicate inform initiate innovate inspire install
  institute integrate intend intensify interact introduce invest investigate invite involve issue join jump-start kick-start label last launch learn leverage liaise license limit link list localize look maintain manage map mark match maximize measure mediate
  mentor merge migrate minimize mitigate mobilize moderate modernize modify monitor move negotiate network nominate note notify nurture observe obtain offer open operate optimize organise organize orient outline oversee own participate partner
  perform permit pilot pioneer place plan pledge point popularize position post prepare present preserve prioritize process procure produce promote propose protect prototype provide publish publicize pursue raise rank ratify reach react reaffirm recall receive recognize recommend
  record recruit reduce refer refine reflect reform refurbish register regulate reinforce reiterate relate release relaunch remain render renew reorganize replace replicate report represent request require research respond restore restructure result review revise revitalize
  roll safeguard sample scale schedule screen secure select serve share shape sign simplify solicit specialize sponsor stage standardize start steer stimulate streamline strengthen stress structure study submit suggest summarize supervise supply support survey sustain
  tackle tailor target teach team test tie touch track train transfer transform translate transmit treat trial trigger turn undertake underline underscore unify unite unveil update upgrade upload urge use utilize validate verify view visit
  warn welcome widen work`.split(/\s+/);

/** Past forms that are not made by rule, each before its base. */
const irregular =
  `arose arise ate eat beat beat became become began begin bent bend bet bet bid bid bound bind bore bear bought buy broke break brought bring built build burst burst came come cast cast caught catch chose choose clung cling
  co-led co-lead cost cost crept creep cut cut dealt deal did do drank drink drew draw drove drive dug dig fed feed fell fall felt feel fled flee flew fly forecast forecast foresaw foresee forgot forget fought fight found find froze freeze gave give
  got get grew grow had have heard hear held hold hid hide hit hit hurt hurt kept keep knew know laid lay led lead left leave lent lend let let lit light lost lose made make meant mean met meet misled mislead outdid outdo overcame overcome oversaw oversee
  paid pay put put quit quit ran run rang ring rebuilt rebuild redid redo remade remake rode ride rose rise said say sang sing sat sit saw see sent send set set shed shed shone shine shook shake shot shoot showed show shrank shrink shut shut slept sleep
  sold sell sought seek spearheaded spearhead spent spend split split spoke speak sprang spring spread spread stole steal stood stand stuck stick struck strike strove strive swam swim swept sweep swung swing taught teach thought think threw throw told tell took
  take tore tear understood understand undertook undertake underwent undergo upheld uphold upset upset went go withdrew withdraw won win wore wear wove weave wrote write`.split(
    /\s+/,
  );
const irregularPairs = irregular.flatMap((form, index): [string, string][] =>
  index % 2 === 0 ? [[form, irregular[index + 1] ?? form]] : [],
);

/** Participles after "was" that are not past forms too. */
const participles = new Set(
  'begun borne broken chosen done drawn driven eaten fallen flown forgotten frozen given gone grown hidden known overcome overseen risen rung run seen shaken shown shrunk spoken sprung stolen sung sunk sworn swum taken thrown torn undergone undertaken withdrawn worn woven written'.split(
    ' ',
  ),
);

/** "-s" forms and plurals at once: behind another noun they are taken for a noun. */
const nounsToo = new Set(
  `access acts addresses advances aids aims approaches awards benefits briefs broadcasts calls catalogues centres challenges chairs changes commissions concerns contacts contracts covers debates deals details
 designs documents drafts efforts exchanges exercises experiences features finances focuses forms frames functions funds grants groups guarantees guides helps highlights honours hosts impacts imports increases indexes inputs issues labels leads
 licenses links lists maps marks markets matches measures mentors models moves networks notes orders outlines overviews partners pilots places plans pledges points positions posts practices 
 processes profiles programmes progress projects prototypes ranks records reforms registers releases reports requests researches resources results returns reviews rolls runs samples scales schedules schools screens sets shapes shares shows
 signs sites stages standards starts states steps stores strategies structures studies supplies supports surveys tables targets teams tests ties tools topics tracks trains transfers trends trials turns updates uploads uses values views visits works`.split(
    /\s+/,
  ),
);

const third = (base: string): string => {
  if (/(?:s|sh|ch|x|z|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
};
const past = (base: string): string => {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
};

const bases = new Set([...regular, ...irregularPairs.map(([, base]) => base)]);
const thirds = new Map([...bases].map((base) => [third(base), base]));
const pasts = new Map<string, string>([...regular.map((base): [string, string] => [past(base), base]), ...irregularPairs]);
for (const [form, base] of [
  ['focussed', 'focus'],
  ['enrolled', 'enrol'],
  ['fulfilled', 'fulfil'],
  ['mapped', 'map'],
  ['planned', 'plan'],
  ['equipped', 'equip'],
  ['committed', 'commit'],
  ['submitted', 'submit'],
  ['permitted', 'permit'],
  ['embedded', 'embed'],
  ['labelled', 'label'],
  ['channelled', 'channel'],
  ['referred', 'refer'],
  ['transferred', 'transfer'],
  ['piloted', 'pilot'],
  ['modelled', 'model'],
  ['begged', 'beg'],
] as const)
  pasts.set(form, base);

export type VerbForm = 'AUXILIARY' | 'PAST' | 'THIRD' | 'BASE';

export interface Verb {
  form: VerbForm;
  base: string;
  /** the form is a noun or adjective as well */
  ambiguous: boolean;
}

const auxiliaries: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  has: 'have',
  have: 'have',
  had: 'have',
  will: 'will',
  would: 'will',
  can: 'can',
  could: 'can',
  may: 'may',
  might: 'may',
  must: 'must',
  shall: 'will',
  should: 'will',
  does: 'do',
  do: 'do',
  did: 'do',
};
/** Words in -ed that are no past forms. */
const notPast = new Set(
  'need speed seed feed breed exceed proceed succeed indeed hundred united unprecedented rugged sacred shed embed unmanned naked weed'.split(
    ' ',
  ),
);

/** What finite verb a word can be, in small letters; null when none. An unknown word in -ed is taken for a past form. */
export function verbOf(word: string): Verb | null {
  const auxiliary = auxiliaries[word];
  if (auxiliary && Object.hasOwn(auxiliaries, word)) return { form: 'AUXILIARY', base: auxiliary, ambiguous: false };
  const ofThird = thirds.get(word);
  if (ofThird) return { form: 'THIRD', base: ofThird, ambiguous: nounsToo.has(word) };
  const ofPast = pasts.get(word);
  if (ofPast) return { form: 'PAST', base: ofPast, ambiguous: bases.has(word) || word === 'found' || word === 'left' };
  if (/^[a-z-]{3,20}ed$/.test(word) && !notPast.has(word)) return { form: 'PAST', base: word.replace(/e?d$/, ''), ambiguous: true };
  if (bases.has(word)) return { form: 'BASE', base: word, ambiguous: nounsToo.has(third(word)) };
  return null;
}

/** Whether a word can stand after "was" in a passive: "published", "written". */
export const isParticiple = (word: string): boolean => participles.has(word) || verbOf(word)?.form === 'PAST';

/** Verbs that two do together, so that "with" names a partner: "organized a workshop with". */
export const doneTogether = new Set(
  `author build carry chair coach co-author co-chair co-create co-develop co-facilitate co-found co-fund co-host co-lead co-organise co-organize co-publish co-sponsor coauthor cohost collaborate compile complete conclude conduct convene cooperate create
  deliver deploy design develop draft enter establish execute found hold host implement initiate issue join jump-start kick-start launch lead make manage offer operate organise organize participate partner pilot prepare produce promote publish relaunch run
  sign stage start team undertake update work write`.split(/\s+/),
);

/** Verbs by which the text says what somebody thinks, not what is done. */
export const ofOpinion = new Set('estimate expect believe consider argue forecast'.split(' '));

/** Participles whose agent was there or asked for it, and did not do it: "attended by". */
export const ofAttendance = new Set(
  'attended joined followed required recommended requested mandated affected inspired called informed'.split(' '),
);

/** Participles whose agent only helped, when they shorten a relative clause: "the project, funded by X, reached". */
export const ofBackground = new Set([
  ...ofAttendance,
  ...'supported assisted helped advised funded financed sponsored endorsed recognized recognised agreed used supplemented backed guided set measured'.split(
    ' ',
  ),
]);

/** Nouns of something that somebody did or made: their "of", "by" and "from" name the doer. */
export const ofDoing = new Set(
  `activity activities analysis annual assessment assistance book brief briefs bulletin campaign collection compendium contribution contributions course courses database effort efforts facility framework guide guidance guidelines handbook
  index indicators initiative initiatives intervention interventions investment investments manual meeting meetings mission network observatory operation operations output outputs paper papers platform platforms policy portal portfolio product products
  program programs programme programmes project projects publication publications report reports research review reviews seminar series service services session sessions strategy study studies support survey surveys
  symposium tool toolkit tools training work workshop workshops`.split(/\s+/),
);

/** Whoever speaks or acts for an entity: what they do the entity does. */
export const officers = new Set(
  'secretariat bureau office director director-general head chair chairperson chairman president secretary-general administrator commissioner staff experts branch division department sector institute arm council board assembly conference'.split(
    ' ',
  ),
);

/** What is said to be between two: they do it together. */
export const ofJoining = new Set(
  'partnership partnerships collaboration cooperation agreement memorandum alliance project initiative programme work effort venture consortium coordination'.split(
    ' ',
  ),
);
