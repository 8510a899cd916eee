/** The question that a cube answers, as it stands in the address and as the API takes it. */

export const dimensions = ['ENTITY', 'ACTION_LINE', 'SDG', 'REGION', 'ENTITY_CATEGORY', 'DOCUMENT', 'CYCLE'] as const;
export type Dimension = (typeof dimensions)[number];

export const measures = ['CONTRIBUTIONS', 'ENTITIES', 'DOCUMENTS'] as const;
export type Measure = (typeof measures)[number];

/** In the order of the API. */
export const categories = [
  'UN_SPECIALISED_AGENCY',
  'UN_PROGRAMME_OR_FUND',
  'UN_REGIONAL_COMMISSION',
  'UN_SECRETARIAT',
  'UN_RESEARCH_INSTITUTE',
  'UN_INTERGOVERNMENTAL_BODY',
  'UN_INTERAGENCY',
  'OTHER_UN',
  'INTERGOVERNMENTAL',
  'CIVIL_SOCIETY',
  'TECHNICAL_COMMUNITY',
  'BUSINESS',
  'MULTISTAKEHOLDER',
] as const;

export const methods = ['CURATED', 'EXTRACTED', 'INFERRED', 'UNVERIFIED'] as const;

/** The parts of a filter that are lists of things; each has its parameter of the same name in the address. */
export const thingParts = ['entities', 'actionLines', 'regions', 'sdgs', 'documents'] as const;
export type ThingPart = (typeof thingParts)[number];

/** All parts that are lists: of things, and of words of the API. */
export const listParts = [...thingParts, 'categories', 'methods'] as const;
export type ListPart = (typeof listParts)[number];

export interface Range {
  from?: number;
  to?: number;
}

/** The filter as the API takes it; what does not narrow is left out. */
export type Filter = Partial<Record<ListPart, readonly string[]>> & {
  cycles?: Range;
  unSystem?: boolean;
  text?: string;
  includeSubLines?: boolean;
};

export interface Question {
  rows: Dimension;
  columns: Dimension;
  measure: Measure;
  includeEmpty: boolean;
  filter: Filter;
}

/** Between the members of a list in the address, as in the lists of the dataset. */
const separator = '|';

type Parameters = Readonly<Record<string, string | undefined>>;

export interface Read {
  question: Question;
  /** what of the address could not be used, each as it stands there: told, and left out of the question */
  ignored: string[];
}

/** Reads the question of an address. What is missing takes its default; what cannot be used is told. */
export function readQuestion(parameters: Parameters): Read {
  const ignored: string[] = [];
  const ignore = (name: string, value: string) => {
    ignored.push(`${name}=${value}`);
    return undefined;
  };
  const oneOf = <T extends string>(name: string, all: readonly T[]): T | undefined => {
    const value = parameters[name];
    if (!value) return undefined;
    return all.find((known) => known === value) ?? ignore(name, value);
  };
  const flag = (name: string): boolean | undefined => {
    const value = oneOf(name, ['true', 'false']);
    return value === undefined ? undefined : value === 'true';
  };
  const rows = oneOf('rows', dimensions);
  let columns = oneOf('columns', dimensions);
  if (rows && rows === columns) columns = ignore('columns', columns);
  const filter: Filter = {};
  for (const part of listParts) {
    const given = [...new Set((parameters[part] ?? '').split(separator).map((value) => value.trim()))].filter(Boolean);
    const known: readonly string[] | null = part === 'categories' ? categories : part === 'methods' ? methods : null;
    for (const value of known ? given.filter((one) => !known.includes(one)) : []) ignore(part, value);
    const usable = known ? given.filter((value) => known.includes(value)) : given;
    if (usable.length > 0) filter[part] = usable;
  }
  const cycles = parameters.cycles ? (readRange(parameters.cycles) ?? ignore('cycles', parameters.cycles)) : undefined;
  if (cycles) filter.cycles = cycles;
  const unSystem = flag('unSystem');
  if (unSystem !== undefined) filter.unSystem = unSystem;
  const text = parameters.text?.trim();
  if (text) filter.text = text;
  if (flag('includeSubLines') === false) filter.includeSubLines = false;
  const question: Question = {
    rows: rows ?? firstBut(columns),
    columns: columns ?? (rows === 'ACTION_LINE' ? 'SDG' : 'ACTION_LINE'),
    measure: oneOf('measure', measures) ?? 'CONTRIBUTIONS',
    includeEmpty: flag('includeEmpty') ?? false,
    filter,
  };
  return { question, ignored };
}

const firstBut = (taken: Dimension | undefined): Dimension => (taken === 'ENTITY' ? 'ACTION_LINE' : 'ENTITY');

/** The parameters of a question; `undefined` for all that is as it would be anyway, so that addresses stay short. */
export function parametersOf({ rows, columns, measure, includeEmpty, filter }: Question): Parameters {
  return {
    rows,
    columns,
    measure: measure === 'CONTRIBUTIONS' ? undefined : measure,
    includeEmpty: includeEmpty ? 'true' : undefined,
    ...Object.fromEntries(listParts.map((part) => [part, filter[part]?.join(separator)])),
    cycles: filter.cycles && writeRange(filter.cycles),
    unSystem: filter.unSystem === undefined ? undefined : String(filter.unSystem),
    text: filter.text,
    includeSubLines: filter.includeSubLines === false ? 'false' : undefined,
  };
}

/** "2010..2020", "2010..", "..2020", or "2020" alone; nothing where it is no such range. */
export function readRange(text: string): Range | undefined {
  const found = /^\s*(\d{4})?\s*(\.\.)?\s*(\d{4})?\s*$/.exec(text);
  if (!found) return undefined;
  const [, from, dots, to] = found;
  if (!dots) return from && !to ? { from: Number(from), to: Number(from) } : undefined;
  if (!from && !to) return undefined;
  return { ...(from && { from: Number(from) }), ...(to && { to: Number(to) }) };
}

export function writeRange({ from, to }: Range): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  return from === to ? String(from) : `${from ?? ''}..${to ?? ''}`;
}

/** The question with another axis; where it meets the other one, the two change places. */
export function withAxis(question: Question, axis: 'rows' | 'columns', dimension: Dimension): Question {
  const other = axis === 'rows' ? 'columns' : 'rows';
  const given = { ...question, [axis]: dimension };
  return question[other] === dimension ? { ...given, [other]: question[axis] } : given;
}

export const swapped = (question: Question): Question => ({ ...question, rows: question.columns, columns: question.rows });

/** The question with one part of its filter changed; an empty list, text or range takes the part away. */
export function withFilter<Part extends keyof Filter>(question: Question, part: Part, value: Filter[Part] | undefined): Question {
  const { [part]: _, ...rest } = question.filter;
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return { ...question, filter: isEmpty ? rest : { ...rest, [part]: value } };
}

export function withMember(question: Question, part: ListPart, value: string): Question {
  const now = question.filter[part] ?? [];
  return now.includes(value) ? question : withFilter(question, part, [...now, value]);
}

export const withoutMember = (question: Question, part: ListPart, value: string): Question =>
  withFilter(
    question,
    part,
    question.filter[part]?.filter((one) => one !== value),
  );

/** Whether anything is narrowed; that sub-lines stand for themselves narrows nothing. */
export const isNarrowed = ({ filter }: Question): boolean => Object.keys(filter).some((part) => part !== 'includeSubLines');

/** The variables with which the API is asked. */
export const variablesOf = ({ rows, columns, measure, includeEmpty, filter }: Question) => ({
  rows,
  columns,
  measure,
  includeEmpty,
  filter,
});
