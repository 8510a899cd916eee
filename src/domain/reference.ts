/** The one parser of references: whatever a person types for a node, as the ids it could be and the keys to look it up by. */
import { kinds, nodeSpecs } from './graph.js';
import { numberedReadings, type Reading } from './numbered.js';
import type { NodeRecord } from './records.js';
import { canonicalSymbol, symbolKeys, symbolReadings } from './symbol.js';
import { singlesOf } from './symbol-print.js';
import { foldKey, maximumReferenceLength, tidy } from './tidy.js';
import { documentKinds, type Kind } from './vocabulary.js';

export { foldKey, maximumReferenceLength } from './tidy.js';

export interface Reference {
  /** the kind that the text names by the prefix of an id (`report/A/76/64`), or null: then it may be of any */
  kind: Kind | null;
  /** canonical ids that it could be, whether they exist or not, best first */
  ids: readonly string[];
  /** folded keys for GraphStore.lookup, best first; what they find counts only when it is of `kind` */
  keys: readonly string[];
}

const isDocumentKind = (kind: Kind): boolean => (documentKinds as readonly Kind[]).includes(kind);
const idOf = ([kind, local]: Reading): string => `${nodeSpecs[kind].prefix}/${local}`;
const distinct = (texts: readonly string[]): string[] =>
  [...new Set(texts)].filter((text) => text && text.length <= maximumReferenceLength);

/** Splits an id, also one in an address of this service, into its kind and the rest. */
function splitPrefix(text: string): { kind: Kind | null; rest: string } {
  const path = text.replace(/^https?:\/\/[^/]{1,100}\//i, '').replace(/^\//, '');
  const slash = path.indexOf('/');
  const prefix = slash > 0 && slash <= 20 ? foldKey(path.slice(0, slash)) : '';
  const kind = kinds.find((each) => nodeSpecs[each].prefix === prefix) ?? null;
  const rest = kind ? tidy(path.slice(slash + 1)) : '';
  return rest ? { kind, rest } : { kind: null, rest: text };
}

/** The words that make a bare number or code readable after the prefix of an id: sdg/9, session/24, sdg-target/9c. */
const wordBefore: Partial<Record<Kind, string>> = { SDG: 'sdg', SDG_TARGET: 'target', SESSION: 'session' };

/** The kinds whose ids hold a symbol: an act is a resolution, anything else may be any other document. */
const kindsOfSymbol = (symbol: string): readonly Kind[] =>
  /^[AE](?:\/(?:RES|DEC)\/| agreed)/.test(symbol) ? ['RESOLUTION'] : ['REPORT', 'OUTCOME_DOCUMENT', 'OTHER_DOCUMENT'];

/** Reads a reference in any form that a person types. Pure, linear in its length, never throws; nothing is read over 300 characters. */
export function parseReference(text: string): Reference {
  const plain = tidy(text);
  if (!plain) return { kind: null, ids: [], keys: [] };
  const { kind, rest } = splitPrefix(plain);
  const numbered = [rest, ...(kind && wordBefore[kind] ? [`${wordBefore[kind]} ${rest}`] : [])].flatMap(numberedReadings);
  const symbols = kind && !isDocumentKind(kind) ? [] : symbolReadings(rest);
  const documents = symbols.flatMap((symbol) => (kind ? [kind] : kindsOfSymbol(symbol)).map((each): Reading => [each, symbol]));
  const readings = [...numbered.filter(([each]) => !kind || each === kind), ...documents];
  const asWritten = kind && readings.length === 0 ? [`${nodeSpecs[kind].prefix}/${rest}`] : [];
  const numberedKeys = numbered.map(idOf).map(foldKey);
  const name = foldKey(rest);
  return {
    kind,
    ids: distinct([...readings.map(idOf), ...asWritten]),
    keys: distinct([
      ...numberedKeys,
      ...symbols.map(foldKey),
      ...symbols.flatMap(turned),
      name,
      name.startsWith('the-') ? name.slice(4) : name,
    ]),
  };
}

/** A double symbol with its halves the other way round, as some lists print it. */
function turned(symbol: string): string[] {
  const singles = singlesOf(symbol);
  return singles.length > 1 ? [foldKey(singles.reverse().join('-'))] : [];
}

/** The keys of the symbols that stand inside a text which is no reference as a whole: what "70/1 or so" may have meant, and the halves of a double symbol. */
export function keysInside(text: string): string[] {
  const plain = tidy(text);
  const { rest } = splitPrefix(plain);
  const pieces = rest.split(/[ ,;()]+/).slice(0, 40);
  const symbols = [rest, ...pieces.filter((piece) => piece.includes('/') && /\d/.test(piece))].flatMap(symbolReadings);
  return distinct([...symbols, ...symbols.flatMap(singlesOf)].map(foldKey));
}

/** By what a node is called, in folded keys: by all of its symbol or name, by half of a double symbol, or by an alternate name. */
export interface NodeKeys {
  whole: readonly string[];
  half: readonly string[];
  alias: readonly string[];
}

/** The names of a node that are its own, unfolded: its code, symbol, acronym, title and name, whichever its kind has. Contributions and asks have none. */
export function ownNames(node: NodeRecord): string[] {
  if (node.kind === 'CONTRIBUTION' || node.kind === 'ASK') return [];
  const values = nodeSpecs[node.kind].keys.flatMap((property) => (node[property] ?? []) as string | readonly string[]);
  return [...values.map(String), node.name];
}

/** The keys of a node by what they are; `nameKeys` is all of them. */
export function keysOfNode(node: NodeRecord): NodeKeys {
  const local = node.id.slice(node.id.indexOf('/') + 1);
  const document = isDocumentKind(node.kind);
  const symbol = document ? String(node.symbol ?? local) : '';
  const [printed = '', ...halves] = symbol && canonicalSymbol(symbol) ? symbolKeys(symbol) : [];
  const aliasSymbols = document ? node.alternateNames.filter((name) => canonicalSymbol(name)) : [];
  return {
    whole: distinct([...[node.id, local, ...ownNames(node)].map(foldKey), printed]),
    half: distinct(halves),
    alias: distinct([...node.alternateNames.map(foldKey), ...aliasSymbols.flatMap(symbolKeys)]),
  };
}

/**
 * All folded keys under which a node is found: its id with and without the prefix, its code, symbol (whole and halves), acronym, title, name and
 * alternate names. Keys over 300 characters are left out, since no reference is so long, and so are the summaries of contributions and asks.
 */
export function nameKeys(node: NodeRecord): string[] {
  const { whole, half, alias } = keysOfNode(node);
  return distinct([...whole, ...half, ...alias]);
}
