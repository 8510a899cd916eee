/**
 * The store port: everything that the API asks of a graph, in few, batched methods over plain records.
 *
 * Rules that hold for every method and both adapters:
 * - Answers stand in the order of the keys asked; a key asked twice is answered twice; an unknown key gives null or an empty page.
 * - Order is always total: the keys of the order (see `Order`), nulls last in either direction, then the id ascending. Strings compare as `<` does (sort keys and ids are such that code points give the same order); false before true.
 * - A page holds at most `page.limit` rows between `page.after` and `page.before`, neither included; `total` is counted only when `page.total` is set.
 *   A position is a place in the order, not a row: it holds also when its row is gone.
 * - An empty list of values, ids, methods or alternatives matches nothing; an empty list of conditions holds. Values compare without conversion: 5 is not "5".
 * - Only `nodes`, `lookup` and `export` give nodes with their sources; elsewhere these may be left out where that saves work: they are seldom asked for.
 * - Nothing is guessed: ids are exact and complete (`report/A/76/64-E/2021/11`); references are resolved above the port.
 * - A method answers from one version of the graph. An unreachable store throws PublicError UNAVAILABLE; one that takes too long, TIMEOUT.
 */
import type { Position } from '../domain/page.js';
import type { Dataset, DatasetSource, InferenceRule, LinkRecord, LinkSummary, NodeRecord, NodeSummary } from '../domain/records.js';
import type { Kind, LinkName, Method, Reading, TagLink } from '../domain/vocabulary.js';

export type { Position };

/** OUT follows a link from its subject to its object (a resolution to what it cites), IN the other way. */
export type Direction = 'OUT' | 'IN';

/** One condition on a node; a list of them must hold together. */
export type Condition =
  /** the property (or one of its list) is one of the values */
  | { by: 'property'; property: string; in: readonly (string | number | boolean)[] }
  /** the property lies in the closed range; null never does, nor does a value of another type than a bound. Strings compare as strings, so ISO dates work */
  | { by: 'range'; property: string; from?: number | string | null; to?: number | string | null }
  /** a link of this name to one of `ids` (any node when left out), carrying one of `methods` when given on any of its evidence */
  | LinkCondition
  /** the property (or one of its list) of a neighbour by this link is one of the values */
  | { by: 'neighbour'; link: LinkName; direction: Direction; property: string; in: readonly (string | boolean)[] }
  /** every word (folded, whole, as `words` of text.ts splits) occurs in the text property of its kind */
  | { by: 'text'; words: readonly string[] }
  /** one of the conditions holds */
  | { by: 'any'; of: readonly Condition[] }
  /** not all of the conditions hold */
  | { by: 'not'; all: readonly Condition[] };

export interface LinkCondition {
  by: 'link';
  link: LinkName;
  direction: Direction;
  ids?: readonly string[];
  /** ids stand also for everything that is PART_OF them, at any depth: C7 for its sub-lines */
  withParts?: boolean;
  methods?: readonly Method[];
}

/** One key of an order: `DEFAULT` is the stored sort key of the kind (nodeSpecs.sortKey), anything else a property of it (a list counts as null). */
export interface Order {
  by: 'DEFAULT' | string;
  descending?: boolean;
}

export interface PageRequest {
  /** rows wanted, at least 1; left out: all of them, only for relations that are small by nature */
  limit?: number;
  after?: Position | null;
  before?: Position | null;
  /** the last rows before `before` rather than the first after `after`; they still come in order */
  fromEnd?: boolean;
  total?: boolean;
}

/** A relation with which the nodes of a page are wanted: one that is small by nature, so that all of it comes. */
export interface Inclusion {
  link: LinkName;
  direction: Direction;
  /** whether its links are wanted, with what they carry, rather than the nodes alone */
  links: boolean;
}

/** What an inclusion leads to, in the default order of the other ends: each end once, or with links the end of each link. */
export interface Included {
  nodes: readonly NodeSummary[];
  /** the link to each of `nodes`; null where links were not wanted */
  links: readonly LinkRecord[] | null;
}

export interface Page<T> {
  rows: readonly Row<T>[];
  /** all rows without regard to the page, when asked */
  total: number | null;
  /** more rows follow up to `before`, or `before` was given: the row that it was taken from counts as there */
  hasNext: boolean;
  /** more rows precede down to `after` (seen only with `fromEnd`), or `after` was given */
  hasPrevious: boolean;
}

/**
 * A row and its place: the values for the keys of its order and an id.
 * A node: its own id. A neighbour: [sort key] or with TEXT [textOrder of the first evidence, sort key], and id, from, to and identity of the link joined by U+0000.
 * A reporter: [0 with stated tags or 1 without, minus the count, sort key] and the id of the entity.
 */
export interface Row<T> {
  value: T;
  position: Position;
  /** for each inclusion of the query what it leads to; left out where the query has none */
  included?: readonly Included[];
}

export interface FindQuery {
  kinds: readonly Kind[];
  where: readonly Condition[];
  /** DEFAULT when left out or empty */
  order?: readonly Order[];
  page: PageRequest;
  /** what each row comes with, so that nobody asks for it row by row; each relation once */
  including?: readonly Inclusion[];
}

export interface NeighboursQuery {
  link: LinkName;
  direction: Direction;
  /** only links whose property has one of the values, such as the verbs of CITES */
  where?: { property: string; in: readonly string[] };
  /** also the links of everything that is PART_OF the node; one row for each link */
  withParts?: boolean;
  /** NODE: by the default order of the neighbour; TEXT: by the place of the first evidence in the text, then as NODE */
  order: 'NODE' | 'TEXT';
  page: PageRequest;
}

/** One relation of one node. */
export interface Relation {
  id: string;
  link: LinkName;
  direction: Direction;
}

export interface Neighbour {
  node: NodeSummary;
  link: LinkRecord;
}

/** An axis of a cube or a facet: a property, or the neighbours by a link, or a property of those neighbours. Keys are text (2020 is "2020"); null is no key, a list is several. */
export type Axis =
  | { by: 'property'; property: string }
  | {
      by: 'link';
      link: LinkName;
      direction: Direction;
      /** a property of the neighbour rather than its id */
      property?: string;
      /** a row counts also under everything that its neighbour is PART_OF */
      rollUp?: boolean;
      /** only links carrying one of the methods */
      methods?: readonly Method[];
    };

/** What is counted in a cell: the distinct rows themselves, or their distinct neighbours by a link. */
export type MeasureOf = 'ROWS' | { link: LinkName; direction: Direction };

export interface CubeQuery {
  kind: Kind;
  where: readonly Condition[];
  rows: Axis;
  columns: Axis;
  measure: MeasureOf;
}

export interface CubeCounts {
  /** cells with at least one row (so a measure of neighbours may be 0), by row key, then column key */
  cells: readonly { row: string; column: string; value: number }[];
  /** the measure over all matching rows on this key, also those without a key on the other axis; by key */
  rows: readonly { key: string; total: number }[];
  columns: readonly { key: string; total: number }[];
  /** the measure over everything that matches, whether on an axis or not */
  total: number;
  /** matching rows (not the measure) without a key on one axis or both */
  untagged: number;
}

export interface FacetsQuery {
  kinds: readonly Kind[];
  where: readonly Condition[];
  axes: readonly Axis[];
  limit: number;
}

export interface Facet {
  /** by count, greatest first, then key */
  values: readonly { key: string; count: number }[];
  /** matching rows without a key on this axis */
  missing: number;
}

export interface ReportersQuery {
  /** how the contributions hang on the parent */
  link: TagLink;
  withParts: boolean;
  where: readonly Condition[];
  /** only tags carrying one of the methods */
  methods?: readonly Method[];
  page: PageRequest;
}

/** An entity that reported on a parent: with how many contributions, and how they are tagged. */
export interface Reporter {
  node: NodeSummary;
  contributionCount: number;
  /** contributions with at least one tag on the parent that the text states: CURATED or EXTRACTED on any of its evidence. Tags that `methods` leaves out are not looked at */
  statedCount: number;
  /** contributions whose tags on the parent are INFERRED by all of their evidence */
  inferredCount: number;
  /** the cycles of those contributions, ascending; none where none is known */
  cycles: readonly number[];
  /** up to 10 of its contributions, in their default order, each with its tag link on the parent (the first by target order) */
  samples: readonly { contribution: string; link: LinkRecord }[];
}

export type LineageDirection = 'ANCESTORS' | 'DESCENDANTS' | 'BOTH';

export interface LineageQuery {
  id: string;
  direction: LineageDirection;
  /** only citations by these verbs; all when left out */
  verbs?: readonly string[];
  maxDepth: number;
  limit: number;
  /** whether the citations are wanted with their evidence; so they are when left out */
  evidence?: boolean;
}

export interface LineageGraph {
  /** nearest first, then in the default order; the root is not among them. With BOTH, depth is the lesser of the two. Sources may be left out, as in `related` */
  nodes: readonly { node: NodeSummary; depth: number }[];
  /**
   * every matching citation between any two of the root and the nodes given, by from, then in the order of the text, then to and verb; where that saves
   * work without the evidence that is not wanted, but with the `where` and `paragraph` of its first piece
   */
  links: readonly LinkSummary[];
  /** more nodes were within reach than `limit` */
  truncated: boolean;
}

export interface Trail {
  /** from first to last, each citing the next; no node twice. Sources may be left out, as in `related` */
  nodes: readonly NodeSummary[];
  /** one for each step: the first citation in the order of the text, then by verb */
  links: readonly LinkRecord[];
}

export interface SearchCandidate {
  id: string;
  kind: Kind;
  name: string;
  /** everything that it may be called by, unfolded: codes, symbols, acronyms, titles, alternate names */
  names: readonly string[];
}

export interface StoreInfo {
  store: 'memory' | 'neo4j';
  datasetVersion: string;
  licence: string;
  sources: readonly DatasetSource[];
  rules: readonly InferenceRule[];
  counts: readonly { kind: Kind; count: number }[];
  linkCounts: readonly { link: LinkName; count: number }[];
  /** documents of all kinds by how far they were read for citations */
  documentsRead: Readonly<Record<Reading, number>>;
  /** links UNDER, IN and SUPPORTS by the method of their first evidence */
  tagMethods: Readonly<Record<Method, number>>;
  /** nodes and links with evidence, all of it UNVERIFIED */
  unverifiedFacts: number;
}

export interface GraphStore {
  /** Dataset version of the newest answer; of the graph in hand for an embedded store. */
  readonly datasetVersion: string;

  /**
   * A view that answers everything from one version of the graph, that of its first answer, so that a request never mixes two.
   * Closing it abandons what it still runs, and nothing else.
   */
  snapshot(): GraphStore;

  /** What is in the store. */
  info(): Promise<StoreInfo>;

  /** One record or null for each id. */
  nodes(ids: readonly string[]): Promise<(NodeRecord | null)[]>;

  /** For each key folded by `foldKey` of reference.ts, the nodes that are called so (id, code, symbol, acronym, title, name, alternate name), in order of kind, then id. */
  lookup(keys: readonly string[]): Promise<NodeRecord[][]>;

  /**
   * A page of nodes for each scope: `query.where` and the scope's own conditions together.
   * All scopes have the same conditions with other values, so that an adapter can send one statement. A list at the root has one empty scope.
   */
  find(query: FindQuery, scopes: readonly (readonly Condition[])[]): Promise<Page<NodeSummary>[]>;

  /** A page of links with the node at their other end, for each id. */
  neighbours(query: NeighboursQuery, ids: readonly string[]): Promise<Page<Neighbour>[]>;

  /** For each relation all nodes at its other ends, each once and in the default order, without the links. For relations that are small by nature. */
  related(relations: readonly Relation[]): Promise<NodeSummary[][]>;

  /** A page of reporting entities for each parent: those with stated tags first, then by count of contributions, then by default order. */
  reporters(query: ReportersQuery, parents: readonly string[]): Promise<Page<Reporter>[]>;

  /** Counts over two axes. A row that stands on several keys counts once in each; totals count distinct rows. */
  cube(query: CubeQuery): Promise<CubeCounts>;

  /** For each scope (as in `find`) and each axis, how many matching rows stand under each of its keys, the `limit` greatest. */
  facets(query: FacetsQuery, scopes: readonly (readonly Condition[])[]): Promise<Facet[][]>;

  /** What the root rests on or what rests on it, by breadth; null when the root is not a document. Cycles end the walk, never trap it. */
  lineage(query: LineageQuery): Promise<LineageGraph | null>;

  /** Chains of citations from one document to another, shortest first, then by the default order of their nodes in turn; at most `limit`, of at most `maxLength` steps; none from a document to itself. TIMEOUT when too many ways end nowhere. */
  paths(query: { from: string; to: string; maxLength: number; limit: number }): Promise<Trail[]>;

  /** Documents that all of `ids` rest on within `maxDepth` citations: by the greatest of their depths, then the sum, then default order. None rests on itself, so none of `ids` is among them. */
  commonAncestors(query: { ids: readonly string[]; maxDepth: number; limit: number }): Promise<NodeSummary[]>;

  /**
   * Nodes of the kinds in which every query word (ALL), or at least one (ANY), begins a word of one of their names (see names.ts), by kind, then id. Words are folded; no words find nothing. Ranking is done above the port (rank.ts).
   */
  candidates(query: { words: readonly string[]; match: 'ALL' | 'ANY'; kinds: readonly Kind[] }): Promise<SearchCandidate[]>;

  /** Everything, nodes by kind and id, then links by name, from, to and verb. */
  export(): AsyncIterable<NodeRecord | LinkRecord>;

  /** Ends all connections; later calls throw UNAVAILABLE. */
  close(): Promise<void>;
}

/** What a load did. */
export interface ReplaceSummary {
  /** false when the store already held this very version: then nothing was written */
  changed: boolean;
  datasetVersion: string;
  nodes: number;
  links: number;
}

export interface GraphWriter {
  /** Replaces the whole dataset in one step: a reader sees the old graph or the new one, never anything between. */
  replace(dataset: Dataset): Promise<ReplaceSummary>;
}
