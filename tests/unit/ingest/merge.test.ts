/** Readings merged into a dataset: what is new comes in, what is known keeps its curation, what differs is told, and a second time changes nothing. */
import fc from 'fast-check';
import { readDataset } from '../../../src/dataset/read-dataset.js';
import type { Dataset, Evidence, LinkRecord, NodeRecord } from '../../../src/domain/records.js';
import { datasetVersion } from '../../../src/domain/version.js';
import type { CitationFacts, DocumentReading } from '../../../src/ingest/facts.js';
import { mergeReading } from '../../../src/ingest/merge/merge.js';
import { onlyRead } from '../../../src/ingest/merge/only-read.js';
import { activity, ask, citation, contributor, reading, reportHead } from '../../support/reading.js';
import { evidence, link, node, smallDataset } from '../../support/small-dataset.js';
import { validDataset, writtenDataset } from '../../support/write-dataset.js';

const own = 'resolution/A/RES/81/200';
const review = 'resolution/A/RES/70/125';

/** The small dataset with a resolution that is known, and with more rows. */
function datasetWith({ nodes = [], links = [] }: { nodes?: readonly NodeRecord[]; links?: readonly LinkRecord[] } = {}): Dataset {
  const small = smallDataset();
  return { ...small, nodes: [...small.nodes, ...nodes], links: [...small.links, ...links] };
}

const knownResolution = (part: Record<string, string | null> = {}) =>
  node('RESOLUTION', 'A/RES/81/200', {
    symbol: 'A/RES/81/200',
    title: 'Invented resolution',
    date: '2026-12-18',
    body: 'GENERAL_ASSEMBLY',
    form: 'RESOLUTION',
    family: 'GA_CONTEXT',
    citationsRead: 'NONE',
    asksRead: 'NONE',
    ...part,
  });

const stated = (part: Partial<Evidence> = {}) => evidence({ document: own, where: 'PREAMBLE', ...part });
const recalls = (...rows: Evidence[]) => link('CITES', own, review, { verb: 'RECALLS' }, rows);
const placesOf = (dataset: Dataset, verb: string, to = review) =>
  dataset.links
    .find((found) => found.link === 'CITES' && found.from === own && found.to === to && found.verb === verb)
    ?.evidence.map(({ method, where, paragraph, footnote }) => [method, where, paragraph, footnote]);
const conflictsOf = ({ report }: ReturnType<typeof mergeReading>) =>
  report.conflicts.map(({ id, what, kept, read }) => [id, what, kept, read]);

/** Merges, and again: the second time must neither add nor complete. */
function merge(dataset: Dataset, ...readings: DocumentReading[]) {
  const before = JSON.stringify(dataset);
  const first = mergeReading(dataset, readings);
  expect(JSON.stringify(dataset)).toBe(before);
  const second = mergeReading(first.dataset, readings);
  expect([second.report.added, second.report.completed, second.dataset.version]).toEqual([[], [], first.dataset.version]);
  expect(second.dataset.nodes).toEqual(first.dataset.nodes);
  expect(second.dataset.links).toEqual(first.dataset.links);
  return first;
}

describe('new facts', () => {
  test('come as EXTRACTED, and nothing that was there changes', () => {
    const citations = [citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP1' }), citation('A/RES/61/9', 'NOTES', { paragraph: '2' })];
    const asks = [ask('3', 'REQUESTS', { addressees: ['entity/ITU'] })];
    const { dataset, report } = merge(smallDataset(), reading({ citations, asks }));
    const old = smallDataset();
    expect(dataset.nodes.filter(({ id }) => old.nodes.some((known) => known.id === id))).toEqual(old.nodes);
    const added = [
      ...dataset.nodes.slice(old.nodes.length).flatMap(({ sources }) => sources),
      ...dataset.links.flatMap(({ evidence: rows }) => rows),
    ];
    expect(added.filter(({ document }) => document === own).every(({ method }) => method === 'EXTRACTED')).toBe(true);
    expect(report.added.map(({ id, paragraph }) => [id, paragraph])).toEqual([
      [own, null],
      [`${own} RECALLS ${review}`, 'PP1'],
      ['resolution/A/RES/61/9', '2'],
      [`${own} NOTES resolution/A/RES/61/9`, '2'],
      ['ask/A/RES/81/200/p3', '3'],
    ]);
    expect(report.counts).toMatchObject({ added: 5, completed: 0, conflicts: 0, unresolved: 0 });
    expect(dataset.version).toBe(datasetVersion('2026.01', dataset.nodes, dataset.links));
  });

  test('stand behind the last row of their file that the same document states, else at the end of the file', () => {
    const other = link('CITES', 'resolution/A/RES/56/183', review, { verb: 'NOTES' });
    const dataset = datasetWith({ nodes: [knownResolution()], links: [recalls(stated({ paragraph: 'PP1' })), other] });
    const citations = [
      citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP1' }),
      citation('A/RES/80/173', 'WELCOMES', { paragraph: 'PP2' }),
      citation('A/RES/56/183', 'NOTES', { paragraph: 'PP3' }),
    ];
    const merged = merge(dataset, reading({ citations })).dataset;
    const cites = merged.links.filter((found) => found.link === 'CITES').slice(-4);
    expect(cites.map(({ from, verb }) => [from, verb])).toEqual([
      [own, 'RECALLS'],
      [own, 'WELCOMES'],
      [own, 'NOTES'],
      ['resolution/A/RES/56/183', 'NOTES'],
    ]);
    expect(merged.nodes.at(-1)?.id).toBe(own);
  });

  test('of two documents that cite each other find each other, whichever comes first', () => {
    const report = reading({ document: reportHead });
    const act = reading({
      document: { symbol: 'A/RES/82/1', date: '2027-12-20' },
      citations: [citation('A/82/60', 'TAKES_NOTE_OF', { paragraph: 'PP4', date: '2027-03-02' })],
    });
    for (const readings of [
      [act, report],
      [report, act],
    ]) {
      const { dataset, report: told } = merge(smallDataset(), ...readings);
      expect(dataset.links.find(({ from, link: name }) => name === 'CITES' && from === 'resolution/A/RES/82/1')?.to).toBe(
        'report/A/82/60-E/2027/8',
      );
      expect(told.conflicts).toEqual([]);
    }
  });

  test('of one document read twice in one run, as PDF and as text, come once', () => {
    const facts = {
      citations: [citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP1' })],
      asks: [ask('3', 'REQUESTS'), ask('3', 'REQUESTS')],
    };
    const once = merge(smallDataset(), reading(facts)).dataset;
    expect(merge(smallDataset(), reading(facts), reading(facts)).dataset.version).toBe(once.version);
  });
});

describe('places of a known citation', () => {
  const merged = (row: Partial<Evidence>, ...citations: CitationFacts[]) =>
    merge(datasetWith({ nodes: [knownResolution()], links: [recalls(stated(row))] }), reading({ citations }));

  test('that are the same add nothing', () => {
    const result = merged({ paragraph: 'PP3' }, citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP3', footnote: 4 }));
    expect(placesOf(result.dataset, 'RECALLS')).toEqual([['CURATED', 'PREAMBLE', 'PP3', null]]);
    const part = merged({ paragraph: '20 (a)', where: 'OPERATIVE' }, citation('A/RES/70/125', 'RECALLS', { paragraph: '20' }));
    expect(placesOf(part.dataset, 'RECALLS')).toHaveLength(1);
  });

  test('complete an EXTRACTED row without paragraph, of the same part of the text only', () => {
    const row = { method: 'EXTRACTED' } as const;
    const fits = merged(row, citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP3' }));
    expect(placesOf(fits.dataset, 'RECALLS')).toEqual([['EXTRACTED', 'PREAMBLE', 'PP3', null]]);
    expect(fits.report.completed).toContainEqual({
      document: own,
      paragraph: 'PP3',
      id: `${own} RECALLS ${review}`,
      what: 'preamble is PP3',
    });
    const elsewhere = merged(row, citation('A/RES/70/125', 'RECALLS', { paragraph: '3' }));
    expect(placesOf(elsewhere.dataset, 'RECALLS')).toEqual([
      ['EXTRACTED', 'PREAMBLE', null, null],
      ['EXTRACTED', 'OPERATIVE', '3', null],
    ]);
    expect(conflictsOf(elsewhere)).toEqual([[`${own} RECALLS ${review}`, 'extracted earlier, not found now', 'preamble', null]]);
  });

  test('complete the row of their footnote, and no other', () => {
    const row = { method: 'EXTRACTED', where: 'FOOTNOTE', footnote: 4 } as const;
    const places = [
      citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP1' }),
      citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP3', footnote: 4 }),
    ];
    expect(placesOf(merged(row, ...places).dataset, 'RECALLS')).toEqual([
      ['EXTRACTED', 'PREAMBLE', 'PP1', null],
      ['EXTRACTED', 'FOOTNOTE', 'PP3', 4],
    ]);
  });

  test('stand in a row of their own beside a row that a person made without paragraph', () => {
    const result = merged({ where: 'FOOTNOTE', footnote: 4 }, citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP3', footnote: 4 }));
    expect(placesOf(result.dataset, 'RECALLS')).toEqual([
      ['EXTRACTED', 'FOOTNOTE', 'PP3', 4],
      ['CURATED', 'FOOTNOTE', null, 4],
    ]);
  });

  test('complete the rows of two sources when there is one place, and lose none when there are two', () => {
    const rows = ['en', 'fr'].map((language) => stated({ method: 'EXTRACTED', language }));
    const dataset = datasetWith({ nodes: [knownResolution()], links: [recalls(...rows)] });
    const one = [citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP3' })];
    expect(placesOf(merge(dataset, reading({ citations: one })).dataset, 'RECALLS')?.map(([, , paragraph]) => paragraph)).toEqual([
      'PP3',
      'PP3',
    ]);
    const two = [...one, citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP5' })];
    expect(placesOf(merge(dataset, reading({ citations: two })).dataset, 'RECALLS')?.map(([, , paragraph]) => paragraph)).toEqual([
      'PP3',
      'PP5',
    ]);
  });

  test('in annexes of other numbers are other places', () => {
    const inAnnex = (annex: string) => citation('A/RES/70/125', 'RECALLS', { paragraph: '5', where: 'ANNEX', annex });
    const result = merge(datasetWith(), reading({ citations: [inAnnex('I'), inAnnex('II')] }));
    expect(placesOf(result.dataset, 'RECALLS')).toHaveLength(2);
  });
});

describe('another verb', () => {
  const merged = (row: Partial<Evidence>, ...citations: CitationFacts[]) =>
    merge(datasetWith({ nodes: [knownResolution()], links: [recalls(stated(row))] }), reading({ citations }));
  const welcomes = citation('A/RES/70/125', 'WELCOMES', { paragraph: 'PP3' });

  test('than the one that a person entered for the paragraph is a conflict, told once, and not added', () => {
    const result = merged({ paragraph: 'PP3' }, welcomes);
    expect(placesOf(result.dataset, 'WELCOMES')).toBeUndefined();
    expect(conflictsOf(result)).toEqual([[`${own} WELCOMES ${review}`, 'verb', 'RECALLS', 'WELCOMES (PP3)']]);
  });

  test('is one for a row without paragraph too, as long as the text does not show the verb of that row', () => {
    expect(conflictsOf(merged({}, welcomes))).toHaveLength(1);
    const both = merged({}, welcomes, citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP1' }));
    expect(placesOf(both.dataset, 'WELCOMES')).toHaveLength(1);
    expect(conflictsOf(both)).toEqual([]);
  });

  test('in the same paragraph is added when the text shows both', () => {
    const both = merged({ paragraph: 'PP3' }, welcomes, citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP3' }));
    expect(placesOf(both.dataset, 'WELCOMES')).toHaveLength(1);
  });

  test('than an earlier extraction gave is added, and the earlier one stays and is told with what was read now', () => {
    const result = merged({ method: 'EXTRACTED', paragraph: 'PP3' }, welcomes);
    expect(placesOf(result.dataset, 'WELCOMES')).toHaveLength(1);
    expect(placesOf(result.dataset, 'RECALLS')).toHaveLength(1);
    expect(conflictsOf(result)).toEqual([[`${own} RECALLS ${review}`, 'extracted earlier, not found now', 'PP3', 'WELCOMES (PP3)']]);
  });
});

describe('what the text read now does not show', () => {
  const dataset = (row: Partial<Evidence>) => datasetWith({ nodes: [knownResolution()], links: [recalls(stated(row))] });

  test('is kept and told, whether a program or a person found it; what follows by a rule is not', () => {
    const told = (row: Partial<Evidence>) => conflictsOf(merge(dataset(row), reading())).map(([, what]) => what);
    expect(told({ method: 'EXTRACTED' })).toEqual(['extracted earlier, not found now']);
    expect(told({})).toEqual(['entered by a person, not found by the program']);
    expect(told({ method: 'INFERRED', rule: 'heading-of-the-section' })).toEqual([]);
  });

  test('is not missed in footnotes when those were dropped', () => {
    const row = { method: 'EXTRACTED', where: 'FOOTNOTE', footnote: 2 } as const;
    expect(conflictsOf(merge(dataset(row), reading({ footnotesRead: false })))).toEqual([]);
    expect(conflictsOf(merge(dataset(row), reading()))).toHaveLength(1);
  });
});

describe('the document itself', () => {
  const merged = (part: Record<string, string | null>, read: DocumentReading = reading()) => {
    const result = merge(datasetWith({ nodes: [knownResolution(part)] }), read);
    return { ...result, node: result.dataset.nodes.find(({ id }) => id === own) };
  };

  test('gets the title and the date that it lacks, and its note says so', () => {
    const result = merged({ title: null, date: '2026' });
    expect(result.node).toMatchObject({ title: 'Invented resolution', name: 'A/RES/81/200 Invented resolution', date: '2026-12-18' });
    expect(result.node?.sources).toMatchObject([
      { method: 'CURATED', note: `By program from ${own}: title, date, citations_read, asks_read.` },
    ]);
    expect(result.report.completed.map(({ what }) => what)).toContain('title Invented resolution');
  });

  test('keeps what differs, and it is told; another spelling is no difference, and a vaguer date neither', () => {
    const result = merged({ title: 'Another title', date: '2026-12-20', family: 'GA_STI' });
    expect(result.node).toMatchObject({ title: 'Another title', date: '2026-12-20', family: 'GA_STI' });
    expect(conflictsOf(result)).toEqual([
      [own, 'title', 'Another title', 'Invented resolution'],
      [own, 'date', '2026-12-20', '2026-12-18'],
    ]);
    expect(conflictsOf(merged({ title: 'INVENTED Resolution' }, reading({ document: { date: '2026-12' } })))).toEqual([]);
  });

  test('was read as far as it ever was, and is no longer known only as cited', () => {
    expect(merged({ family: 'CITED_ONLY' }).node).toMatchObject({ family: 'GA_CONTEXT', citationsRead: 'FULL' });
    const dropped = reading({ footnotesRead: false });
    expect(merged({}, dropped).node?.citationsRead).toBe('PARTIAL');
    expect(merged({ citationsRead: 'FULL' }, dropped).node?.citationsRead).toBe('FULL');
  });

  test('that was known only as another document, because somebody cited it, gets its kind, and its links follow', () => {
    const citing = reading({ citations: [citation('A/82/60-E/2027/8', 'NOTES', { paragraph: '4' })], document: { date: '2028-01-01' } });
    const before = merge(smallDataset(), citing).dataset;
    expect(before.nodes.filter(({ symbol }) => symbol === 'A/82/60-E/2027/8').map(({ id }) => id)).toEqual([
      'other-document/A/82/60-E/2027/8',
    ]);
    const { dataset, report } = merge(before, reading({ document: reportHead }));
    expect(dataset.nodes.filter(({ symbol }) => symbol === 'A/82/60-E/2027/8').map(({ id }) => id)).toEqual(['report/A/82/60-E/2027/8']);
    expect(dataset.links.find(({ from, verb }) => from === own && verb === 'NOTES')?.to).toBe('report/A/82/60-E/2027/8');
    expect(report.completed[0]?.what).toContain('known only as cited');
  });

  test('that a person entered under another kind is left alone, with all that it states', () => {
    const entered = node('OTHER_DOCUMENT', 'A/82/60', { symbol: 'A/82/60', type: 'note', title: 'Entered', citationsRead: 'NONE' });
    const read = reading({ document: reportHead, citations: [citation('A/RES/70/125', 'NOTES', { paragraph: '4' })] });
    const { dataset, report } = merge(datasetWith({ nodes: [entered] }), read);
    expect(report.counts).toMatchObject({ added: 0, completed: 0, conflicts: 1 });
    expect(dataset.nodes).toHaveLength(smallDataset().nodes.length + 1);
  });
});

describe('dates', () => {
  const dated = (date: string) => reading({ citations: [citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP1', date })] });

  test('that a text gives for another are compared with the known one', () => {
    expect(conflictsOf(merge(smallDataset(), dated('2015-12-18')))).toEqual([[review, 'date', '2015-12-16', '2015-12-18']]);
    expect(conflictsOf(merge(smallDataset(), dated('2015-12-16')))).toEqual([]);
  });

  test('fill what is not known, unless an earlier text cites it', () => {
    const old = 'resolution/A/RES/1145(XII)';
    const read = (date: string) => reading({ citations: [citation('A/RES/1145(XII)', 'RECALLS', { paragraph: 'PP1', date })] });
    const dateOf = (date: string) => {
      const { dataset, report } = merge(smallDataset(), read(date));
      return [dataset.nodes.find(({ id }) => id === old)?.date, report.counts.conflicts];
    };
    expect(dateOf('1957-11-14')).toEqual(['1957-11-14', 0]);
    expect(dateOf('2020-01-01')).toEqual([null, 1]);
  });

  test('that make the text cited the younger one keep the citation out', () => {
    const read = reading({ document: { date: '2015-01-01' }, citations: [citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP1' })] });
    const result = merge(smallDataset(), read);
    expect(placesOf(result.dataset, 'RECALLS')).toBeUndefined();
    expect(conflictsOf(result)).toEqual([[`${own} RECALLS ${review}`, 'the text cited is younger', '2015-01-01 and 2015-12-16', null]]);
    const stranger = reading({ citations: [citation('A/RES/99/9', 'RECALLS', { date: '2044-01-01' })] });
    expect(merge(smallDataset(), stranger).dataset.nodes.some(({ id }) => id.includes('99/9'))).toBe(false);
  });
});

describe('asks', () => {
  const entered = (
    number: string,
    verb: string,
    part: Record<string, string | number | string[] | null> = {},
    source: Partial<Evidence> = {},
  ) => {
    const place = evidence({ document: own, paragraph: '63', where: 'OPERATIVE', ...source });
    const id = `A/RES/81/200/p63${number}`;
    return {
      node: node('ASK', id, { verb, summary: 'Invented ask', paragraph: '63', ...part }, [place]),
      link: link('ASKS', own, `ask/${id}`, {}, [place]),
    };
  };
  const merged = (asksRead: string, known: ReturnType<typeof entered>[], asks: DocumentReading['asks'], links: LinkRecord[] = []) =>
    merge(
      datasetWith({
        nodes: [knownResolution({ asksRead }), ...known.map((told) => told.node)],
        links: [...known.map((told) => told.link), ...links],
      }),
      reading({ asks }),
    );
  const idsOf = ({ dataset }: ReturnType<typeof mergeReading>) =>
    dataset.nodes.filter(({ id }) => id.startsWith('ask/A/RES/81/200/')).map(({ id }) => id.slice('ask/A/RES/81/200/'.length));

  test('that are known by paragraph and verb are not added; another one of the paragraph gets the next number', () => {
    const known = [entered('.1', 'REQUESTS'), entered('.3', 'INVITES')];
    const result = merged('PARTIAL', known, [ask('63', 'INVITES'), ask('63', 'URGES'), ask('63', 'REQUESTS'), ask('64', 'URGES')]);
    expect(idsOf(result)).toEqual(['p63.1', 'p63.3', 'p63.2', 'p64']);
    expect(idsOf(merged('PARTIAL', [entered('', 'REQUESTS')], [ask('63', 'REQUESTS'), ask('63', 'REQUESTS')]))).toEqual(['p63', 'p63.2']);
  });

  test('of a document that a person read whole are not added; each difference is told', () => {
    const known = [entered('.1', 'REQUESTS', { dueYear: 2027, addresseeClasses: ['COMMISSION'] }), entered('.2', 'INVITES')];
    const of = link('OF', 'ask/A/RES/81/200/p63.1', 'entity/WHO', {}, [stated({ paragraph: '63', where: 'OPERATIVE' })]);
    const result = merged('FULL', known, [ask('63', 'REQUESTS', { addressees: ['entity/ITU'], dueYear: 2028 }), ask('64', 'URGES')], [of]);
    expect(idsOf(result)).toEqual(['p63.1', 'p63.2']);
    const id = 'ask/A/RES/81/200/p63.1';
    expect(conflictsOf(result)).toEqual([
      [id, 'addresseeClasses', 'COMMISSION', null],
      [id, 'dueYear', '2027', '2028'],
      [id, 'OF', null, `${id} OF entity/ITU`],
      [id, 'OF', `${id} OF entity/WHO`, null],
      ['ask/A/RES/81/200/p64', 'not in the dataset, which a person made', null, 'URGES'],
      ['ask/A/RES/81/200/p63.2', 'entered by a person, not found by the program', 'INVITES', null],
    ]);
  });

  test('that were extracted earlier get what they lack; what is not found now is told', () => {
    const known = [entered('.1', 'REQUESTS', {}, { method: 'EXTRACTED' }), entered('.2', 'INVITES', {}, { method: 'EXTRACTED' })];
    const result = merged('FULL', known, [ask('63', 'REQUESTS', { addressees: ['entity/ITU'], dueYear: 2028 })]);
    expect(result.dataset.nodes.find(({ id }) => id.endsWith('p63.1'))?.dueYear).toBe(2028);
    expect(result.dataset.links.some(({ link: name, to }) => name === 'OF' && to === 'entity/ITU')).toBe(true);
    expect(conflictsOf(result)).toEqual([['ask/A/RES/81/200/p63.2', 'extracted earlier, not found now', 'INVITES', null]]);
  });
});

describe('a report', () => {
  const id = 'report/A/82/60-E/2027/8';
  const report = node('REPORT', 'A/82/60-E/2027/8', {
    symbol: 'A/82/60-E/2027/8',
    title: 'Invented report',
    date: '2027-03-02',
    series: 'WSIS_PROGRESS',
    cycle: 2026,
    citationsRead: 'PARTIAL',
    contributorList: 'PARTIAL',
  });
  const done = (paragraph: string, maker: string, method: Evidence['method'] = 'CURATED') => {
    const rows = [evidence({ document: id, paragraph, where: 'BODY', method })];
    const told = `contribution/A/82/60-E/2027/8/p${paragraph}`;
    return {
      nodes: [node('CONTRIBUTION', `A/82/60-E/2027/8/p${paragraph}`, { summary: 'Invented', cycle: 2026, paragraph }, rows)],
      links: [link('MADE', maker, told, {}, rows), link('DESCRIBED_IN', told, id, {}, rows)],
    };
  };
  const merged = (known: ReturnType<typeof done>[], part: Partial<DocumentReading>) =>
    merge(
      datasetWith({ nodes: [report, ...known.flatMap(({ nodes }) => nodes)], links: known.flatMap(({ links }) => links) }),
      reading({ document: reportHead, ...part }),
    );
  const contributionsOf = ({ dataset }: ReturnType<typeof mergeReading>) =>
    dataset.nodes.filter(({ id: found }) => found.startsWith('contribution/A/82/60')).map(({ id: found }) => found.split('/p')[1]);

  test('gets its list: new contributors beside those known from inputs, which get its evidence too', () => {
    const input = link('CONTRIBUTED_TO', 'entity/ITU', id);
    const dataset = datasetWith({ nodes: [report], links: [input] });
    const contributors = [contributor('entity/ITU'), contributor('entity/WHO')];
    const result = merge(dataset, reading({ document: reportHead, contributors }));
    expect(result.dataset.nodes.find((found) => found.id === id)).toMatchObject({ contributorList: 'FULL', contributorCount: 2 });
    const rows = result.dataset.links.filter((found) => found.link === 'CONTRIBUTED_TO' && found.to === id);
    expect(rows.map(({ from, evidence: pieces }) => [from, pieces.map(({ method, footnote }) => [method, footnote])])).toEqual([
      [
        'entity/ITU',
        [
          ['EXTRACTED', 1],
          ['CURATED', null],
        ],
      ],
      ['entity/WHO', [['EXTRACTED', 1]]],
    ]);
  });

  test('of which a person entered contributions up to a paragraph gets those behind it; before it differences are told', () => {
    const contributions = [
      activity('19', ['entity/ITU'], { regions: ['region/africa'] }),
      activity('20', ['entity/WHO']),
      activity('41', ['entity/ECA']),
    ];
    const result = merged([done('19', 'entity/ITU'), done('22', 'entity/WHO')], { contributions });
    expect(contributionsOf(result)).toEqual(['19', '22', '41']);
    expect(
      conflictsOf(result).map(([fact, what, kept, read]) => [fact?.split('/p')[1] ?? fact, what, kept?.split('/').at(-1) ?? null, read]),
    ).toEqual([
      ['19', 'IN', null, 'contribution/A/82/60-E/2027/8/p19 IN region/africa'],
      ['20', 'not in the dataset, which a person made', null, 'MADE entity/WHO'],
      ['22', 'entered by a person, not found by the program', 'WHO', null],
    ]);
  });

  test('that was extracted before gets new tags and new activities beside the known ones', () => {
    const contributions = [activity('19', ['entity/ITU'], { regions: ['region/africa'] }), activity('19', ['entity/WHO'])];
    const result = merged([done('19', 'entity/ITU', 'EXTRACTED')], { contributions });
    expect(contributionsOf(result)).toEqual(['19', '19.2']);
    expect(result.dataset.links.some(({ link: name, from }) => name === 'IN' && from.endsWith('/p19'))).toBe(true);
    expect(result.report.conflicts).toEqual([]);
  });
});

describe('the head of a known resolution', () => {
  test('is further evidence of what another source says; what it states already adds nothing', () => {
    const recommended = (rows: Evidence[]) => link('RECOMMENDED', 'session/CSTD-24', own, {}, rows);
    const read = reading({ document: { recommendedBy: 'session/CSTD-24' } });
    const rowsOf = (rows: Evidence[]) =>
      merge(datasetWith({ nodes: [knownResolution()], links: [recommended(rows)] }), read).dataset.links.find(
        ({ link: name, to }) => name === 'RECOMMENDED' && to === own,
      )?.evidence.length;
    expect(rowsOf([evidence()])).toBe(2);
    expect(rowsOf([evidence({ document: own })])).toBe(1);
    expect(rowsOf([evidence({ document: own, where: 'HEADER', method: 'EXTRACTED' })])).toBe(1);
  });
});

describe('the whole', () => {
  const place = fc.record({
    to: fc.constantFrom('A/RES/70/125', 'A/RES/80/173', 'A/RES/56/183', 'A/RES/61/9', 'E/2021/11'),
    verb: fc.constantFrom('RECALLS', 'WELCOMES', 'NOTES'),
    paragraph: fc.constantFrom(null, 'PP1', 'PP2', '3', '12', '12 (a)'),
    where: fc.constantFrom('HEADER', 'PREAMBLE', 'OPERATIVE', 'FOOTNOTE', 'ANNEX', 'BODY'),
    footnote: fc.constantFrom(null, 1, 2),
    annex: fc.constantFrom(null, 'I', 'II'),
    date: fc.constantFrom(null, '2001-12-21', '2015-12-16', '2030-01-01'),
  });
  const row = fc.record({
    to: fc.constantFrom(review, 'resolution/A/RES/56/183'),
    verb: fc.constantFrom('RECALLS', 'WELCOMES', 'NOTES'),
    paragraph: fc.constantFrom(null, 'PP1', '3', '12 (a)'),
    where: fc.constantFrom(null, 'PREAMBLE', 'OPERATIVE', 'FOOTNOTE', 'ANNEX'),
    footnote: fc.constantFrom(null, 1, 2),
    method: fc.constantFrom('CURATED', 'EXTRACTED', 'UNVERIFIED'),
    language: fc.constantFrom('en', 'fr'),
  });
  const told = fc.record({
    paragraph: fc.constantFrom('3', '4'),
    verb: fc.constantFrom('REQUESTS', 'INVITES'),
    addressees: fc.subarray(['entity/ITU', 'entity/WHO']),
    dueYear: fc.constantFrom(null, 2027),
    annex: fc.constantFrom(null, 'I'),
  });

  test('merged twice changes nothing the second time, whatever was there and whatever was read', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.array(place, { maxLength: 12 }),
        fc.array(told, { maxLength: 6 }),
        (rows, places, asked) => {
          const links = new Map<string, LinkRecord>();
          for (const { to, verb, ...part } of rows) {
            const before = links.get(`${to} ${verb}`)?.evidence ?? [];
            const piece = stated(part as Partial<Evidence>);
            const twin = before.some((known) => JSON.stringify(known) === JSON.stringify(piece));
            links.set(`${to} ${verb}`, link('CITES', own, to, { verb }, twin ? before : [...before, piece]));
          }
          const read = reading({
            citations: places.map((part) => citation(part.to, part.verb as CitationFacts['verb'], part as Partial<CitationFacts>)),
            asks: asked.map(({ paragraph, verb, ...part }) => ask(paragraph, verb as 'REQUESTS', part)),
          });
          const { dataset } = merge(datasetWith({ nodes: [knownResolution()], links: [...links.values()] }), read);
          // What a person entered is there to the letter.
          const pieces = dataset.links.flatMap(({ evidence: kept }) => kept.map((piece) => JSON.stringify(piece)));
          for (const { evidence: kept } of links.values()) {
            for (const piece of kept) if (piece.method !== 'EXTRACTED') expect(pieces).toContain(JSON.stringify(piece));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('validates when it is written and read again', async () => {
    const read = [
      reading({
        document: { recommendedBy: 'session/CSTD-24', drafts: ['A/81/L.9'] },
        citations: [
          citation('A/RES/70/125', 'RECALLS', { paragraph: 'PP1', footnote: 3 }),
          citation('S/RES/9999(2000)', 'NOTES', { paragraph: '12 (a)' }),
          citation('E/2026/31', 'NOTES', { paragraph: '5', where: 'ANNEX', annex: 'I' }),
        ],
        asks: [ask('3', 'REQUESTS', { addressees: ['entity/ITU'], dueAt: 'session/CSTD-24' }), ask('12', 'URGES', { annex: 'I' })],
      }),
      reading({
        document: reportHead,
        contributors: [contributor('entity/ITU')],
        contributions: [
          activity('19', ['entity/ITU'], { regions: ['region/africa'], actionLines: ['action-line/C7.e-health'], sdgs: ['sdg/9'] }),
        ],
      }),
    ];
    const dataset = validDataset();
    for (const whole of [merge(dataset, ...read), onlyRead(dataset, read)]) {
      const { dataset: found, problems } = await readDataset(await writtenDataset(whole.dataset));
      expect(problems).toEqual([]);
      expect(found?.version).toBe(whole.dataset.version);
    }
    const { dataset: only } = onlyRead(dataset, read);
    expect(only.nodes.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'entity/ITU',
        'session/CSTD-24',
        'action-line/C7.e-health',
        'action-line/C7',
        'region/africa',
        'sdg/9',
        review,
        own,
      ]),
    );
    expect(only.nodes.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['entity/WHO']));
    expect(only.links.filter(({ link: name }) => name === 'PART_OF')).toHaveLength(1);
    expect(only.nodes.find(({ id }) => id === 'entity/ITU')).toEqual(dataset.nodes.find(({ id }) => id === 'entity/ITU'));
  });
});
