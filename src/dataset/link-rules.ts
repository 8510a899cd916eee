/** What links must be among each other and with their nodes: how many there may be, dates that fit, no circles. */
import { isAfter } from '../domain/date.js';
import { linkSpecs } from '../domain/graph.js';
import type { Kind, LinkName } from '../domain/vocabulary.js';
import type { LinkEntry } from './links.js';
import { type Problems, quoted } from './problems.js';
import { fileOf, type Register } from './register.js';

/** The links of each kind whose file was read in full. */
export type LinksByName = ReadonlyMap<LinkName, readonly LinkEntry[]>;

interface Obligation {
  kind: Kind;
  link: LinkName;
  /** the end of the link at which the node stands */
  end: 'from' | 'to';
  least: 0 | 1;
  most: number;
  rule: string;
}

const obligations: readonly Obligation[] = [
  {
    kind: 'CONTRIBUTION',
    link: 'MADE',
    end: 'to',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    rule: 'a contribution is MADE by at least one entity',
  },
  {
    kind: 'CONTRIBUTION',
    link: 'DESCRIBED_IN',
    end: 'from',
    least: 1,
    most: 1,
    rule: 'a contribution is DESCRIBED_IN exactly one document',
  },
  { kind: 'ASK', link: 'ASKS', end: 'to', least: 1, most: 1, rule: 'exactly one document ASKS an ask' },
  { kind: 'SDG_TARGET', link: 'PART_OF', end: 'from', least: 1, most: 1, rule: 'a target is PART_OF exactly one goal' },
  { kind: 'ACTION_LINE', link: 'PART_OF', end: 'from', least: 0, most: 1, rule: 'an action line is PART_OF one other at most' },
];

/** The lines of the links at each node, by the end at which it stands. */
function linesByNode(entries: readonly LinkEntry[], end: 'from' | 'to'): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const { record, line } of entries) {
    const before = lines.get(record[end]);
    if (before) before.push(line);
    else lines.set(record[end], [line]);
  }
  return lines;
}

/** Nodes that need links, or may not have more than one. Skipped for links whose file was not read in full. */
export function checkObligations(register: Register, links: LinksByName, problems: Problems): void {
  for (const { kind, link, end, least, most, rule } of obligations) {
    const entries = links.get(link);
    if (!entries) continue;
    const lines = linesByNode(entries, end);
    for (const entry of register.entries) {
      const { record, line } = entry;
      if (record.kind !== kind) continue;
      const found = lines.get(record.id) ?? [];
      const subLine = kind === 'ACTION_LINE' && String(record.code).includes('.');
      if (found.length >= (subLine ? 1 : least) && found.length <= most) continue;
      const told = found.length === 0 ? 'none stands' : `they stand at lines ${found.join(', ')}`;
      const expected = subLine ? 'a sub-line is PART_OF exactly one action line' : rule;
      problems.add(fileOf(entry), line, `${expected}; ${told} in ${linkSpecs[link].file}`, 'id');
    }
  }
}

/** A part stands with its own whole: C7.e-health under C7, 9.c under goal 9. */
export function checkParts(register: Register, links: LinksByName, problems: Problems): void {
  const { file } = linkSpecs.PART_OF;
  for (const { record, line } of links.get('PART_OF') ?? []) {
    const part = register.find(record.from)?.record;
    const whole = register.find(record.to)?.record;
    if (!part || !whole || part === whole) continue;
    const code = whole.kind === 'SDG' ? whole.number : whole.code;
    const fits = (part.kind === 'SDG_TARGET') === (whole.kind === 'SDG') && String(part.code).startsWith(`${code}.`);
    if (!fits)
      problems.add(
        file,
        line,
        `${quoted(record.from)} cannot be a part of ${quoted(record.to)}: its code does not begin with that one's`,
        'to',
      );
  }
}

/** The targets that an action line is said to advance exist, and belong to the goal of the link. */
export function checkTargets(register: Register, links: LinksByName, problems: Problems): void {
  const { file } = linkSpecs.ADVANCES;
  for (const { record, line } of links.get('ADVANCES') ?? []) {
    const goal = register.find(record.to)?.record;
    for (const code of record.targets as readonly string[]) {
      if (code === '') continue;
      register.checkReference(`sdg-target/${code}`, ['SDG_TARGET'], (message) => problems.add(file, line, message, 'targets'));
      if (goal && !code.startsWith(`${goal.number}.`))
        problems.add(file, line, `target ${quoted(code)} does not belong to SDG ${goal.number}`, 'targets');
    }
  }
}

/** A text cites what is there already: nothing younger than itself, as far as both dates are known. */
export function checkCitations(register: Register, links: LinksByName, problems: Problems): void {
  for (const { record, line } of links.get('CITES') ?? []) {
    const citing = register.find(record.from)?.record.date as string | null | undefined;
    const cited = register.find(record.to)?.record.date as string | null | undefined;
    if (!citing || !cited || !isAfter(cited, citing)) continue;
    const message = `${quoted(record.from)} of ${citing} cannot cite ${quoted(record.to)} of ${cited}, which is younger`;
    problems.add(linkSpecs.CITES.file, line, message, 'to');
  }
}
