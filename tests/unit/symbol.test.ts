/** The symbol parser: every form that people write comes to one print. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { canonicalSymbol, symbolKeys, symbolReadings } from '../../src/domain/symbol.js';

const written: [canonical: string, ...forms: string[]][] = [
  [
    'A/RES/70/125',
    'a/res/70/125',
    'res. 70/125',
    'Res 70/125',
    'resolution 70/125',
    'Resolution No. 70/125',
    'General Assembly resolution 70/125',
    'United Nations General Assembly resolution 70/125',
    'resolution 70/125 of the General Assembly',
    'GA res 70/125',
    'UNGA res. 70/125',
    'A/RES 70/125',
    'A/RES/70-125',
    'a_res_70_125',
    'A_RES_70_125.txt',
    'A-RES-70-125',
    'A res 70/125',
    'UNGA/RES/70/125',
    ' A / RES / 70 / 125 ',
    'A/RES/70/125/',
    '(A/RES/70/125).',
    '“A/RES/70/125”',
    'Ａ／ＲＥＳ／７０／１２５',
    'A/RES/70/\u200b125',
    'A∕RES∕70∕125',
    'UN document A/RES/70/125',
    'General Assembly resolution A/RES/70/125',
    'A%2FRES%2F70%2F125',
    'undocs.org/A/RES/70/125',
    'https://undocs.org/A/RES/70/125',
    'http://www.undocs.org/en/A/RES/70/125',
    'https://undocs.org/en/A/RES/70/125?direct=true',
    'https://undocs.org/Home/Mobile?FinalSymbol=A%2FRES%2F70%2F125&Language=E&DeviceType=Desktop',
    'https://docs.un.org/en/A/RES/70/125#page=3',
    'https://docs.un.org/A%2FRES%2F70%2F125',
    'docs.un.org/fr/A/RES/70/125/',
    'https://documents.un.org/api/symbol/access?s=A/RES/70/125&l=en',
    'https://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/70/125',
  ],
  [
    'E/RES/2006/46',
    'ECOSOC resolution 2006/46',
    'Economic and Social Council resolution 2006/46',
    'resolution 2006/46',
    'res. 2006/46',
    'e_res_2006_46',
    'E res 2006/46',
  ],
  ['A/DEC/77/568', 'A decision 77/568', 'decision 77/568', 'General Assembly decision 77/568', 'a_dec_77_568', 'GA dec. 77/568'],
  ['E/DEC/2011/235', 'E decision 2011/235', 'ECOSOC decision 2011/235', 'decision 2011/235', 'E/dec/2011/235'],
  ['E agreed conclusions 2001/1', 'ECOSOC agreed conclusions 2001/1', 'agreed conclusions 2001/1', 'e Agreed  Conclusions 2001/1'],
  [
    'A/RES/57/270 B',
    'A/RES/57/270B',
    'A/RES/57/270_B',
    'a_res_57_270_b',
    'A/RES/57/270%20B',
    'resolution 57/270 B',
    'res 57/270_B',
    'https://docs.un.org/en/A/RES/57/270B',
    'https://www.un.org/view_doc.asp?symbol=A/RES/57/270+B',
  ],
  ['A/RES/1145(XII)', 'A/RES/1145 (XII)', 'a/res/1145(xii)', 'General Assembly resolution 1145 (XII)', 'A/RES/1145%28XII%29'],
  ['A/RES/3201(S-VI)', 'A/RES/3201 (s-vi)'],
  ['A/RES/S-20/2', 'General Assembly resolution S-20/2'],
  [
    'A/76/64-E/2021/11',
    'A/76/64–E/2021/11',
    'A/76/64—E/2021/11',
    'A/76/64−E/2021/11',
    'A/76/64‑E/2021/11',
    'a/76/64 - e/2021/11',
    'A/76/64*-E/2021/11*',
    'A_76_64_E_2021_11.txt',
    'A/76/64-E/2021/11 and Corr.1',
  ],
  ['A/71/67-E/2016/51', 'A/71/67*-E/2016/51*', 'A/71/67* – E/2016/51*'],
  [
    'E/2020/31-E/CN.16/2020/4',
    'E/2020/31 - E/CN.16/2020/4',
    'e_2020_31_e_cn.16_2020_4',
    'E/2020/31-E/CN16/2020/4',
    'E/2020/31-E/CN.16/2020/4 (and Corr.1)',
  ],
  ['A/C.2/80/L.58', 'a/c.2/80/l.58', 'A/C.2/80/L58', 'A/C.2/80/L. 58', 'UN Doc. A/C.2/80/L.58'],
  ['A/79/L.62', 'a_79_l.62'],
  ['A/C.2/79/L.33/Rev.1', 'a/c.2/79/l.33/rev.1', 'A/C.2/79/L.33/REV. 1'],
  ['A/80/6 (Sect. 3)/Add.1', 'A/80/6(Sect.3)/Add.1', 'a/80/6 (sect. 3)/add.1', 'A/80/6%20(Sect.%203)/Add.1'],
  ['A/80/49 (Vol. II)', 'A/80/49(Vol.II)'],
  ['A/CONF.157/24 (Part I)', 'a/conf.157/24 (part i)'],
  ['WSIS-05/TUNIS/DOC/6(Rev.1)', 'wsis-05/tunis/doc/6 (rev. 1)', 'WSIS–05/TUNIS/DOC/6(Rev.1)'],
  ['WSIS-03/GENEVA/DOC/4', 'wsis-03/geneva/doc/4'],
  ['WSIS-II/PC-3/DOC/5', 'wsis-ii/pc-3/doc/5'],
  ['UNCTAD/DTL/STICT/2015/3', 'unctad/dtl/stict/2015/3', 'unctad_dtl_stict_2015_3'],
  ['E/CN.16/2007/CRP.2', 'e/cn.16/2007/crp.2', 'e/cn.16/2007/crp 2'],
  ['E/CN.4/Sub.2/1993/29', 'e/cn.4/sub.2/1993/29'],
  ['A/RES/70/125/Corr.1', 'a/res/70/125/corr.1'],
  ['E/RES/70/125'],
];

describe('canonicalSymbol', () => {
  it.each(written)('prints every form of %s so', (canonical, ...forms) => {
    for (const form of [canonical, ...forms]) expect([form, canonicalSymbol(form)]).toEqual([form, canonical]);
  });

  it.each([
    '',
    '   ',
    'ITU',
    'UN Women',
    'C12',
    'C7.e-health',
    '70/1 or so',
    'A/RES/70/125 or so',
    'A/C.2/59/3, annex',
    'and/or',
    'n/a',
    'sdg/9',
    'report/A/76/64',
    'resolution',
    'General Assembly',
    'ECOSOC resolution 70/125',
    'General Assembly resolution 2006/46',
    'A agreed conclusions 70/1',
    '2010-09',
    '24 7',
    'https://example.org/A/RES/70/125',
    'https://documents.un.org/doc/undoc/gen/n15/438/42/pdf',
    'https://www.un.org/',
    '-/-',
    'A//',
    '/1/2',
    'A/RES/70/125'.repeat(30),
  ])('is null for %j, which is no symbol', (text) => {
    expect(canonicalSymbol(text)).toBeNull();
  });

  it('is null for a bare number, which may be several', () => {
    expect(canonicalSymbol('70/125')).toBeNull();
  });
});

describe('symbolReadings', () => {
  it('reads a bare number as resolution, decision and document of the Assembly, in this order', () => {
    expect(symbolReadings('70/125')).toEqual(['A/RES/70/125', 'A/DEC/70/125', 'A/70/125']);
    expect(symbolReadings('57/270B')).toEqual(['A/RES/57/270 B', 'A/DEC/57/270 B']);
  });

  it('reads a bare year and number as those of the Council', () => {
    expect(symbolReadings('2006/46')).toEqual(['E/RES/2006/46', 'E/DEC/2006/46', 'E/2006/46']);
  });

  it('leaves the document out when a body is named', () => {
    expect(symbolReadings('UNGA 70/125')).toEqual(['A/RES/70/125', 'A/DEC/70/125']);
    expect(symbolReadings('ECOSOC 2006/46')).toEqual(['E/RES/2006/46', 'E/DEC/2006/46']);
  });

  it('reads a resolution by roman session as that of either body', () => {
    expect(symbolReadings('resolution 1145 (XII)')).toEqual(['A/RES/1145(XII)', 'E/RES/1145(XII)']);
  });
});

describe('symbolKeys', () => {
  it('gives the whole and each half of a double symbol', () => {
    expect(symbolKeys('A/76/64–E/2021/11')).toEqual(['a/76/64-e/2021/11', 'a/76/64', 'e/2021/11']);
    expect(symbolKeys('E/2020/31-E/CN.16/2020/4')).toEqual(['e/2020/31-e/cn.16/2020/4', 'e/2020/31', 'e/cn.16/2020/4']);
  });

  it('gives one key of a single symbol, also of one with a hyphen of its own', () => {
    expect(symbolKeys('A/RES/57/270 B')).toEqual(symbolKeys('a_res_57_270_b'));
    expect(symbolKeys('WSIS-03/GENEVA/DOC/4')).toEqual(['wsis-03/geneva/doc/4']);
  });
});

const number = fc.integer({ min: 1, max: 999 });
const session = fc.integer({ min: 31, max: 120 });
const year = fc.integer({ min: 1946, max: 2099 });
const letter = fc.constantFrom('', ' A', ' B', ' C', ' E');
const addition = fc.constantFrom(
  '',
  '/Add.1',
  '/Rev.2',
  '/Corr.1',
  '/L.5',
  '/CRP.3',
  ' (Sect. 3)',
  ' (Vol. II)',
  ' (Part I)',
  '(Rev.1)',
  ' (Sect. 3)/Add.1',
);
const assemblyDocument = fc
  .tuple(fc.constantFrom('A', 'A/C.2', 'A/CONF.157', 'A/AC.3'), session, number, addition)
  .map(([a, s, n, add]) => `${a}/${s}/${n}${add}`);
const councilDocument = fc
  .tuple(fc.constantFrom('E', 'E/CN.16', 'E/C.12', 'E/CN.4/Sub.2'), year, number, addition)
  .map(([e, y, n, add]) => `${e}/${y}/${n}${add}`);
const act = fc.oneof(
  fc.tuple(fc.constantFrom('A/RES', 'A/DEC'), session, number, letter).map(([a, s, n, l]) => `${a}/${s}/${n}${l}`),
  fc.tuple(fc.constantFrom('E/RES', 'E/DEC'), year, number).map(([e, y, n]) => `${e}/${y}/${n}`),
  fc.tuple(number, fc.constantFrom('XII', 'XXV', 'S-VI')).map(([n, roman]) => `A/RES/${n}(${roman})`),
  fc.tuple(fc.constantFrom('S-27', 'ES-10'), number).map(([s, n]) => `A/RES/${s}/${n}`),
);
const conference = fc
  .tuple(
    fc.constantFrom('WSIS-03/GENEVA/DOC', 'WSIS-05/TUNIS/DOC', 'UNCTAD/DTL/STICT/2015', 'TD/B'),
    number,
    fc.constantFrom('', '(Rev.1)'),
  )
  .map(([c, n, r]) => `${c}/${n}${r}`);
const double = fc.tuple(assemblyDocument, councilDocument).map((halves) => halves.join('-'));
const agreed = fc.tuple(year, number).map(([y, n]) => `E agreed conclusions ${y}/${n}`);
const anySymbol = fc.oneof(assemblyDocument, councilDocument, act, conference, double, agreed);

describe('the symbol parser, for generated symbols', () => {
  it('reads what it prints', () => {
    fc.assert(fc.property(anySymbol, (symbol) => expect(canonicalSymbol(symbol)).toBe(symbol)));
  });

  it('brings case, dashes, spaces, width and encoding to one print and one set of keys', () => {
    const dash = fc.constantFrom('-', '–', '—', '−', '‑', '‐', ' – ', '\u00a0-\u00a0', '－');
    const slash = fc.constantFrom('/', ' / ', '／', '⁄');
    const wrap = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => ` ${text}.`,
      (text) => `"${text}"`,
      (text) => encodeURIComponent(text),
      (text) => `https://docs.un.org/en/${encodeURI(text)}`,
    );
    fc.assert(
      fc.property(
        fc.oneof(assemblyDocument, councilDocument, act, conference, double),
        dash,
        slash,
        wrap,
        (symbol, hyphen, stroke, dress) => {
          const variant = dress(symbol.replaceAll('-', hyphen).replaceAll('/', stroke));
          expect([variant, canonicalSymbol(variant)]).toEqual([variant, symbol]);
          expect(symbolKeys(variant)).toEqual(symbolKeys(symbol));
        },
      ),
    );
  });

  it('finds each half of a double symbol among the keys of the whole', () => {
    fc.assert(
      fc.property(assemblyDocument, councilDocument, (one, other) => {
        expect(symbolKeys(`${one}-${other}`)).toEqual(expect.arrayContaining([...symbolKeys(one), ...symbolKeys(other)]));
      }),
    );
  });

  it('prints nothing that it would print otherwise a second time', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'AERSDCLV/.-_() 0129bx*–', 'RES/', 'A/', '-E/', 'resolution ', 'Rev.', '(XII)'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (some) => {
        for (const symbol of symbolReadings(some)) expect(canonicalSymbol(symbol)).toBe(symbol);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the number of an act', () => {
  it.each(['A/RES/70', 'A/RES/70/ABC', 'E/RES/2006/46/XX', 'A/DEC/70/1/2/3', 'A/RES/70/125-126'])('is not in %s', (text) => {
    expect(canonicalSymbol(text)).toBeNull();
  });

  it.each(['A/RES/ES-11/1', 'A/RES/S-10/2', 'A/RES/3201(S-VI)', 'S/RES/1325(2000)', 'A/RES/46/36 L', 'A/RES/70/125/Corr.1'])(
    'is in %s',
    (text) => {
      expect(canonicalSymbol(text)).toBe(text);
    },
  );
});

const facts = join(__dirname, '../../../shared/facts');
(existsSync(facts) ? describe : describe.skip)(
  `the symbols of ../shared/facts${existsSync(facts) ? '' : ' (skipped: the folder is not there)'}`,
  () => {
    const read = <T>(name: string): T[] => (existsSync(facts) ? JSON.parse(readFileSync(join(facts, `${name}.json`), 'utf8')) : []);
    const symbols = [
      ...['resolutions', 'reports', 'other-documents'].flatMap((name) => read<{ symbol: string | null }>(name).map(({ symbol }) => symbol)),
      ...read<{ from: string; to: string }>('citations').flatMap(({ from, to }) => [from, to]),
    ].filter((symbol): symbol is string => symbol !== null && /\d+\/\d+|DOC\//.test(symbol));
    const spelledOtherwise: Record<string, string> = {
      'A decision 77/568': 'A/DEC/77/568',
      'E decision 2011/235': 'E/DEC/2011/235',
      'E decision 2015/242': 'E/DEC/2015/242',
      'E decision 2021/254': 'E/DEC/2021/254',
      'A/67/65-E/2012/48 and Corr.1': 'A/67/65-E/2012/48',
      'E/2012/31 - E/CN.16/2012/4 (and Corr.1)': 'E/2012/31-E/CN.16/2012/4',
      'E/2013/31 (and Corr.1)': 'E/2013/31',
    };

    it('are many', () => expect(new Set(symbols).size).toBeGreaterThan(150));

    it.each([...new Set(symbols)])('%s comes to its canonical print', (symbol) => {
      expect(canonicalSymbol(symbol)).toBe(spelledOtherwise[symbol] ?? symbol.replace(' - ', '-'));
    });
  },
);
