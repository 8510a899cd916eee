/** What a dataset holds, counted once when it is loaded: the answer of `info` for every store. */
import { kinds, linkNames } from '../domain/graph.js';
import type { Dataset } from '../domain/records.js';
import { documentKinds, type Kind, type LinkName, Method, Reading, tagLinks } from '../domain/vocabulary.js';
import type { StoreInfo } from './graph-store.js';

/** A count for each of the values, 0 for those that do not occur. */
function countBy<T extends string>(values: readonly T[], found: Iterable<T>): Record<T, number> {
  const counts = Object.fromEntries(values.map((value) => [value, 0])) as Record<T, number>;
  for (const value of found) counts[value] += 1;
  return counts;
}

export function describeDataset(dataset: Dataset): Omit<StoreInfo, 'store'> {
  const { version: datasetVersion, licence, sources, rules, nodes, links } = dataset;
  const isDocument = (kind: Kind) => (documentKinds as readonly Kind[]).includes(kind);
  const isTag = (link: LinkName) => (tagLinks as readonly LinkName[]).includes(link);
  const byKind = countBy(
    kinds,
    nodes.map(({ kind }) => kind),
  );
  const byLink = countBy(
    linkNames,
    links.map(({ link }) => link),
  );
  const facts = [...nodes.map((node) => node.sources), ...links.map(({ evidence }) => evidence)];
  return {
    datasetVersion,
    licence,
    sources,
    rules,
    counts: kinds.map((kind) => ({ kind, count: byKind[kind] })),
    linkCounts: linkNames.map((link) => ({ link, count: byLink[link] })),
    documentsRead: countBy(
      Object.values(Reading),
      nodes.filter(({ kind }) => isDocument(kind)).map(({ citationsRead }) => citationsRead as Reading),
    ),
    tagMethods: countBy(
      Object.values(Method),
      links.filter(({ link }) => isTag(link)).flatMap(({ evidence }) => evidence.slice(0, 1).map(({ method }) => method)),
    ),
    unverifiedFacts: facts.filter((rows) => rows.length > 0 && rows.every(({ method }) => method === Method.UNVERIFIED)).length,
  };
}
