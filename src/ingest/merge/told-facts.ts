/** Asks and contributions: facts that are told in one paragraph, several of them in some, each a node with its links. */
import type { LinkRecord, NodeRecord } from '../../domain/records.js';
import type { LinkName } from '../../domain/vocabulary.js';
import type { DocumentReading, Unresolved } from '../facts.js';
import { extracted, linkRecord, nodeRecord } from './extracted.js';
import type { KnownNodes } from './known-nodes.js';
import { askSummary, contributionSummary } from './summaries.js';

/** A node that stands in one paragraph of one document, and all its links. */
export interface Told {
  node: NodeRecord;
  links: readonly LinkRecord[];
}

interface ToldFacts {
  told: Told[];
  unresolved: Unresolved[];
}

/** The paragraph as it stands in an id: `p19`, `p12(a)`, in an annex `annex1-p12`. */
export const placeInId = (paragraph: string, annex: string | null): string =>
  `${annex === null ? '' : `annex${numberOfAnnex(annex)}-`}p${paragraph.replaceAll(' ', '')}`;

/** "I" is 1; an annex that has another name, or none, keeps it. */
function numberOfAnnex(annex: string): string {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
  const digits = [...annex.toUpperCase()].map((letter) => values[letter] ?? Number.NaN);
  const total = digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
  return total > 0 && annex.length <= 8 ? String(total) : annex.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** Ids for facts by their places: `…/p19` where a place has one, `…/p19.1`, `…/p19.2` where it has several. */
function numbered(prefix: string, document: string, places: readonly string[]): string[] {
  const local = document.slice(document.indexOf('/') + 1);
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  const reached = new Map<string, number>();
  return places.map((place) => {
    reached.set(place, (reached.get(place) ?? 0) + 1);
    return `${prefix}/${local}/${place}${counts.get(place) === 1 ? '' : `.${reached.get(place)}`}`;
  });
}

const isYear = (year: number | null): year is number => year !== null && year >= 1945 && year <= 2100;

/** The asks of a document with ASKS, OF and DUE_AT. What the dataset lacks, such as a session that is to come, is told as unresolved. */
export function askRecords({ asks: read, document: facts }: DocumentReading, document: NodeRecord, known: KnownNodes): ToldFacts {
  // A draft asks nothing of anybody before it is adopted, and then the resolution asks it.
  const asks = facts.kind === 'DRAFT' ? [] : read;
  const unresolved: Unresolved[] = [];
  const ids = numbered(
    'ask',
    document.id,
    asks.map(({ paragraph, annex }) => placeInId(paragraph, annex)),
  );
  const inAct = facts.kind !== 'CONCEPT_NOTE' && facts.kind !== 'SECRETARY_GENERAL_REPORT';
  const told = asks.map((ask, at): Told => {
    const id = ids[at] as string;
    const { paragraph, annex } = ask;
    const where = annex !== null ? 'ANNEX' : inAct ? 'OPERATIVE' : 'BODY';
    const source = extracted(document.id, { paragraph, where, annex });
    const link = (name: LinkName, to: string, about: string): LinkRecord[] => {
      if (known.find(to)) return [linkRecord(name, id, to, source)];
      unresolved.push({ about, text: to, paragraph, reason: `the dataset has no ${to}: add it first` });
      return [];
    };
    const properties = {
      verb: ask.verb,
      summary: askSummary(ask, known),
      paragraph,
      addresseeClasses: [...new Set(ask.classes)],
      dueYear: isYear(ask.dueYear) ? ask.dueYear : null,
    };
    const links = [
      linkRecord('ASKS', document.id, id, source),
      ...[...new Set(ask.addressees)].flatMap((to) => link('OF', to, 'addressee')),
      ...(ask.dueAt === null ? [] : link('DUE_AT', ask.dueAt, 'due date')),
    ];
    return { node: nodeRecord('ASK', id, properties, source), links };
  });
  return { told, unresolved };
}

/**
 * The contributions of a report with MADE, DESCRIBED_IN, UNDER, IN and SUPPORTS. A paragraph that only names entities tells no contribution.
 */
export function contributionRecords({ contributions }: DocumentReading, document: NodeRecord, known: KnownNodes): ToldFacts {
  const unresolved: Unresolved[] = [];
  const made = contributions.filter(({ entities }) => entities.length > 0);
  const ids = numbered(
    'contribution',
    document.id,
    made.map(({ paragraph }) => placeInId(paragraph, null)),
  );
  const cycle = (known.find(document.id)?.cycle ?? document.cycle ?? null) as number | null;
  const told = made.flatMap((activity, at): Told[] => {
    const id = ids[at] as string;
    const { paragraph } = activity;
    const source = extracted(document.id, { paragraph, where: 'BODY' });
    const existing = (targets: readonly string[], about: string): string[] =>
      [...new Set(targets)].filter((target) => {
        if (known.find(target)) return true;
        unresolved.push({ about, text: target, paragraph, reason: `the dataset has no ${target}: add it first` });
        return false;
      });
    const makers = existing(activity.entities, 'contributor');
    if (makers.length === 0) return [];
    const tags: [LinkName, string[]][] = [
      ['UNDER', existing(activity.actionLines, 'action line')],
      ['IN', existing(activity.regions, 'region')],
      ['SUPPORTS', existing(activity.sdgs, 'goal')],
    ];
    const summary = contributionSummary({ ...activity, entities: makers }, known);
    const links = [
      ...makers.map((maker) => linkRecord('MADE', maker, id, source)),
      linkRecord('DESCRIBED_IN', id, document.id, source),
      ...tags.flatMap(([name, targets]) => targets.map((target) => linkRecord(name, id, target, source))),
    ];
    return [{ node: nodeRecord('CONTRIBUTION', id, { summary, cycle, paragraph }, source), links }];
  });
  return { told, unresolved };
}
