/** The four outcome documents of the World Summit on the Information Society, which texts cite by name: how they are named, and by which symbols footnotes give them. */

export const declarationOfPrinciples = 'WSIS-03/GENEVA/DOC/4';
export const planOfAction = 'WSIS-03/GENEVA/DOC/5';
export const tunisAgenda = 'WSIS-05/TUNIS/DOC/6(Rev.1)';
export const tunisCommitment = 'WSIS-05/TUNIS/DOC/7';
const geneva = [declarationOfPrinciples, planOfAction];
const tunis = [tunisAgenda, tunisCommitment];

/** The symbols under which both documents of a phase were circulated to the General Assembly. */
const circulated: Readonly<Record<string, readonly string[]>> = { 'A/C.2/59/3': geneva, 'A/60/687': tunis };

/** The outcome documents that a symbol stands for; none for another document. */
export const outcomesOfSymbol = (symbol: string): readonly string[] => circulated[symbol] ?? [];

export interface NamedDocument {
  to: string;
  at: number;
  end: number;
}

const ofSummit = /World Summit on the Information Society|\bWSIS\b|\bthe Summit\b|\bGeneva\b|\bTunis\b/;
const collective =
  /\boutcome documents (?:of|from|adopted (?:at|by)) (?:the |both phases of the )?(?:World Summit|WSIS|Summit|Geneva and Tunis phases)|\b(?:World Summit(?: on the Information Society)?|WSIS|Geneva and Tunis|Summit) outcome documents\b/g;
const singly: readonly { pattern: RegExp; to: string; own: boolean }[] = [
  { pattern: /\bTunis Agenda\b/g, to: tunisAgenda, own: true },
  { pattern: /\bTunis Commitment\b/g, to: tunisCommitment, own: true },
  { pattern: /\bGeneva Declaration(?: of Principles)?\b/g, to: declarationOfPrinciples, own: true },
  { pattern: /\bGeneva Plan of Action\b/g, to: planOfAction, own: true },
  { pattern: /(?<!\p{Lu}\p{L}{1,20} )\bDeclaration of Principles\b/gu, to: declarationOfPrinciples, own: false },
  {
    pattern: /(?<!\p{Lu}\p{L}{1,20} )\bPlan of Action\b(?! (?:for|on|to) | of (?!the World Summit|the Summit|WSIS))/gu,
    to: planOfAction,
    own: false,
  },
];

/** Where a text names outcome documents of the Summit, in order; "the outcome documents of the Summit" names all four. A bare "Plan of Action" counts only beside a word of the Summit. */
export function outcomesNamedIn(text: string): NamedDocument[] {
  const found: NamedDocument[] = [];
  const about = ofSummit.test(text);
  for (const { pattern, to, own } of singly) {
    if (!own && !about) continue;
    for (const match of text.matchAll(pattern)) found.push({ to, at: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(collective)) {
    if (match[0].includes('World Summit') && /^ for |^ on (?!the Information)/.test(text.slice(match.index + match[0].length))) continue;
    for (const to of [...geneva, ...tunis]) found.push({ to, at: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.at - b.at);
}
