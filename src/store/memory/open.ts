/** The memory store: the port over a graph that is held in Maps and presorted lists, and swapped whole by a load. */
import type { Dataset, LinkRecord, NodeRecord } from '../../domain/records.js';
import { documentKinds, type Kind } from '../../domain/vocabulary.js';
import { ErrorCode, PublicError } from '../../errors.js';
import type { GraphStore, GraphWriter, ReplaceSummary, SearchCandidate } from '../graph-store.js';
import { candidateOf, compareByKind } from '../names.js';
import { compareLinks, placeInText } from '../order.js';
import { type Citations, commonAncestorsIn, lineageIn, pathsIn } from '../trails.js';
import { cube, facets } from './counts.js';
import { MemoryGraph } from './graph.js';
import type { Vertex } from './links.js';
import { find, neighbours, related } from './lists.js';
import { reporters } from './reporters.js';

/** The default store: nothing to install, everything in this process. */
export interface MemoryStore extends GraphStore, GraphWriter {}

/** Builds the graph and opens the store on it; INVALID_DATASET when a link has an end that is not there. */
export function openMemoryStore(dataset: Dataset): MemoryStore {
  return new GraphInMemory(new MemoryGraph(dataset));
}

/** Every method takes the graph once and works on that one, so a load meanwhile does not disturb it. */
class GraphInMemory implements MemoryStore {
  private closed = false;

  constructor(private current: MemoryGraph) {}

  private get graph(): MemoryGraph {
    if (this.closed) throw new PublicError(ErrorCode.UNAVAILABLE, 'The store is closed.');
    return this.current;
  }

  get datasetVersion(): string {
    return this.current.dataset.version;
  }

  snapshot(): GraphStore {
    const view = new GraphInMemory(this.current);
    view.closed = this.closed;
    return view;
  }

  async info() {
    return this.graph.info();
  }

  async nodes(ids: readonly string[]) {
    const { byId } = this.graph;
    return ids.map((id) => byId.get(id)?.record ?? null);
  }

  async lookup(keys: readonly string[]) {
    const { graph } = this;
    return keys.map((key) => graph.lookup(key));
  }

  async find(...[query, scopes]: Parameters<GraphStore['find']>) {
    return find(this.graph, query, scopes);
  }

  async neighbours(...[query, ids]: Parameters<GraphStore['neighbours']>) {
    return neighbours(this.graph, query, ids);
  }

  async related(...[relations]: Parameters<GraphStore['related']>) {
    return related(this.graph, relations);
  }

  async reporters(...[query, parents]: Parameters<GraphStore['reporters']>) {
    return reporters(this.graph, query, parents);
  }

  async cube(...[query]: Parameters<GraphStore['cube']>) {
    return cube(this.graph, query);
  }

  async facets(...[query, scopes]: Parameters<GraphStore['facets']>) {
    return facets(this.graph, query, scopes);
  }

  async lineage(...[query]: Parameters<GraphStore['lineage']>) {
    return lineageIn(citationsOf(this.graph), query);
  }

  async paths(...[query]: Parameters<GraphStore['paths']>) {
    return pathsIn(citationsOf(this.graph), query);
  }

  async commonAncestors(...[query]: Parameters<GraphStore['commonAncestors']>) {
    return commonAncestorsIn(citationsOf(this.graph), query);
  }

  async candidates({ words, match, kinds }: Parameters<GraphStore['candidates']>[0]): Promise<SearchCandidate[]> {
    const { graph } = this;
    const nodes = [...new Set(kinds)].flatMap((kind) => [...calledBy(graph, kind, words, match)].map(({ record }) => record));
    return nodes.sort(compareByKind).map(candidateOf);
  }

  export(): AsyncIterable<NodeRecord | LinkRecord> {
    return exportOf(this.graph.dataset);
  }

  async replace(dataset: Dataset): Promise<ReplaceSummary> {
    const changed = this.graph.dataset.version !== dataset.version;
    if (changed) this.current = new MemoryGraph(dataset);
    const { version, nodes, links } = this.current.dataset;
    return { changed, datasetVersion: version, nodes: nodes.length, links: links.length };
  }

  async close() {
    this.closed = true;
  }
}

/** The nodes of a kind in which all or any of the words begin a word of a name; none for no words. */
function calledBy(graph: MemoryGraph, kind: Kind, words: readonly string[], match: 'ALL' | 'ANY'): Set<Vertex> {
  const [first = new Set<Vertex>(), ...others] = words.map((word) => graph.namesOf(kind).beginning(word));
  if (match === 'ANY') return new Set([first, ...others].flatMap((found) => [...found]));
  return new Set([...first].filter((vertex) => others.every((found) => found.has(vertex))));
}

function citationsOf(graph: MemoryGraph): Citations<LinkRecord> {
  const documents = new Set<Kind>(documentKinds);
  const vertex = (id: string) => graph.byId.get(id);
  return {
    document: (id) => {
      const record = vertex(id)?.record;
      return record && documents.has(record.kind) ? record : null;
    },
    links: (id, direction) => Array.from(graph.edges(vertex(id) as Vertex, 'CITES', direction), ({ link }) => link),
    place: placeInText,
    compare: (a, b) => (vertex(a.id) as Vertex).rank - (vertex(b.id) as Vertex).rank,
  };
}

async function* exportOf({ nodes, links }: Dataset): AsyncGenerator<NodeRecord | LinkRecord> {
  yield* [...nodes].sort(compareByKind);
  yield* [...links].sort(compareLinks);
}
