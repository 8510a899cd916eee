/** The neo4j store: the port over a graph in Neo4j. Each method is one question in a Cypher statement, sent for reading. */
import type { LinkRecord, NodeRecord } from '../../domain/records.js';
import type { GraphStore, StoreInfo } from '../graph-store.js';
import { commonAncestors, lineage, paths } from './citations.js';
import { Connection } from './connection.js';
import { cube, facets } from './counts.js';
import type { Neo4jSettings } from './driver.js';
import { exportAll } from './export.js';
import { Gathering } from './gathering.js';
import { find } from './lists.js';
import { candidates, lookup, nodes } from './names.js';
import { neighbours } from './neighbours.js';
import { Reader } from './reader.js';
import { related } from './related.js';
import { reporters } from './reporters.js';
import { statement } from './statements.js';

/** Opens the store; it connects when it is first asked. It cannot write: that is `openNeo4jWriter` of writer.ts. */
export function openNeo4jStore(settings: Neo4jSettings): GraphStore {
  return new GraphInNeo4j(settings);
}

const informing = statement('', 'd.info');

/** Everything that is asked of one reader: the newest generation at each question, or one generation for all of them. */
class ReadGraph implements GraphStore {
  constructor(
    protected readonly connection: Connection,
    protected readonly reader: Reader,
  ) {}

  get datasetVersion(): string {
    return this.reader.version;
  }

  snapshot(): GraphStore {
    return new ReadGraph(this.connection, this.reader.pinned(this.connection.deadline()));
  }

  async info(): Promise<StoreInfo> {
    return { store: 'neo4j', ...JSON.parse(await this.reader.ask<string>(informing)) };
  }

  async nodes(...args: Parameters<GraphStore['nodes']>) {
    return nodes(this.open, ...args);
  }

  async lookup(...args: Parameters<GraphStore['lookup']>) {
    return lookup(this.open, ...args);
  }

  async find(...args: Parameters<GraphStore['find']>) {
    return find(this.open, ...args);
  }

  async neighbours(...args: Parameters<GraphStore['neighbours']>) {
    return neighbours(this.open, ...args);
  }

  async related(...args: Parameters<GraphStore['related']>) {
    return related(this.open, ...args);
  }

  async reporters(...args: Parameters<GraphStore['reporters']>) {
    return reporters(this.open, ...args);
  }

  async cube(...args: Parameters<GraphStore['cube']>) {
    return cube(this.open, ...args);
  }

  async facets(...args: Parameters<GraphStore['facets']>) {
    return facets(this.open, ...args);
  }

  async lineage(...args: Parameters<GraphStore['lineage']>) {
    return lineage(this.open, ...args);
  }

  async paths(...args: Parameters<GraphStore['paths']>) {
    return paths(this.open, ...args);
  }

  async commonAncestors(...args: Parameters<GraphStore['commonAncestors']>) {
    return commonAncestors(this.open, ...args);
  }

  async candidates(...args: Parameters<GraphStore['candidates']>) {
    return candidates(this.open, ...args);
  }

  /** Reads one generation from beginning to end, each page in its own time. */
  export(): AsyncIterable<NodeRecord | LinkRecord> {
    return exportAll(this.open.pinned());
  }

  async close(): Promise<void> {
    this.reader.close();
  }

  /** The reader, unless it was closed: some questions are answered without asking. */
  private get open(): Reader {
    this.reader.check();
    return this.reader;
  }
}

class GraphInNeo4j extends ReadGraph {
  constructor(settings: Neo4jSettings) {
    const connection = new Connection(settings);
    super(connection, new Reader(new Gathering(connection)));
  }

  override async close(): Promise<void> {
    await super.close();
    await this.connection.close();
  }
}
