/** Filters read into the conditions of the store port. */
import { words } from '../domain/text.js';
import { documentKinds, type Kind, type LinkName, type Method, tagLinks } from '../domain/vocabulary.js';
import { badInput } from '../errors.js';
import type { Condition } from '../store/graph-store.js';
import type { Context } from './context.js';
import type {
  ActionLineFilter,
  AskFilter,
  ContributionFilter,
  EntityFilter,
  EventFilter,
  IntRange,
  ReportFilter,
  ResolutionFilter,
  SdgFilter,
  SessionFilter,
} from './filters.js';
import { requireReferences } from './references.js';

type Given<T> = T | null | undefined;

/** Refuses a text that is too long to search for. */
export function checkText({ limits }: Context, argument: string, text: string): string {
  if (text.length <= limits.textLength) return text;
  throw badInput(`\`${argument}\` takes at most ${limits.textLength} characters, not ${text.length}. Search for fewer words.`, {
    argument,
  });
}

const property = (name: string, values: Given<readonly (string | number | boolean)[]>): Condition[] =>
  values ? [{ by: 'property', property: name, in: values }] : [];

const range = (name: string, given: Given<IntRange>): Condition[] =>
  given ? [{ by: 'range', property: name, from: given.from, to: given.to }] : [];

/** Years over a property that is a date: a date of any precision lies in its year. */
const years = (name: string, given: Given<IntRange>): Condition[] => {
  const end = (year: Given<number>, suffix: string) => (year === null || year === undefined ? null : `${year}${suffix}`);
  return given ? [{ by: 'range', property: name, from: end(given.from, ''), to: end(given.to, '~') }] : [];
};

const text = (context: Context, given: Given<string>): Condition[] =>
  given === null || given === undefined ? [] : [{ by: 'text', words: words(checkText(context, 'text', given)) }];

/** Reported by an entity with one of the values. */
const madeBy = (name: string, values: Given<readonly (string | boolean)[]>): Condition[] =>
  values ? [{ by: 'neighbour', link: 'MADE', direction: 'IN', property: name, in: values }] : [];

/** A condition on a link to one of the things referred to; all references of a filter are read together. */
async function link(
  context: Context,
  argument: string,
  references: Given<readonly string[]>,
  kinds: readonly Kind[],
  name: LinkName,
  direction: 'OUT' | 'IN',
  more: { withParts?: boolean; methods?: readonly Method[] } = {},
): Promise<Condition[]> {
  if (!references) return [];
  return [{ by: 'link', link: name, direction, ids: await requireReferences(context, argument, references, kinds), ...more }];
}

const all = async (...parts: (Condition[] | Promise<Condition[]>)[]): Promise<Condition[]> => (await Promise.all(parts)).flat();

/** Conditions of a filter of contributions. `tagged`: the question already asks about a tag, which carries the methods itself. */
export async function contributionConditions(context: Context, filter: Given<ContributionFilter>, tagged = false): Promise<Condition[]> {
  if (!filter) return [];
  const methods = filter.methods ? { methods: filter.methods } : {};
  const asksAboutTag = tagged || filter.actionLines || filter.regions || filter.sdgs;
  const anyTag: Condition[] =
    filter.methods && !asksAboutTag
      ? [{ by: 'any', of: tagLinks.map((name) => ({ by: 'link', link: name, direction: 'OUT', ...methods })) }]
      : [];
  const parts = filter.includeSubLines === false ? {} : { withParts: true };
  return all(
    link(context, 'entities', filter.entities, ['ENTITY'], 'MADE', 'IN'),
    link(context, 'actionLines', filter.actionLines, ['ACTION_LINE'], 'UNDER', 'OUT', { ...parts, ...methods }),
    link(context, 'regions', filter.regions, ['REGION'], 'IN', 'OUT', methods),
    link(context, 'sdgs', filter.sdgs, ['SDG'], 'SUPPORTS', 'OUT', methods),
    link(context, 'documents', filter.documents, documentKinds, 'DESCRIBED_IN', 'OUT'),
    range('cycle', filter.cycles),
    madeBy('category', filter.categories),
    madeBy('unSystem', filter.unSystem === null || filter.unSystem === undefined ? null : [filter.unSystem]),
    text(context, filter.text),
    anyTag,
  );
}

export async function askConditions(context: Context, filter: Given<AskFilter>): Promise<Condition[]> {
  return all(
    link(context, 'addressees', filter?.addressees, ['ENTITY'], 'OF', 'OUT'),
    link(context, 'documents', filter?.documents, documentKinds, 'ASKS', 'IN'),
    link(context, 'due', filter?.due, ['SESSION', 'EVENT'], 'DUE_AT', 'OUT'),
    property('verb', filter?.verbs),
    range('dueYear', filter?.dueYears),
    text(context, filter?.text),
  );
}

export async function entityConditions(context: Context, filter: Given<EntityFilter>): Promise<Condition[]> {
  return all(
    property('category', filter?.categories),
    filter?.unSystem === null || filter?.unSystem === undefined ? [] : property('unSystem', [filter.unSystem]),
    link(context, 'facilitates', filter?.facilitates, ['ACTION_LINE'], 'FACILITATES', 'OUT'),
    text(context, filter?.text),
  );
}

export async function actionLineConditions(context: Context, filter: Given<ActionLineFilter>): Promise<Condition[]> {
  const isSubLine: Condition = { by: 'link', link: 'PART_OF', direction: 'OUT' };
  const level: Condition[] = filter?.subLines ? [isSubLine] : filter?.subLines === false ? [{ by: 'not', all: [isSubLine] }] : [];
  return all(
    level,
    link(context, 'facilitators', filter?.facilitators, ['ENTITY'], 'FACILITATES', 'IN'),
    link(context, 'sdgs', filter?.sdgs, ['SDG'], 'ADVANCES', 'OUT'),
    text(context, filter?.text),
  );
}

export const sdgConditions = async (context: Context, filter: Given<SdgFilter>): Promise<Condition[]> =>
  all(link(context, 'actionLines', filter?.actionLines, ['ACTION_LINE'], 'ADVANCES', 'IN'), text(context, filter?.text));

export const resolutionConditions = (context: Context, filter: Given<ResolutionFilter>): Condition[] => [
  ...property('body', filter?.bodies),
  ...property('form', filter?.forms),
  ...property('family', filter?.families),
  ...property('citationsRead', filter?.citationsRead),
  ...years('date', filter?.years),
  ...text(context, filter?.text),
];

export const reportConditions = (context: Context, filter: Given<ReportFilter>): Condition[] => [
  ...property('series', filter?.series),
  ...property('contributorList', filter?.contributorList),
  ...range('cycle', filter?.cycles),
  ...text(context, filter?.text),
];

export const sessionConditions = (filter: Given<SessionFilter>): Condition[] => years('startDate', filter?.years);

export const eventConditions = (context: Context, filter: Given<EventFilter>): Condition[] => [
  ...property('type', filter?.types),
  ...years('startDate', filter?.years),
  ...text(context, filter?.text),
];
