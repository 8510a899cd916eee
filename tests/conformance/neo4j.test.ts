/** Runs the conformance suite on the neo4j store. */
import type { Dataset } from '../../src/domain/records.js';
import type { GraphStore, GraphWriter } from '../../src/store/graph-store.js';
import type { Neo4jSettings } from '../../src/store/neo4j/driver.js';
import { openNeo4jStore } from '../../src/store/neo4j/open.js';
import { replaceDataset } from '../../src/store/neo4j/writer.js';
import { describeOnNeo4j, patiently } from '../support/neo4j.js';
import { defineStoreSuite } from './suite.js';

class Kept extends Error {}

/**
 * A writer that does not wait for readers: it deletes what it replaced at once. While an export is read it deletes nothing, and leaves that to the
 * load that comes next, as any load does within the grace.
 */
function impatientWriter(settings: Neo4jSettings, isExporting: () => boolean): GraphWriter {
  const keep = (step: string) => {
    if (step.startsWith('deleting') && isExporting()) throw new Kept();
  };
  return {
    replace: async (dataset: Dataset) => {
      try {
        return await replaceDataset(settings, dataset, { grace: 0, onProgress: keep });
      } catch (error) {
        if (!(error instanceof Kept)) throw error;
        return { changed: true, datasetVersion: dataset.version, nodes: dataset.nodes.length, links: dataset.links.length };
      }
    },
  };
}

/** Counts the exports that were begun and are not at their end. */
function countingExports(store: GraphStore): () => boolean {
  let exports = 0;
  const begin = store.export.bind(store);
  store.export = async function* () {
    exports += 1;
    try {
      yield* begin();
    } finally {
      exports -= 1;
    }
  };
  return () => exports > 0;
}

describeOnNeo4j('on Neo4j', (settings) => {
  defineStoreSuite(
    'neo4j',
    async (dataset) => {
      const store = openNeo4jStore(patiently(settings()));
      const writer = impatientWriter(settings(), countingExports(store));
      await writer.replace(dataset);
      return { store, writer, close: () => store.close() };
    },
    { runs: 15 },
  );
});
