/** The conformance suite of the store port: written once, run over every store. */
import type { Dataset } from '../../src/domain/records.js';
import type { GraphStore, GraphWriter } from '../../src/store/graph-store.js';
import { smallDataset } from '../support/small-dataset.js';
import { describeCitations } from './citations.js';
import { describeConditions } from './conditions.js';
import { describeCounts } from './counts.js';
import { describeLists } from './lists.js';
import { describeNames } from './names.js';
import { describeProperties } from './properties.js';
import { describeWhole } from './whole.js';

export interface Opened {
  store: GraphStore;
  writer: GraphWriter;
  close(): Promise<void>;
}

/** How a store is opened on a dataset. The suite has one open at a time. */
export type Open = (dataset: Dataset) => Promise<Opened>;

export interface SuiteOptions {
  /** random graphs for each property; 200 when left out */
  runs?: number;
  /** milliseconds for one test; 60,000 when left out */
  timeout?: number;
}

/** Describes what a store has to do. Each test starts with `smallDataset` in the store. */
export function defineStoreSuite(name: string, open: Open, { runs = 200, timeout = 60_000 }: SuiteOptions = {}): void {
  jest.setTimeout(timeout);
  describe(`the ${name} store`, () => {
    const given = {} as Opened;
    beforeAll(async () => Object.assign(given, await open(smallDataset())));
    beforeEach(async () => given.writer.replace(smallDataset()));
    afterAll(async () => given.close());

    describeNames(given);
    describeConditions(given);
    describeLists(given);
    describeCounts(given);
    describeCitations(given);
    describeProperties(given, runs);
    describeWhole(given);
  });
}
