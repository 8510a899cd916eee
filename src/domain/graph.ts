/** The one table of the graph: every kind of node and link, its properties and its file. Reader, validator, stores and constraints follow it. */
import { naturalKey, newestFirst, sortKey } from './text.js';
import {
  AskVerb,
  Body,
  CitationVerb,
  EntityCategory,
  EventType,
  FacilitatorRole,
  type Kind,
  type LinkName,
  otherDocumentTypes,
  Reading,
  ReportSeries,
  ResolutionFamily,
  ResolutionForm,
} from './vocabulary.js';

/** How the text of a CSV cell is read. `date` is ISO 8601 with reduced precision; `symbol` must parse as a document symbol. */
export type PropertyType = 'string' | 'integer' | 'boolean' | 'date' | 'iri' | 'symbol';

export interface PropertySpec {
  type: PropertyType;
  required?: true;
  /** several values, separated by | in the cell */
  list?: true;
  /** the only values allowed */
  values?: readonly string[];
  /** for a number: the least and the greatest value allowed */
  range?: readonly [number, number];
}

type Row = Record<string, unknown>;

export interface NodeSpec {
  /** label of the node in Neo4j */
  label: string;
  /** what stands before the slash in its id */
  prefix: string;
  /** its file in the dataset */
  file: string;
  /** the properties of its own; id, alternateNames, sameAs and the evidence columns stand in every file */
  properties: Readonly<Record<string, PropertySpec>>;
  /** the one label to show, from its properties */
  nameOf: (row: Row) => string;
  /** its key in the default order, which ends in the id */
  sortKey: (row: Row) => string;
  /** the property whose words `filter.text` looks for */
  textProperty: string;
  /** the properties that are names of it, beside name and alternateNames */
  keys: readonly string[];
}

export interface LinkSpec {
  file: string;
  from: readonly Kind[];
  to: readonly Kind[];
  properties: Readonly<Record<string, PropertySpec>>;
  /** the properties that belong to its identity beside from and to */
  identity: readonly string[];
  /** the reading of it in a sentence */
  meaning: string;
}

const text = (row: Row, property: string): string => (row[property] as string | null | undefined) ?? '';
const string = { type: 'string' } as const;
const required = { type: 'string', required: true } as const;
const list = { type: 'string', list: true } as const;
const date = { type: 'date' } as const;
const year = { type: 'integer', range: [1945, 2100] } as const;
const oneOf = (values: object) => ({ type: 'string', required: true, values: Object.values(values) }) as const;

const documentProperties = {
  symbol: { type: 'symbol' },
  title: string,
  date,
  url: { type: 'iri' },
  citationsRead: oneOf(Reading),
} as const;
const documentName = (row: Row) => [text(row, 'symbol'), text(row, 'title')].filter(Boolean).join(' ');
const documentKey = (row: Row) => `${newestFirst(row.date as string | null)} ${naturalKey(text(row, 'id'))}`;
const document = { nameOf: documentName, sortKey: documentKey, textProperty: 'title', keys: ['symbol', 'title'] };

/** Every kind of node. To add one: a row here, a class beside, a CSV in seed/. */
export const nodeSpecs: Readonly<Record<Kind, NodeSpec>> = {
  ACTION_LINE: {
    label: 'ActionLine',
    prefix: 'action-line',
    file: 'action-lines.csv',
    properties: { code: required, title: required, keywords: list },
    nameOf: (row) => `${text(row, 'code')} ${text(row, 'title')}`,
    sortKey: (row) => naturalKey(text(row, 'code')),
    textProperty: 'title',
    keys: ['code', 'title'],
  },
  SDG: {
    label: 'Sdg',
    prefix: 'sdg',
    file: 'sdgs.csv',
    properties: { number: { type: 'integer', required: true, range: [1, 17] }, title: required },
    nameOf: (row) => `SDG ${row.number} ${text(row, 'title')}`,
    sortKey: (row) => naturalKey(String(row.number)),
    textProperty: 'title',
    keys: ['title'],
  },
  SDG_TARGET: {
    label: 'SdgTarget',
    prefix: 'sdg-target',
    file: 'sdg-targets.csv',
    properties: { code: required, title: required },
    nameOf: (row) => `${text(row, 'code')} ${text(row, 'title')}`,
    sortKey: (row) => naturalKey(text(row, 'code')),
    textProperty: 'title',
    keys: ['code'],
  },
  REGION: {
    label: 'Region',
    prefix: 'region',
    file: 'regions.csv',
    properties: { name: required, m49: list },
    nameOf: (row) => text(row, 'name'),
    sortKey: (row) => sortKey(text(row, 'name')),
    textProperty: 'name',
    keys: [],
  },
  ENTITY: {
    label: 'Entity',
    prefix: 'entity',
    file: 'entities.csv',
    properties: {
      name: required,
      acronym: string,
      category: oneOf(EntityCategory),
      unSystem: { type: 'boolean', required: true },
      homepage: { type: 'iri' },
    },
    nameOf: (row) => text(row, 'name'),
    sortKey: (row) => sortKey(text(row, 'acronym') || text(row, 'name')),
    textProperty: 'name',
    keys: ['acronym'],
  },
  RESOLUTION: {
    label: 'Resolution',
    prefix: 'resolution',
    file: 'resolutions.csv',
    properties: {
      ...documentProperties,
      symbol: { type: 'symbol', required: true },
      body: oneOf(Body),
      form: oneOf(ResolutionForm),
      family: oneOf(ResolutionFamily),
      asksRead: oneOf(Reading),
    },
    ...document,
  },
  REPORT: {
    label: 'Report',
    prefix: 'report',
    file: 'reports.csv',
    properties: {
      ...documentProperties,
      symbol: { type: 'symbol', required: true },
      series: oneOf(ReportSeries),
      cycle: year,
      cycleFrom: year,
      contributorList: oneOf(Reading),
      contributorCount: { type: 'integer', range: [0, 1000] },
      ecosocSession: string,
      agendaItems: string,
      jobNumber: string,
    },
    ...document,
  },
  OUTCOME_DOCUMENT: {
    label: 'OutcomeDocument',
    prefix: 'outcome-document',
    file: 'outcome-documents.csv',
    properties: { ...documentProperties, title: required, year: { ...year, required: true } },
    ...document,
  },
  OTHER_DOCUMENT: {
    label: 'OtherDocument',
    prefix: 'other-document',
    file: 'other-documents.csv',
    properties: { ...documentProperties, type: oneOf(otherDocumentTypes) },
    ...document,
  },
  SESSION: {
    label: 'Session',
    prefix: 'session',
    file: 'sessions.csv',
    properties: {
      number: { type: 'integer', required: true, range: [1, 200] },
      startDate: date,
      endDate: date,
      place: string,
      themes: list,
      chair: string,
    },
    nameOf: (row) => `CSTD session ${row.number}${row.startDate ? ` (${text(row, 'startDate').slice(0, 4)})` : ''}`,
    sortKey: (row) => String(100000 - Number(row.number)),
    textProperty: 'name',
    keys: [],
  },
  EVENT: {
    label: 'Event',
    prefix: 'event',
    file: 'events.csv',
    properties: { name: required, type: oneOf(EventType), startDate: date, endDate: date, place: string, theme: string },
    nameOf: (row) => text(row, 'name'),
    sortKey: (row) => text(row, 'startDate') || '~',
    textProperty: 'name',
    keys: [],
  },
  CONTRIBUTION: {
    label: 'Contribution',
    prefix: 'contribution',
    file: 'contributions.csv',
    properties: { summary: required, cycle: year, paragraph: string },
    nameOf: (row) => text(row, 'summary'),
    sortKey: (row) => `${newestFirst(row.cycle ? String(row.cycle) : null)} ${naturalKey(text(row, 'id'))}`,
    textProperty: 'summary',
    keys: [],
  },
  ASK: {
    label: 'Ask',
    prefix: 'ask',
    file: 'asks.csv',
    properties: { verb: oneOf(AskVerb), summary: required, paragraph: required, addresseeClasses: list, dueYear: year },
    nameOf: (row) => text(row, 'summary'),
    sortKey: (row) => naturalKey(text(row, 'id')),
    textProperty: 'summary',
    keys: [],
  },
};

const documents = ['RESOLUTION', 'REPORT', 'OUTCOME_DOCUMENT', 'OTHER_DOCUMENT'] as const;
const link = (
  name: string,
  from: readonly Kind[],
  to: readonly Kind[],
  meaning: string,
  properties: Readonly<Record<string, PropertySpec>> = {},
  identity: readonly string[] = [],
): LinkSpec => ({ file: `links/${name}.csv`, from, to, meaning, properties, identity });

/** Every kind of link. */
export const linkSpecs: Readonly<Record<LinkName, LinkSpec>> = {
  PART_OF: link('part-of', ['ACTION_LINE', 'SDG_TARGET'], ['ACTION_LINE', 'SDG'], 'is a part of'),
  FACILITATES: link('facilitates', ['ENTITY'], ['ACTION_LINE'], 'facilitates', {
    role: oneOf(FacilitatorRole),
    attestedFrom: year,
    attestedTo: year,
  }),
  INDICATED_FOR: link('indicated-for', ['ENTITY'], ['ACTION_LINE'], 'is named in the indicative list of 2005 for'),
  ADVANCES: link('advances', ['ACTION_LINE'], ['SDG'], 'is said by the WSIS–SDG Matrix to advance', { targets: list, edition: string }),
  SERVES: link('serves', ['ENTITY'], ['REGION'], 'is the regional commission of'),
  MEMBER_OF: link('member-of', ['ENTITY'], ['ENTITY'], 'is a member of'),
  CONTRIBUTED_TO: link('contributed-to', ['ENTITY'], ['REPORT'], 'gave an input to'),
  INPUT_TO: link('input-to', ['OTHER_DOCUMENT'], ['REPORT', 'OTHER_DOCUMENT'], 'was written as an input to'),
  MADE: link('made', ['ENTITY'], ['CONTRIBUTION'], 'reported having done'),
  UNDER: link('under', ['CONTRIBUTION'], ['ACTION_LINE'], 'falls under'),
  IN: link('in', ['CONTRIBUTION'], ['REGION'], 'took place in'),
  SUPPORTS: link('supports', ['CONTRIBUTION'], ['SDG'], 'supports'),
  DESCRIBED_IN: link('described-in', ['CONTRIBUTION'], documents, 'is described in'),
  CITES: link('cites', documents, documents, 'cites', { verb: oneOf(CitationVerb) }, ['verb']),
  MANDATES: link('mandates', ['RESOLUTION'], ['REPORT', 'RESOLUTION', 'OUTCOME_DOCUMENT', 'SESSION', 'EVENT'], 'mandates'),
  REVIEWED: link('reviewed', ['SESSION'], documents, 'had before it'),
  RECOMMENDED: link('recommended', ['SESSION'], ['RESOLUTION'], 'recommended for adoption'),
  ISSUED: link('issued', ['SESSION', 'EVENT'], documents, 'issued'),
  DRAFT_OF: link('draft-of', ['OTHER_DOCUMENT'], ['RESOLUTION'], 'is a draft of'),
  ASKS: link('asks', documents, ['ASK'], 'asks'),
  OF: link('of', ['ASK'], ['ENTITY'], 'is asked of'),
  DUE_AT: link('due-at', ['ASK'], ['SESSION', 'EVENT'], 'is due at'),
};

export const kinds = Object.keys(nodeSpecs) as Kind[];
export const linkNames = Object.keys(linkSpecs) as LinkName[];

/** The kind that an id belongs to by what stands before its first slash, or null. */
export function kindOfId(id: string): Kind | null {
  const prefix = id.slice(0, Math.max(0, id.indexOf('/')));
  return kinds.find((kind) => nodeSpecs[kind].prefix === prefix) ?? null;
}

/** The name of a property as the head of a CSV column: adoptedOn is adopted_on. */
export const columnOf = (property: string): string => property.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** The evidence columns, the same in every file, in this order. */
export const evidenceColumns = [
  'evidence_document',
  'evidence_paragraph',
  'evidence_where',
  'evidence_footnote',
  'evidence_language',
  'method',
  'rule',
  'confidence',
  'source_title',
  'source_url',
  'note',
] as const;

/** The head of a node's file, in order. */
export const nodeColumns = (kind: Kind): string[] => [
  'id',
  ...Object.keys(nodeSpecs[kind].properties).map(columnOf),
  'alternate_names',
  'same_as',
  ...evidenceColumns,
];

/** The head of a link's file, in order. */
export const linkColumns = (name: LinkName): string[] => [
  'from',
  'to',
  ...Object.keys(linkSpecs[name].properties).map(columnOf),
  ...evidenceColumns,
];
