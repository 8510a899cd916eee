/** A dataset with any number of contributions more, all of them in the lists of few nodes: what grows, and where it is felt. */
import type { Dataset, Evidence, LinkRecord, NodeRecord } from '../../src/domain/records.js';
import type { LinkName, Method } from '../../src/domain/vocabulary.js';

/** The nodes in whose lists they stand. */
export const hub = {
  line: 'action-line/C1',
  parts: ['action-line/C7.e-health', 'action-line/C7.e-learning'],
  whole: 'action-line/C7',
  region: 'region/africa',
  goal: 'sdg/9',
  entity: 'entity/ITU',
  document: 'report/A/76/64-E/2021/11',
} as const;

/** The dataset with that many contributions more: each under the line and one part, every other one with the other tags. */
export function withContributions(dataset: Dataset, count: number): Dataset {
  const nodes: NodeRecord[] = [];
  const links: LinkRecord[] = [];
  for (let number = 1; number <= count; number += 1) {
    const id = `contribution/${hub.document.slice(7)}/p900.${number}`;
    const evidence = [by(number % 3 === 0 ? 'INFERRED' : 'CURATED')];
    const summary = `Invented activity ${number} for digital skills.`;
    const cycle = number % 7 === 0 ? null : 2005 + (number % 19);
    nodes.push({
      id,
      summary,
      cycle,
      paragraph: '900',
      alternateNames: [],
      sameAs: [],
      kind: 'CONTRIBUTION',
      name: summary,
      sources: evidence,
    });
    const link = (name: LinkName, from: string, to: string) => links.push({ link: name, from, to, evidence });
    link('DESCRIBED_IN', id, hub.document);
    link('MADE', hub.entity, id);
    link('UNDER', id, hub.line);
    link('UNDER', id, hub.parts[number % 2] as string);
    if (number % 2 === 0) link('SUPPORTS', id, hub.goal);
    if (number % 2 === 0) link('IN', id, hub.region);
  }
  return {
    ...dataset,
    version: `${dataset.version.split('+')[0]}+invented${count}`,
    rules: [...dataset.rules, { name: 'invented', meaning: 'Invented for a test.' }],
    nodes: [...dataset.nodes, ...nodes],
    links: [...dataset.links, ...links],
  };
}

const by = (method: Method): Evidence => ({
  document: hub.document,
  paragraph: '900',
  footnote: null,
  where: 'BODY',
  language: 'en',
  method,
  confidence: null,
  rule: method === 'INFERRED' ? 'invented' : null,
  note: null,
  title: null,
  url: null,
});
