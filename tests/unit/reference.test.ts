/** The reference parser: ids of every kind in any form, and the keys under which nodes are found. */
import fc from 'fast-check';
import { nodeSpecs } from '../../src/domain/graph.js';
import { foldKey, keysInside, nameKeys, parseReference } from '../../src/domain/reference.js';
import { smallDataset } from '../support/small-dataset.js';

const firstIds: [id: string, ...forms: string[]][] = [
  [
    'action-line/C7',
    'C7',
    'c7',
    'C-7',
    'C.7',
    'action line C7',
    'WSIS action line c7',
    'action-line/C7',
    'Action Line/c7',
    'action_line/C7',
    'C07',
  ],
  ['action-line/C5', 'action line C5', 'WSIS action line c5', 'action-line/C5', 'action-line C5', 'https://graph.example/action-line/C5'],
  [
    'action-line/C7.e-health',
    'c7 e-health',
    'C7.e-health',
    'C7 eHealth',
    'C7: e-health',
    'C7 – e‑health',
    'c7_e-health',
    'C7/e-health',
    'C7 health',
    'e-health',
    'eHealth',
    'E HEALTH',
    'action-line/c7.e-health',
    'action line C7.e-health',
  ],
  ['sdg/9', 'Goal 9', 'SDG 9', 'SDG9', 'sdg/9', 'SDG-9', 'Sustainable Development Goal 9', 'goal no. 9', 'SDG 09', 'sdg%2F9'],
  ['sdg/17', 'Goal 17', 'ＳＤＧ １７'],
  ['sdg-target/9.c', '9.c', 'target 9.c', 'SDG target 9.C', 'SDG 9.c', 'sdg-target/9.c', 'sdg target/9c', 'Goal 9.c', 'Target 9c'],
  ['sdg-target/17.11', '17.11', 'target 17.11'],
  [
    'session/CSTD-24',
    'CSTD-24',
    'CSTD 24',
    'cstd24',
    'CSTD–24',
    '24th session of the CSTD',
    'CSTD 24th session',
    'CSTD session 24',
    'CSTD session 24 (2021)',
    'the 24th session of the Commission on Science and Technology for Development',
    'twenty-fourth session',
    'Twenty fourth session of the Commission on Science and Technology for Development',
    '24th CSTD session',
    'session/CSTD-24',
    'session/24',
    'Session 24',
  ],
  ['session/CSTD-1', 'first session'],
  ['session/CSTD-12', 'twelfth session of the CSTD'],
  ['session/CSTD-30', 'thirtieth session'],
  ['session/CSTD-40', 'fortieth session', '40th session'],
  [
    'resolution/A/RES/70/125',
    '70/125',
    'resolution/A/RES/70/125',
    'resolution/a_res_70_125',
    'Resolution/70/125',
    '/resolution/A/RES/70/125',
  ],
  ['resolution/A/RES/57/270 B', 'resolution/A/RES/57/270%20B', 'resolution/A/RES/57/270B', 'resolution%2FA%2FRES%2F57%2F270_B'],
  ['resolution/A/DEC/77/568', 'decision 77/568'],
  [
    'report/A/76/64-E/2021/11',
    'A/76/64-E/2021/11',
    'report/A/76/64-E/2021/11',
    'report%2FA%2F76%2F64-E%2F2021%2F11',
    'report/A/76/64–E/2021/11',
  ],
  ['report/A/76/64', 'report/A/76/64'],
  ['other-document/A/C.2/80/L.58', 'other-document/a/c.2/80/l.58'],
];

describe('parseReference', () => {
  it.each(firstIds)('reads every form of %s', (id, ...forms) => {
    for (const form of forms) expect([form, parseReference(form).ids[0]]).toEqual([form, id]);
  });

  it('gives the keys of names, with and without the article', () => {
    expect(parseReference('UN–Women').keys).toEqual(['un-women']);
    expect(parseReference('The Commission').keys).toEqual(['the-commission', 'commission']);
  });

  it('keeps the kind that a prefix names, so that nothing else is found', () => {
    expect(parseReference('report/E/2021/11')).toMatchObject({ kind: 'REPORT', keys: ['e/2021/11'] });
    expect(parseReference('entity/UN Women')).toMatchObject({ kind: 'ENTITY', keys: ['un-women'] });
    expect(parseReference('A/RES/70/125').kind).toBeNull();
  });

  it('finds a double symbol also when its halves are turned', () => {
    expect(parseReference('E/2021/11-A/76/64').keys).toContain('a/76/64-e/2021/11');
  });

  it('reads nothing that is empty, invisible or over the limit', () => {
    for (const text of ['', '   ', '\u200b\u200d', '…'.repeat(101), 'C7'.repeat(151), 'x'.repeat(10_000)]) {
      expect(parseReference(text)).toEqual({ kind: null, ids: [], keys: [] });
    }
  });

  it('does not read a number out of a longer text', () => {
    for (const text of ['C7 or so', 'about goal 9', 'SDG 9 and 10', 'C123', 'goal 100', 'hundredth session', 'C7 e-health and more']) {
      expect([text, parseReference(text).ids]).toEqual([text, []]);
    }
  });

  it('reads every id of a dataset back, as it is, folded and percent-encoded', () => {
    for (const { id, kind } of smallDataset().nodes) {
      const key = foldKey(id.slice(id.indexOf('/') + 1));
      for (const form of [id, encodeURIComponent(id), id.toLowerCase(), id.replaceAll('-', '–')]) {
        const reference = parseReference(form);
        expect([form, reference.kind]).toEqual([form, kind]);
        expect([...reference.keys, ...reference.ids.map(foldKey)]).toEqual(expect.arrayContaining([key]));
      }
    }
  });
});

describe('parseReference, for any text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((units) => String.fromCharCode(...units)),
    fc
      .tuple(
        fc.constantFrom(
          '(',
          ' ',
          '.',
          '-',
          'A/',
          '1',
          '/',
          'the ',
          '%',
          '%41',
          '-A/',
          'un ',
          'e-',
          '\u0301',
          '((',
          '. ',
          ' -',
          '＊',
          'no.',
          'ﷺ',
          '"',
        ),
        fc.nat(300),
      )
      .map(([part, times]) => part.repeat(times).slice(0, 300)),
  );

  it('never throws, gives no key over the limit, and gives folded keys', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { ids, keys } = parseReference(text);
        for (const key of [...keys, ...keysInside(text)]) {
          expect(key.length).toBeLessThanOrEqual(300);
          expect(foldKey(key)).toBe(key);
        }
        expect(ids.length).toBeLessThan(20);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer than a moment for the worst that is known', () => {
    const parts = [
      '(',
      ' ',
      '.',
      '-',
      'A/',
      '1',
      '/',
      'the ',
      'un ',
      '-A/',
      ' - ',
      '(1)',
      '1/',
      'a.',
      '%20',
      'A_1_',
      'A/1_E/',
      'res ',
      'A/RES/1/',
      '*',
      '"',
      '9.',
      'sdg ',
      'target ',
      'twenty ',
    ];
    const started = performance.now();
    for (const part of parts) {
      const text = part.repeat(10_000);
      for (const length of [299, 300, 10_000]) {
        parseReference(text.slice(0, length));
        parseReference(`A/${text.slice(0, 297)}!`);
        keysInside(text.slice(0, length));
      }
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('foldKey', () => {
  it.each([
    ['UN Women', 'UN-Women', 'un_women', 'UN–Women', ' un  women ', 'Un\u00a0Women', 'ＵＮ Women'],
    ['Organisation mondiale de la Santé', 'organisation mondiale de la sante', 'ORGANISATION MONDIALE DE LA SANTE\u0301'],
    ["Children's Fund", 'Children’s Fund', 'childrens fund'],
    ['Science & Technology', 'science and technology'],
    ['WSIS: Tunis phase', 'WSIS, Tunis phase', 'wsis (Tunis) phase'],
  ])('brings the spellings of %j to one key', (...spellings) => {
    expect(new Set(spellings.map(foldKey)).size).toBe(1);
  });

  it('is empty when no letter or digit is left', () => {
    expect(['', '---', '\u200b', '\u{1f600}', '\ud800'].map(foldKey)).toEqual(['', '', '', '', '']);
  });
});

describe('nameKeys', () => {
  const keysOf = (id: string) => nameKeys(smallDataset().nodes.find((node) => node.id === id)!);

  it('holds the id, the id without its prefix, the symbol and its halves, and the names', () => {
    expect(keysOf('report/A/76/64-E/2021/11')).toEqual(
      expect.arrayContaining(['report/a/76/64-e/2021/11', 'a/76/64-e/2021/11', 'a/76/64', 'e/2021/11', 'progress-made-in-2020']),
    );
    expect(keysOf('entity/WHO')).toEqual(['entity/who', 'who', 'world-health-organization', 'organisation-mondiale-de-la-sante']);
    expect(keysOf('action-line/C7.e-health')).toEqual(expect.arrayContaining(['c7.e-health', 'e-health', 'health']));
  });

  it('holds an alternate name that is a symbol as its halves too', () => {
    const node = {
      ...smallDataset().nodes.find(({ id }) => id === 'outcome-document/tunis-agenda')!,
      alternateNames: ['A/60/687', 'A/1/2–E/2006/3'],
    };
    expect(nameKeys(node)).toEqual(expect.arrayContaining(['a/60/687', 'a/1/2-e/2006/3', 'a/1/2', 'e/2006/3']));
  });

  it('leaves out summaries of contributions and asks, and keys over 300 characters', () => {
    for (const node of smallDataset().nodes.filter(({ kind }) => kind === 'CONTRIBUTION' || kind === 'ASK'))
      expect(nameKeys(node)).toHaveLength(2);
    const node = { ...smallDataset().nodes.find(({ id }) => id === 'entity/ITU')!, alternateNames: ['x'.repeat(301)] };
    expect(nameKeys(node).every((key) => key.length <= 300)).toBe(true);
  });

  it('finds every node of a dataset by its id and by each of its names', () => {
    for (const node of smallDataset().nodes) {
      const keys = nameKeys(node);
      const names = node.kind === 'CONTRIBUTION' || node.kind === 'ASK' ? [] : [node.name, ...node.alternateNames];
      for (const text of [node.id.slice(nodeSpecs[node.kind].prefix.length + 1), ...names]) {
        expect([text, parseReference(text).keys.some((key) => keys.includes(key))]).toEqual([text, true]);
      }
    }
  });
});

describe('forms that people were seen to type', () => {
  it.each([
    ['General Assembly resolution 70/125 of 16 December 2015', 'resolution/A/RES/70/125'],
    ['Economic and Social Council resolution 2006/46 of 28 July 2006', 'resolution/E/RES/2006/46'],
    ['resolution 70/125 (2015)', 'resolution/A/RES/70/125'],
    ['24th session of the Commission', 'session/CSTD-24'],
    ['Commission on Science and Technology for Development, twenty-fourth session', 'session/CSTD-24'],
    ['CSTD thirtieth session', 'session/CSTD-30'],
    ['action line 5', 'action-line/C5'],
    ['AL C5', 'action-line/C5'],
  ])('%s', (text, id) => {
    expect(parseReference(text).ids).toContain(id);
  });
});
