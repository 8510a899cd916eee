/** One loader for each relation and request: all nodes of a level are asked for in one store call, and nothing is asked twice. */
import DataLoader from 'dataloader';
import type { Evidence, LinkRecord, NodeRecord, NodeSummary } from '../domain/records.js';
import type { Kind, LinkName } from '../domain/vocabulary.js';
import type {
  Condition,
  Direction,
  Facet,
  FacetsQuery,
  FindQuery,
  GraphStore,
  Included,
  Inclusion,
  Neighbour,
  NeighboursQuery,
  Page,
  Relation,
  Reporter,
  ReportersQuery,
} from '../store/graph-store.js';
import { type Match, resolveReferences } from '../store/resolve.js';

/** Conditions of one parent, beside those of the query that all parents share. */
export type Scope = readonly Condition[];

/** Questions to the store that have no parent. */
type RootQuestion = 'info' | 'cube' | 'lineage' | 'paths' | 'commonAncestors' | 'candidates';

/** The other ends of links, with the links. */
export type Linked = Included & { links: readonly LinkRecord[] };

/** What came with the page of a node. */
interface Known {
  including: readonly Inclusion[];
  /** for each of them */
  included: readonly Included[];
  /** what came with a page before */
  before: Known | undefined;
}

export class Loaders {
  private readonly loaders = new Map<string, DataLoader<never, unknown, string>>();
  private readonly answers = new Map<string, unknown>();
  /** by the record of a node what came with its page */
  private readonly known = new Map<object, Known>();

  constructor(private readonly store: GraphStore) {}

  /** The loader of a relation, made on first use; its name holds what all its keys have in common. */
  private loader<K, V>(relation: string, batch: (keys: readonly K[]) => Promise<V[]>): DataLoader<K, V, string> {
    let loader = this.loaders.get(relation) as DataLoader<K, V, string> | undefined;
    if (!loader) {
      loader = new DataLoader(batch, { cacheKeyFn: (key: K) => (typeof key === 'string' ? key : JSON.stringify(key)) });
      this.loaders.set(relation, loader as never);
    }
    return loader;
  }

  /** What the store answers to a question that has no parent. */
  ask<Q extends RootQuestion>(question: Q, ...args: Parameters<GraphStore[Q]>): ReturnType<GraphStore[Q]> {
    const key = JSON.stringify([question, ...args]);
    let answer = this.answers.get(key) as ReturnType<GraphStore[Q]> | undefined;
    if (!answer) {
      const { store } = this;
      answer = (store[question] as (...args: Parameters<GraphStore[Q]>) => ReturnType<GraphStore[Q]>).apply(store, args);
      this.answers.set(key, answer);
    }
    return answer;
  }

  /** The node with exactly this id, or null. */
  node(id: string): Promise<NodeRecord | null> {
    return this.loader('nodes', (ids: readonly string[]) => this.store.nodes(ids)).load(id);
  }

  /** The sources of a node, which a list or a relation may have given without. */
  async sources(node: NodeSummary): Promise<readonly Evidence[]> {
    return node.sources ?? (await this.node(node.id))?.sources ?? [];
  }

  /** What a reference of any form stands for among the kinds, with suggestions when that is nothing and they are wanted. */
  match(reference: string, kinds?: readonly Kind[], suggesting = false): Promise<Match> {
    const batch = (references: readonly string[]) => resolveReferences(this.store, references, kinds, suggesting);
    return this.loader(named('match', [kinds, suggesting]), batch).load(reference);
  }

  /** A page of nodes within the scope of one parent. What it includes is known from here on. */
  async find(query: FindQuery, scope: Scope = []): Promise<Page<NodeSummary>> {
    const page = await this.loader(named('find', query), (scopes: readonly Scope[]) => this.store.find(query, scopes)).load(scope);
    const { including } = query;
    for (const { value, included } of page.rows)
      if (including && included) this.known.set(value, { including, included, before: this.known.get(value) });
    return page;
  }

  /** A page of the links of one node. */
  neighbours(query: NeighboursQuery, id: string): Promise<Page<Neighbour>> {
    return this.loader(named('neighbours', query), (ids: readonly string[]) => this.store.neighbours(query, ids)).load(id);
  }

  /**
   * All nodes at the other end of a relation that is small by nature: at once where they came with the page of the node. Relations of every kind that
   * are asked for together are one store call.
   */
  ends(link: LinkName, direction: Direction, node: NodeSummary): readonly NodeSummary[] | Promise<readonly NodeSummary[]> {
    const found = this.included(link, direction, node);
    if (found) return found.links ? [...new Set(found.nodes)] : found.nodes;
    const batch = (relations: readonly Relation[]) => this.store.related(relations);
    return this.loader('ends', batch).load({ id: node.id, link, direction });
  }

  /** The same with the links. */
  linked(link: LinkName, direction: Direction, node: NodeSummary): Linked | Promise<Linked> {
    const found = this.included(link, direction, node);
    if (found?.links) return found as Linked;
    return this.related(link, direction, node.id).then((rows) => ({
      nodes: rows.map((row) => row.node),
      links: rows.map((row) => row.link),
    }));
  }

  private included(link: LinkName, direction: Direction, node: NodeSummary): Included | undefined {
    for (let known = this.known.get(node); known; known = known.before) {
      const at = known.including.findIndex((each) => each.link === link && each.direction === direction);
      if (at >= 0) return known.included[at];
    }
    return undefined;
  }

  /** All neighbours by a relation that is small by nature. */
  async related(link: LinkName, direction: Direction, id: string): Promise<readonly Neighbour[]> {
    const query: NeighboursQuery = { link, direction, order: 'NODE', page: {} };
    const page = await this.loader(`related ${link} ${direction}`, (ids: readonly string[]) => this.store.neighbours(query, ids)).load(id);
    return page.rows.map((row) => row.value);
  }

  /** A page of the entities that reported on one parent. */
  reporters(query: ReportersQuery, parent: string): Promise<Page<Reporter>> {
    return this.loader(named('reporters', query), (parents: readonly string[]) => this.store.reporters(query, parents)).load(parent);
  }

  /** The facets of a list within the scope of one parent. */
  facets(query: FacetsQuery, scope: Scope): Promise<Facet[]> {
    return this.loader(named('facets', query), (scopes: readonly Scope[]) => this.store.facets(query, scopes)).load(scope);
  }
}

const named = (question: string, query: unknown): string => `${question} ${JSON.stringify(query)}`;
