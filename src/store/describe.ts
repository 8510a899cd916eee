/** What a dataset holds, counted once when it is loaded: the answer of `info` for every store. */
import { kinds, linkNames } from '../domain/graph.js';
import type { Dataset, Evidence } from '../domain/records.js';
import { documentKinds, type Kind, type LinkName, Method, Reading, tagLinks } from '../domain/vocabulary.js';
import type { StoreInfo } from './graph-store.js';

const zeros = <T extends string>(values: readonly T[]) => Object.fromEntries(values.map((value) => [value, 0])) as Record<T, number>;

export function describeDataset(dataset: Dataset): Omit<StoreInfo, 'store'> {
  const { version: datasetVersion, licence, sources, rules, nodes, links } = dataset;
  const documents = new Set<Kind>(documentKinds);
  const tags = new Set<LinkName>(tagLinks);
  const [byKind, byLink] = [zeros(kinds), zeros(linkNames)];
  const [documentsRead, tagMethods] = [zeros(Object.values(Reading)), zeros(Object.values(Method))];
  let unverifiedFacts = 0;
  const note = (evidence: readonly Evidence[]) => {
    if (evidence.length > 0 && evidence.every(({ method }) => method === Method.UNVERIFIED)) unverifiedFacts += 1;
  };
  for (const node of nodes) {
    byKind[node.kind] += 1;
    if (documents.has(node.kind)) documentsRead[node.citationsRead as Reading] += 1;
    note(node.sources);
  }
  for (const { link, evidence } of links) {
    byLink[link] += 1;
    if (tags.has(link) && evidence[0]) tagMethods[evidence[0].method] += 1;
    note(evidence);
  }
  return {
    datasetVersion,
    licence,
    sources,
    rules,
    counts: kinds.map((kind) => ({ kind, count: byKind[kind] })),
    linkCounts: linkNames.map((link) => ({ link, count: byLink[link] })),
    documentsRead,
    tagMethods,
    unverifiedFacts,
  };
}
