/** What `ingest` must reach on the real documents: counts, equal facts from PDF and text, and the figures on the two that were kept aside. */
import { join } from 'node:path';
import { loadDataset } from '../../../src/dataset/read-dataset.js';
import type { DocumentReading } from '../../../src/ingest/facts.js';
import type { Knowledge } from '../../../src/ingest/knowledge.js';
import { compare } from '../../measure/compare.js';
import { readFile, readKnowledge, readTruth } from '../../measure/read-truth.js';
import { corpusPdf, corpusText, corpusTexts, describeWithCorpus } from '../../support/corpus.js';

const project = join(__dirname, '../../..');

// A PDF is read in a thread of its own, which takes a while to start on a busy machine.
jest.setTimeout(60_000);

describeWithCorpus('ingest on the real documents', () => {
  let knowledge: Knowledge;
  beforeAll(async () => {
    knowledge = await readKnowledge(project);
  });

  const operative = ({ paragraphs }: DocumentReading): number =>
    paragraphs.filter(({ where, number }) => where === 'OPERATIVE' && number !== null).length;

  test.each([
    ['A_RES_80_173', 127],
    ['A_RES_78_132', 59],
    ['A_RES_79_277', 6],
    ['A_RES_80_147', 55],
    ['A_80_L.41', 127],
  ])('%s has %i operative paragraphs', async (name, count) => {
    expect(operative(await readFile(corpusText(name), knowledge))).toBe(count);
  });

  test.each(['A_RES_80_173', 'A_RES_80_147', 'A_RES_78_132', 'A_RES_79_277'])('%s says the same as PDF and as text', async (name) => {
    const factsOf = async (path: string) => {
      const { document, citations, asks, contributors, contributions } = await readFile(path, knowledge);
      return { document, citations, asks, contributors, contributions };
    };
    expect(await factsOf(corpusPdf(name))).toEqual(await factsOf(corpusText(name)));
  });

  test('A/76/64 has its 29 contributors and no other', async () => {
    const { contributors } = await readFile(corpusText('A_76_64_E_2021_11'), knowledge);
    const truth = readTruth(project).find(({ symbol }) => symbol === 'A/76/64-E/2021/11');
    expect(contributors.map(({ id }) => id).sort()).toEqual([...(truth?.contributors ?? [])].sort());
    expect(contributors).toHaveLength(29);
  });

  test('nine in ten citations of these documents in the dataset have their paragraph', async () => {
    const symbols = new Set<string | null>();
    for (const name of corpusTexts()) symbols.add((await readFile(corpusText(name), knowledge)).document.symbol);
    const { nodes, links } = await loadDataset(join(project, 'seed'));
    const documents = new Set(nodes.filter(({ symbol }) => typeof symbol === 'string' && symbols.has(symbol)).map(({ id }) => id));
    const citations = links.filter(({ link, from }) => link === 'CITES' && documents.has(from));
    const placed = citations.filter(({ evidence }) => evidence.some(({ paragraph }) => paragraph !== null));
    expect(documents.size).toBeGreaterThanOrEqual(30);
    expect(citations.length).toBeGreaterThanOrEqual(750);
    expect(placed.length / citations.length).toBeGreaterThanOrEqual(0.9);
  });

  test('on the two documents kept aside, citations, verbs, paragraphs and asks are as right as was demanded', async () => {
    const aside = readTruth(project).filter(({ keptAside }) => keptAside);
    expect(aside).toHaveLength(2);
    for (const truth of aside) {
      const { citations, verbs, places, asks } = compare(
        truth,
        await readFile(corpusText(truth.file.replace(/^text\/|\.txt$/g, '')), knowledge),
      );
      expect(citations.matched / citations.found).toBeGreaterThanOrEqual(0.98);
      expect(citations.matched / citations.true).toBeGreaterThanOrEqual(0.97);
      expect(verbs.agreed / verbs.of).toBeGreaterThanOrEqual(0.93);
      expect(places.agreed / places.of).toBeGreaterThanOrEqual(0.95);
      expect(asks.matched / asks.found).toBeGreaterThanOrEqual(0.9);
      expect(asks.matched / asks.true).toBeGreaterThanOrEqual(0.85);
    }
  });
});
