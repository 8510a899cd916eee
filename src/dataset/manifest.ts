/** dataset.json: the version, licence, sources and rules of a dataset as a whole. */
import type { DatasetSource, InferenceRule } from '../domain/records.js';
import { isAddress } from './cells.js';
import { manifestFile } from './files.js';
import { JsonFault, type Located, type Member, parseJson } from './json.js';
import { type Problems, quoted } from './problems.js';

/** What dataset.json says. */
export interface Manifest {
  /** the calendar version, such as 2026.11 */
  version: string;
  licence: string;
  sources: readonly DatasetSource[];
  /** the rules of its INFERRED facts */
  rules: readonly InferenceRule[];
}

/** The greatest size of dataset.json in bytes. */
export const greatestManifestSize = 1024 * 1024;
const greatestDepth = 8;

type Keys = Readonly<Record<string, 'required' | 'optional'>>;
type Place = Pick<Located, 'line' | 'column'>;
type Report = (message: string, place: Place) => void;

/** The members of an object with the given keys; unknown and missing ones are reported. */
function membersOf(located: Located, keys: Keys, what: string, report: Report): ReadonlyMap<string, Member> {
  if (!(located.value instanceof Map)) {
    report(`${what} must be an object with the keys ${Object.keys(keys).join(', ')}`, located);
    return new Map();
  }
  const members = located.value as ReadonlyMap<string, Member>;
  for (const [key, { keyLine, keyColumn }] of members) {
    const known = `the keys of ${what} are ${Object.keys(keys).join(', ')}`;
    if (!Object.hasOwn(keys, key)) report(`the key ${quoted(key)} is unknown; ${known}`, { line: keyLine, column: keyColumn });
  }
  for (const [key, need] of Object.entries(keys)) {
    if (need === 'required' && !members.has(key)) report(`${what} lacks the key ${quoted(key)}`, located);
  }
  return members;
}

/** null and "" both say that it is not known, as an empty cell does. */
function optionalString(members: ReadonlyMap<string, Member>, key: string, report: Report): string | null {
  const member = members.get(key);
  if (!member || member.value === null || member.value === '') return null;
  if (typeof member.value === 'string') return member.value;
  report(`${key} must be a text`, member);
  return null;
}

function requiredString(members: ReadonlyMap<string, Member>, key: string, report: Report): string {
  const member = members.get(key);
  if (typeof member?.value === 'string' && member.value.trim() !== '') return member.value;
  if (member) report(`${key} must be a text that is not empty`, member);
  return '';
}

function readSource(located: Located, report: Report): DatasetSource {
  const members = membersOf(located, { title: 'required', url: 'optional', licence: 'optional' }, 'a source', report);
  const title = requiredString(members, 'title', report);
  const url = optionalString(members, 'url', report);
  if (url !== null && !isAddress(url)) report(`${quoted(url)} is not an absolute http or https address`, members.get('url') as Member);
  return { title, url, licence: optionalString(members, 'licence', report) };
}

function readRule(located: Located, report: Report): InferenceRule {
  const members = membersOf(located, { name: 'required', meaning: 'required' }, 'a rule', report);
  return { name: requiredString(members, 'name', report), meaning: requiredString(members, 'meaning', report) };
}

/** The items of a list; a key that is left out is an empty one. */
function itemsOf(members: ReadonlyMap<string, Member>, key: string, report: Report): readonly Located[] {
  const member = members.get(key);
  if (member && !Array.isArray(member.value)) report(`${key} must be a list`, member);
  return member && Array.isArray(member.value) ? (member.value as readonly Located[]) : [];
}

/** Reads the text of dataset.json; null when it is not JSON at all, else what could be read of it. */
export function readManifest(text: string, problems: Problems): Manifest | null {
  const report: Report = (message, { line, column }) => problems.add(manifestFile, line, message, String(column));
  let root: Located;
  try {
    root = parseJson(text, greatestDepth);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    report(error.message, error);
    return null;
  }
  const members = membersOf(
    root,
    { version: 'required', licence: 'required', sources: 'required', rules: 'optional' },
    manifestFile,
    report,
  );
  const version = requiredString(members, 'version', report);
  if (version !== '' && !/^\d{4}\.\d{2}(\.\d+)?$/.test(version)) {
    report(`${quoted(version)} is not a calendar version such as 2026.11 or 2026.11.2`, members.get('version') as Member);
  }
  const licence = requiredString(members, 'licence', report);
  const sources = itemsOf(members, 'sources', report).map((source) => readSource(source, report));
  const rules = itemsOf(members, 'rules', report).map((rule) => readRule(rule, report));
  return { version, licence, sources, rules };
}
