/** Opens the store that the configuration asks for: the only file that names the adapters. */
import type { Dataset } from '../domain/records.js';
import type { GraphStore } from './graph-store.js';
import { openMemoryStore } from './memory/open.js';

/** @param load reads the dataset, for a store that is embedded */
export async function openStore(load: () => Promise<Dataset>): Promise<GraphStore> {
  return openMemoryStore(await load());
}
