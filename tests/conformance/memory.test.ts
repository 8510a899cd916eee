/** Runs the conformance suite on the memory store. */
import { openMemoryStore } from '../../src/store/memory/open.js';
import { defineStoreSuite } from './suite.js';

defineStoreSuite('memory', async (dataset) => {
  const store = openMemoryStore(dataset);
  return { store, writer: store, close: () => store.close() };
});
