/** The lineage as pure functions: what is within reach, what is folded, and that nothing in the picture overlaps. */
import fc from 'fast-check';
import { draw, highlightItem, neighbour } from '../../../src/explorer/lineage/drawing.js';
import { fold } from '../../../src/explorer/lineage/fold.js';
import { arrange } from '../../../src/explorer/lineage/grid.js';
import { fitted, type Measure } from '../../../src/explorer/lineage/label.js';
import { headOf, laneOf, tailOf } from '../../../src/explorer/lineage/lanes.js';
import { ownerOf, placesInWords } from '../../../src/explorer/lineage/places.js';
import { type Citation, type Direction, type Paper, reach } from '../../../src/explorer/lineage/reach.js';
import { assignTracks } from '../../../src/explorer/lineage/tracks.js';
import { countVerbs, styleOf } from '../../../src/explorer/lineage/verbs.js';

const measure: Measure = (text, font) => text.length * (font === 'head' ? 7.5 : 6.5);

const paper = (symbol: string, date: string | null, part: Partial<Paper> = {}): Paper => ({
  id: `resolution/${symbol}`,
  kind: 'RESOLUTION',
  name: symbol,
  title: `Title of ${symbol}`,
  symbol,
  date,
  alternateNames: [],
  citationsRead: 'FULL',
  body: 'GENERAL_ASSEMBLY',
  family: 'GA_CONTEXT',
  ...part,
});
const cites = (from: string, to: string, verb = 'RECALLS', paragraph: string | null = '1'): Citation => ({
  from: `resolution/${from}`,
  to: `resolution/${to}`,
  verb,
  evidence: [{ paragraph, where: 'OPERATIVE', footnote: null, method: 'CURATED' }],
});

/** Root A (2020) rests on B and C, these on D; E and F rest on A. */
const papers = [
  paper('A', '2020-12-01'),
  paper('B', '2015-01-01'),
  paper('C', '2014'),
  paper('D', null),
  paper('E', '2022-05-05'),
  paper('F', '2023-05-05'),
];
const citations = [
  cites('A', 'B'),
  cites('A', 'B', 'REAFFIRMS'),
  cites('A', 'C', 'WELCOMES'),
  cites('B', 'C', 'NOTES'),
  cites('C', 'D'),
  cites('E', 'A'),
  cites('F', 'E'),
  cites('F', 'B', 'STRESSES'),
];
const reachOf = (direction: Direction, depth = 4, isChosen = (_: string) => true) =>
  reach('resolution/A', papers, citations, direction, depth, isChosen);
const symbols = (texts: Iterable<{ symbol: string | null; depth: number }>) =>
  [...texts].map(({ symbol, depth }) => `${symbol}${depth}`).sort();

describe('what is within reach', () => {
  test('goes the way and as far as asked', () => {
    expect(symbols(reachOf('ANCESTORS').texts.values())).toEqual(['A0', 'B1', 'C1', 'D2']);
    expect(symbols(reachOf('ANCESTORS', 1).texts.values())).toEqual(['A0', 'B1', 'C1']);
    expect(symbols(reachOf('DESCENDANTS').texts.values())).toEqual(['A0', 'E1', 'F2']);
    expect(symbols(reachOf('BOTH').texts.values())).toEqual(['A0', 'B1', 'C1', 'D2', 'E1', 'F2']);
  });

  test('without a verb, what is reached by it alone is gone, and depths are those of the ways that are left', () => {
    const withoutWelcomes = reachOf('ANCESTORS', 4, (verb) => verb !== 'WELCOMES');
    expect(symbols(withoutWelcomes.texts.values())).toEqual(['A0', 'B1', 'C2', 'D3']);
    expect(symbols(reachOf('ANCESTORS', 4, (verb) => verb === 'NOTES').texts.values())).toEqual(['A0']);
  });

  test('the nearest citations are those on a shortest way, on either side', () => {
    const { nearest, citations: all } = reachOf('BOTH');
    const names = [...nearest].map(({ from, to, verb }) => `${from.slice(-1)}${to.slice(-1)} ${verb}`).sort();
    expect(names).toEqual(['AB REAFFIRMS', 'AB RECALLS', 'AC WELCOMES', 'CD RECALLS', 'EA RECALLS', 'FE RECALLS']);
    expect(all.length).toBe(8);
  });

  test('each citation is told in one row of the table', () => {
    const reached = reachOf('BOTH');
    const owners = reached.citations.map(
      (citation) => `${citation.from.slice(-1)}${citation.to.slice(-1)} ${ownerOf(citation, reached).slice(-1)}`,
    );
    expect([...new Set(owners)]).toEqual(['AB B', 'AC C', 'BC C', 'CD D', 'EA E', 'FE F', 'FB B']);
  });
});

describe('names, lanes and places', () => {
  test('a resolution is called by its symbol and its short name, an outcome document by its name', () => {
    const agenda = paper('A/RES/70/1', '2015', {
      title: 'Transforming our world: the 2030 Agenda for Sustainable Development',
      alternateNames: ['2030 Agenda'],
    });
    expect([headOf(agenda), tailOf(agenda)]).toEqual(['A/RES/70/1', '2030 Agenda']);
    const tunis: Partial<Paper> = {
      kind: 'OUTCOME_DOCUMENT',
      title: 'Tunis Agenda for the Information Society',
      alternateNames: ['A/60/687', 'Tunis Agenda'],
    };
    expect([headOf(paper('WSIS-05/TUNIS/DOC/6', '2005', tunis)), tailOf(paper('WSIS-05/TUNIS/DOC/6', '2005', tunis))]).toEqual([
      'Tunis Agenda',
      '',
    ]);
    expect(tailOf(paper('A/RES/1', null, { title: 'A/RES/1' }))).toBe('');
  });

  test('the lanes are those of the bodies and families', () => {
    expect(laneOf(paper('A', null, { family: 'GA_ICT4D' }))).toBe('summit');
    expect(laneOf(paper('A', null, { family: 'CITED_ONLY' }))).toBe('assembly');
    expect(laneOf(paper('A', null, { body: 'ECONOMIC_AND_SOCIAL_COUNCIL', family: 'CITED_ONLY' }))).toBe('council');
    expect(laneOf(paper('A', null, { kind: 'REPORT' }))).toBe('report');
    expect(laneOf(paper('A', null, { kind: 'OTHER_DOCUMENT' }))).toBe('other');
  });

  test('a place is told with its paragraph, its footnote and its part', () => {
    const place = { paragraph: null, where: null, footnote: null, method: 'CURATED' };
    expect(
      placesInWords({
        evidence: [
          { ...place, paragraph: 'PP2', where: 'PREAMBLE' },
          { ...place, paragraph: 'PP2', where: 'PREAMBLE' },
          { ...place, paragraph: '5', where: 'FOOTNOTE', footnote: 3 },
          { ...place, paragraph: '7', where: 'ANNEX' },
          { ...place, where: 'BODY' },
        ],
      }),
    ).toBe('preambular para. 2; para. 5, footnote 3; annex, para. 7; in the text');
  });

  test('rare verbs share one look, and stand last in the legend', () => {
    expect([styleOf('RECALLS'), styleOf('URGES'), styleOf('GUIDED_BY')]).toEqual(['recalls', 'other', 'other']);
    expect(countVerbs(citations).map(({ verb, count }) => `${verb} ${count}`)).toEqual([
      'RECALLS 4',
      'REAFFIRMS 1',
      'NOTES 1',
      'WELCOMES 1',
      'STRESSES 1',
    ]);
  });

  test('a text that is too long ends with an ellipsis, and a lone letter is not shown', () => {
    expect(fitted('Outcome document', 60, 'head', measure)).toBe('Outcome…');
    expect(fitted('Modalities for the overall review', 180, 'head', measure)).toBe('Modalities for the…');
    expect(fitted('A/CONF.157/24 (Part I)', 120, 'head', measure)).toBe('A/CONF.157/24…');
    expect(fitted('Incomprehensibilities', 90, 'head', measure)).toBe('Incomprehen…');
    expect(fitted('Outcome', 100, 'head', measure)).toBe('Outcome');
    expect(fitted('Outcome', 16, 'head', measure)).toBe('');
  });
});

describe('folding', () => {
  /** A root, a text that it cites, ten yearly texts and four unread ones that this one cites. */
  const year = (at: number) => paper(`Y${at}`, `${2010 + at}-12-01`, { family: 'GA_ICT4D' });
  const leaf = (at: number) => paper(`L${at}`, at === 0 ? null : `19${60 + at}-01-01`, { family: 'CITED_ONLY', citationsRead: 'NONE' });
  const all = [
    paper('R', '2025-01-01'),
    paper('N', '2024-01-01'),
    ...Array.from({ length: 10 }, (_, at) => year(at)),
    ...[1, 2, 3, 0].map(leaf),
  ];
  const links = [
    cites('R', 'N'),
    ...all.slice(2).map(({ symbol }) => cites('N', String(symbol))),
    ...Array.from({ length: 9 }, (_, at) => cites(`Y${at + 1}`, `Y${at}`)),
  ];
  const reached = reach('resolution/R', all, links, 'ANCESTORS', 3, () => true);

  test('a run of yearly texts and a list that one text alone cites are stacks; the neighbours of the root never are', () => {
    const { items, stacks } = fold(reached, () => false);
    expect(stacks.map(({ form, texts }) => `${form} ${texts.length}`)).toEqual(['run 10', 'list 3']);
    expect(items.filter(({ form }) => form === 'text').map(({ key }) => key.slice(11))).toEqual(['R', 'N', 'L0']);
    expect(stacks[1]?.ways?.map(({ symbol }) => symbol)).toEqual(['N']);
  });

  test('an open stack stands as its texts, and is still known', () => {
    const { items, stacks } = fold(reached, (key) => key.startsWith('run:'));
    expect(stacks.length).toBe(2);
    expect(items.filter(({ form }) => form === 'text').length).toBe(13);
  });

  test('each text of a run stands at its year, and lines go to it', () => {
    const drawing = draw(
      reached,
      fold(reached, () => false),
      false,
      1200,
      measure,
    );
    const years = drawing.grid.cells.filter(({ isMark }) => isMark).map(({ row }) => drawing.grid.rows[row]?.year);
    expect(years).toEqual([2019, 2018, 2017, 2016, 2015, 2014, 2013, 2012, 2011, 2010]);
    expect(drawing.edges.every(({ from, to }) => from.row < to.row)).toBe(true);
  });

  test('what is looked at shows all its citations, those too that the picture leaves out', () => {
    const folding = fold(reached, () => true);
    const drawing = draw(reached, folding, false, 1200, measure);
    const item = drawing.cellOfItem.get('resolution/Y5')?.item;
    const drawn = drawing.edges.filter(({ from, to }) => from.item === item || to.item === item);
    const { items } = highlightItem(drawing, reached, item ?? folding.items[0]!);
    expect(drawn.length).toBe(1);
    expect([...items].sort()).toEqual(['resolution/N', 'resolution/Y4', 'resolution/Y5', 'resolution/Y6']);
  });

  test('the arrow keys lead along the lane and to the next lane', () => {
    const folding = fold(reached, () => true);
    const drawing = draw(reached, folding, false, 1200, measure);
    const item = (key: string) => drawing.cellOfItem.get(`resolution/${key}`)!.item;
    expect(neighbour(drawing, item('Y5'), 'ArrowDown')?.key).toBe('resolution/Y4');
    expect(neighbour(drawing, item('Y5'), 'ArrowUp')?.key).toBe('resolution/Y6');
    expect(neighbour(drawing, item('R'), 'ArrowLeft')?.key).toBe('resolution/Y9');
    expect(neighbour(drawing, item('Y9'), 'ArrowRight')?.key).toBe('resolution/N');
    expect(neighbour(drawing, item('Y0'), 'ArrowDown')).toBeUndefined();
    expect(neighbour(drawing, item('Y0'), 'Tab')).toBeUndefined();
  });
});

/** Any graph of documents, that of citations to older ones and now and then to a newer one. */
const anyLineage = fc
  .array(
    fc.record({
      year: fc.option(fc.integer({ min: 1948, max: 2025 }), { freq: 6, nil: null }),
      family: fc.constantFrom('GA_ICT4D', 'GA_CONTEXT', 'CITED_ONLY', 'ECOSOC_WSIS', 'REPORT', 'OUTCOME', 'OTHER'),
      title: fc.string({ minLength: 1, maxLength: 60 }),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .chain((drafts) =>
    fc.record({
      papers: fc.constant(
        drafts.map(({ year, family, title }, at) =>
          paper(`${family}/${at}`, year === null ? null : `${year}-0${(at % 9) + 1}-01`, {
            title,
            kind:
              family === 'REPORT'
                ? 'REPORT'
                : family === 'OUTCOME'
                  ? 'OUTCOME_DOCUMENT'
                  : family === 'OTHER'
                    ? 'OTHER_DOCUMENT'
                    : 'RESOLUTION',
            body: family === 'ECOSOC_WSIS' ? 'ECONOMIC_AND_SOCIAL_COUNCIL' : 'GENERAL_ASSEMBLY',
            family,
          }),
        ),
      ),
      links: fc.array(
        fc.record({
          from: fc.nat({ max: drafts.length - 1 }),
          to: fc.nat({ max: drafts.length - 1 }),
          verb: fc.constantFrom('RECALLS', 'REAFFIRMS', 'CITES', 'URGES'),
        }),
        { maxLength: 120 },
      ),
      direction: fc.constantFrom<Direction>('ANCESTORS', 'DESCENDANTS', 'BOTH'),
      all: fc.boolean(),
      isOpen: fc.boolean(),
      width: fc.constantFrom(340, 720, 1216, 2400),
    }),
  )
  .map(({ papers: drawn, links, direction, all, isOpen, width }) => {
    const made = links.map(({ from, to, verb }) => ({ ...cites('', '', verb), from: drawn[from]!.id, to: drawn[to]!.id }));
    const reached = reach(drawn[0]!.id, drawn, made, direction, 4, () => true);
    const folding = fold(reached, () => isOpen);
    return { reached, folding, drawing: draw(reached, folding, all, width, measure), width };
  });

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const overlap = (one: Box, two: Box) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;

describe('the picture of any lineage', () => {
  const boxesOf = ({ layout }: ReturnType<typeof draw>): Box[] =>
    layout.labels.flatMap(({ x, head, headY, tail, tailX, tailY, isHeadTwoLines }) => [
      { left: x, right: x + measure(head, 'head'), top: headY - 9, bottom: headY + 3 },
      { left: tailX, right: tailX + measure(tail, isHeadTwoLines ? 'head' : 'tail'), top: tailY - 9, bottom: tailY + 3 },
    ]);

  test('no two labels overlap, and none leaves the picture', () => {
    fc.assert(
      fc.property(anyLineage, ({ drawing, width }) => {
        const boxes = boxesOf(drawing).filter(({ left, right }) => right > left);
        for (const [at, box] of boxes.entries()) {
          expect(box.right).toBeLessThanOrEqual(width + 0.5);
          expect(box.bottom).toBeLessThanOrEqual(drawing.layout.height);
          for (const other of boxes.slice(at + 1)) expect([box, other, overlap(box, other)]).toEqual([box, other, false]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('no line runs through a label', () => {
    fc.assert(
      fc.property(anyLineage, ({ drawing }) => {
        const boxes = boxesOf(drawing).filter(({ left, right }) => right > left);
        for (const wire of drawing.wires) {
          for (const line of linesOf(wire.path)) {
            for (const box of boxes) expect([wire.key, line, box, overlap(line, box)]).toEqual([wire.key, line, box, false]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('within a year, what cites stands above what it cites, whatever the lane', () => {
    const [newer, council, older] = [
      paper('G2', '2024-12-19', { family: 'GA_ICT4D' }),
      paper('E1', '2024-07-23', { body: 'ECONOMIC_AND_SOCIAL_COUNCIL', family: 'ECOSOC_WSIS' }),
      paper('O', '2024', { kind: 'OTHER_DOCUMENT' }),
    ];
    const reached = reach(newer.id, [newer, council, older], [cites('G2', 'E1'), cites('E1', 'O')], 'ANCESTORS', 3, () => true);
    const { cellOf } = arrange(fold(reached, () => false).items, reached.citations);
    expect([newer, council, older].map(({ id }) => cellOf.get(id)?.row)).toEqual([0, 1, 2]);
  });

  test('no two marks of a lane share a row, and years go down', () => {
    fc.assert(
      fc.property(anyLineage, ({ reached, folding }) => {
        const { rows, cells } = arrange(folding.items, reached.citations);
        expect(new Set(cells.map(({ lane, row }) => `${lane} ${row}`)).size).toBe(cells.length);
        const years = rows.map(({ year }) => year ?? Number.NEGATIVE_INFINITY);
        expect([...years].sort((one, two) => two - one)).toEqual(years);
      }),
      { numRuns: 100 },
    );
  });

  test('every citation on a shortest way is drawn or lies within a stack', () => {
    fc.assert(
      fc.property(anyLineage, ({ reached, drawing }) => {
        const drawn = new Set(drawing.edges.flatMap((edge) => edge.citations));
        const along = new Set(drawing.wires.flatMap(({ edges }) => edges));
        expect(along.size).toBe(drawing.edges.length);
        for (const citation of reached.nearest) {
          const ends = [citation.from, citation.to].map((id) => drawing.grid.cellOf.get(id)?.item);
          expect(drawn.has(citation) || ends[0] === ends[1]).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The straight parts of a path as thin boxes. */
function linesOf(path: string): Box[] {
  const lines: Box[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/([MVHQ])([^MVHQ]*)/g)) {
    const numbers = rest.trim().split(/[ ,]+/).map(Number);
    const [toX, toY] = command === 'V' ? [x, numbers[0]!] : command === 'H' ? [numbers[0]!, y] : [numbers.at(-2)!, numbers.at(-1)!];
    if (command === 'V' || command === 'H')
      lines.push({
        left: Math.min(x, toX) - 0.1,
        right: Math.max(x, toX) + 0.1,
        top: Math.min(y, toY) - 0.1,
        bottom: Math.max(y, toY) + 0.1,
      });
    [x, y] = [toX, toY];
  }
  return lines;
}

test('tracks: spans that touch never share one, and those that had one keep it', () => {
  const anySpans = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), { maxLength: 40 });
  fc.assert(
    fc.property(anySpans, (pairs) => {
      const spans = pairs.map(([one, two], at) => ({ key: String(at), from: Math.min(one, two), to: Math.max(one, two) }));
      const tracks = assignTracks(spans);
      for (const [at, span] of spans.entries()) {
        for (const other of spans.slice(at + 1)) {
          const touch = span.from <= other.to && other.from <= span.to;
          if (touch) expect(tracks.get(span.key)).not.toBe(tracks.get(other.key));
        }
      }
      const again = assignTracks([...spans, { key: 'new', from: 0, to: 50 }], tracks);
      for (const { key } of spans) expect(again.get(key)).toBe(tracks.get(key));
    }),
  );
});
