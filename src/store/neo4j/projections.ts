/**
 * What is read of nodes and links: the values of known properties, as a list. A map would bring each key beside its value, and takes the driver three
 * times as long to read (measured). The statement names the properties in a list of texts: of `n.id, n.name, …` the database would plan each, which
 * takes it as long as the rest of a short statement, and reads none of them sooner (measured).
 */
import { linkSpecs, nodeSpecs } from '../../domain/graph.js';
import type { LinkRecord, NodeRecord, NodeSummary, Value } from '../../domain/records.js';
import { documentKinds, type Kind, type LinkName } from '../../domain/vocabulary.js';
import type { Direction } from '../graph-store.js';
import { compareValues } from '../order.js';
import type { Properties } from './model.js';
import { linkSlots, nodeSlots, type Slots, toLink, toNode, toSummary } from './records.js';
import { typeOf } from './values.js';

/** The values of one node or link, in the order of its projection. */
export type Tuple = readonly Value[];

const valuesOf = (variable: string, properties: string) => `[property IN ${properties} | ${variable}[property]]`;

/** Some properties; `read` gives them back under their names. */
export class Projection {
  readonly properties: readonly string[];

  constructor(properties: readonly string[]) {
    this.properties = [...new Set(properties)];
  }

  /** The list, of a variable of a statement. */
  of(variable: string): string {
    return valuesOf(variable, this.names);
  }

  /** The names of the properties, as Cypher. */
  get names(): string {
    return `[${this.properties.map((property) => `'${property}'`).join(', ')}]`;
  }

  read(tuple: Tuple): Properties {
    const stored: Properties = {};
    this.properties.forEach((property, at) => {
      stored[property] = tuple[at] as Value;
    });
    return stored;
  }
}

/** Nodes of some kinds: of each no more than its own properties, as reading what a node does not have takes the database as long. */
export class NodeProjection {
  private readonly projections = new Map<Kind, Projection>();
  private readonly slots = new Map<Kind, Slots>();

  /** @param sources whether their sources are read too */
  constructor(kinds: readonly Kind[], { sources }: { sources: boolean }) {
    const isDocument = (kind: Kind) => (documentKinds as readonly Kind[]).includes(kind);
    // Documents have most of their properties in common.
    const alike = [...kinds.filter((kind) => !isDocument(kind)).map((kind) => [kind]), kinds.filter(isDocument)];
    for (const group of alike) {
      const own = group.flatMap((kind) => Object.keys(nodeSpecs[kind].properties));
      const properties = ['id', 'sort', 'kind', 'name', 'alternateNames', 'sameAs', ...own, ...(sources ? ['sources'] : [])];
      const projection = new Projection(properties);
      for (const kind of group) {
        this.projections.set(kind, projection);
        this.slots.set(kind, nodeSlots(kind, projection.properties));
      }
    }
  }

  /** The list, of a variable of a statement. */
  of(variable: string): string {
    const cases = [...new Map([...this.projections].map(([kind, projection]) => [projection, kind]))];
    const last = cases.pop()?.[0].names ?? '[]';
    const when = cases.map(([{ names }, kind]) => ` WHEN '${kind}' THEN ${names}`).join('');
    return valuesOf(variable, when ? `CASE ${variable}.kind${when} ELSE ${last} END` : last);
  }

  /** The list in a statement that is the same for all kinds: a parameter holds what `properties` gives. */
  static ofAny(variable: string, parameter: string): string {
    return valuesOf(variable, `${parameter}[${variable}.kind]`);
  }

  /** The names of the properties of each kind. */
  get properties(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries([...this.projections].map(([kind, { properties }]) => [kind, properties]));
  }

  record(tuple: Tuple): NodeRecord {
    // Its sources are the last of what is read.
    return toNode(this.slotsOf(tuple), tuple, tuple.at(-1));
  }

  summary(tuple: Tuple): NodeSummary {
    return toSummary(this.slotsOf(tuple), tuple);
  }

  private slotsOf(tuple: Tuple): Slots {
    return this.slots.get(tuple[2] as Kind) as Slots;
  }

  /** Nodes by their ids, each with its place among them in the default order. */
  ranked(tuples: readonly Tuple[]): Map<string, Ranked> {
    const inOrder = [...tuples].sort(compareTuples);
    return new Map(inOrder.map((tuple, rank) => [idOf(tuple), { rank, node: this.summary(tuple) }]));
  }
}

export interface Ranked {
  rank: number;
  node: NodeSummary;
}

/** The id of a node. */
export const idOf = (tuple: Tuple): string => tuple[0] as string;

/** The key of a node in the default order, as it is stored. */
export const sortKeyOf = (tuple: Tuple): string => tuple[1] as string;

/** The default order of nodes. */
export const compareTuples = (a: Tuple, b: Tuple): number => compareValues(sortKeyOf(a), sortKeyOf(b)) || compareValues(idOf(a), idOf(b));

/** Links of some names. */
export class LinkProjection extends Projection {
  private readonly slots: ReadonlyMap<LinkName, Slots>;

  /** @param more properties that are read beside those of the records */
  constructor(links: readonly LinkName[], more: readonly string[] = []) {
    super(['evidence', ...links.flatMap((link) => Object.keys(linkSpecs[typeOf(link)].properties)), ...more]);
    this.slots = new Map(links.map((link) => [link, linkSlots(link, this.properties)]));
  }

  record(link: LinkName, from: string, to: string, tuple: Tuple): LinkRecord {
    return toLink({ link, from, to }, this.slots.get(link) as Slots, tuple, tuple[0]);
  }
}

/** The kinds of the nodes to which links lead in a direction. */
export const endsOf = (links: readonly { link: LinkName; direction: Direction }[]): Kind[] => [
  ...new Set(links.flatMap(({ link, direction }) => linkSpecs[typeOf(link)][direction === 'OUT' ? 'to' : 'from'])),
];
