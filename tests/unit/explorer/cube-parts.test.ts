/** The parts of the cube's page that are pure: colours, CSV, the question to take away, keys, what is too large. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { buildSchema, GraphQLError, type OperationDefinitionNode, parse, typeFromAST, validate, valueFromAST } from 'graphql';
import { toCsv } from '../../../src/explorer/cube/csv.js';
import { refusedSize, waysToFewer } from '../../../src/explorer/cube/fewer-cells.js';
import { moved } from '../../../src/explorer/cube/moves.js';
import { readQuestion, variablesOf } from '../../../src/explorer/cube/question.js';
import { runnable } from '../../../src/explorer/cube/runnable.js';
import { greatestLevel, levelOf, stepInWords, stepsOf } from '../../../src/explorer/cube/scale.js';

const root = join(__dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

describe('the steps of colour', () => {
  test('cover every number from 1 to the greatest, once, and more is never lighter', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 }), (values) => {
        const steps = stepsOf(values);
        expect(steps[0]?.from).toBe(1);
        expect(steps.at(-1)?.to).toBe(Math.max(...values));
        for (const [at, step] of steps.entries()) {
          expect(step.level).toBe(at + 1);
          expect(step.to).toBeGreaterThanOrEqual(step.from);
          if (at > 0) expect(step.from).toBe((steps[at - 1]?.to ?? 0) + 1);
        }
        for (const value of values) expect(levelOf(value, steps)).toBeGreaterThan(0);
        expect(steps.length).toBeLessThanOrEqual(greatestLevel);
      }),
    );
  });

  test('fit the numbers: one for ones, three from 3 on, each a third of the digits', () => {
    const words = (greatest: number) => stepsOf([greatest]).map(stepInWords);
    expect(words(1)).toEqual(['1']);
    expect(words(2)).toEqual(['1', '2']);
    expect(words(4)).toEqual(['1', '2', '3–4']);
    expect(words(64)).toEqual(['1–4', '5–16', '17–64']);
    expect(words(1_000_000)).toEqual(['1–100', '101–10,000', '10,001–1,000,000']);
    expect(stepsOf([])).toEqual([]);
    expect(levelOf(0, stepsOf([5]))).toBe(0);
  });

  /** Relative luminance, as WCAG 2 defines it. */
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };
  const css = read('src', 'explorer', 'cube', 'cube.css');
  const blocks = [...css.matchAll(/(?:--heat-\d(?:-ink)?: #[0-9a-f]{6};\s*)+/g)].map(([block]) =>
    Object.fromEntries([...block.matchAll(/--(heat-\d(?:-ink)?): (#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour])),
  );

  test.each(['light', 'dark', 'dark by the system', 'print'].map((theme, at) => ({ theme, colours: blocks[at] ?? {} })))(
    '$theme: 3 : 1 from each to the next, 4.5 : 1 for the number on it',
    ({ colours }) => {
      expect(blocks).toHaveLength(4);
      const of = (name: string) => colours[name] ?? '';
      for (const level of [1, 2, 3]) expect(contrast(of(`heat-${level}`), of(`heat-${level}-ink`))).toBeGreaterThanOrEqual(4.5);
      for (const level of [1, 2]) expect(contrast(of(`heat-${level}`), of(`heat-${level + 1}`))).toBeGreaterThanOrEqual(3);
    },
  );

  test('dark by choice and dark by the system are one, and on paper it is as light', () => {
    expect(blocks[2]).toEqual(blocks[1]);
    expect(blocks[3]).toEqual(blocks[0]);
  });
});

describe('CSV', () => {
  test('is read back by a parser as it was written, whatever stands in it, but for the guard', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a,b', '"', 'a\r\nb', ' x ', '\n', 'C7.e-health'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const wide = Math.max(...rows.map(({ length }) => length));
        const even = rows.map((row) => [...row, ...Array.from({ length: wide - row.length }, () => '')]);
        const back = parseCsv(toCsv(even), { record_delimiter: '\r\n', relax_quotes: false }) as string[][];
        expect(back.map((row) => row.map((text) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)))).toEqual(
          even.map((row) => row.map((text) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text))),
        );
      }),
    );
  });

  test('what a spreadsheet would run has an apostrophe before it; numbers and all else have none', () => {
    expect(toCsv([['=1+1', '+x', '-x', '@SUM(A1)', '\tx', 'a=b', "'x", -1, 12, null, '']])).toBe(
      "'=1+1,'+x,'-x,'@SUM(A1),'\tx,a=b,'x,-1,12,,\r\n",
    );
    expect(toCsv([['=HYPERLINK("http://x","y")']])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
  });
});

describe('the question to take away', () => {
  const schema = buildSchema(read('schema', 'schema.graphql'));
  const document = read('src', 'explorer', 'queries', 'cube.graphql');

  /** The defaults of the variables, read as the API would. */
  function defaults(text: string): Record<string, unknown> {
    const [operation] = parse(text).definitions as [OperationDefinitionNode];
    return Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
        const known = typeFromAST(schema, type as never);
        if (!known) throw new GraphQLError('no such type');
        return [variable.name.value, valueFromAST(defaultValue, known as never)];
      }),
    );
  }

  test('holds against the contract and has the variables as defaults', () => {
    const { question } = readQuestion({
      rows: 'SDG',
      columns: 'CYCLE',
      measure: 'ENTITIES',
      includeEmpty: 'true',
      entities: 'entity/ITU|Côte "d\'Or" \\ \n',
      categories: 'BUSINESS|OTHER_UN',
      methods: 'CURATED',
      cycles: '2010..',
      unSystem: 'false',
      text: 'CURATED',
      includeSubLines: 'false',
    });
    const text = runnable(document, variablesOf(question));
    expect(validate(schema, parse(text))).toEqual([]);
    expect(defaults(text)).toEqual(variablesOf(question));
  });

  test('an empty filter, and variables that are not given, stay out of the way', () => {
    const text = runnable(document, variablesOf(readQuestion({}).question));
    expect(defaults(text)).toMatchObject({ rows: 'ENTITY', columns: 'ACTION_LINE', measure: 'CONTRIBUTIONS', includeEmpty: false });
    expect(runnable(document, {})).toBe(document);
  });
});

describe('keys', () => {
  const size = { rows: 4, columns: 5 };
  test.each([
    ['ArrowRight', false, { row: 1, column: 2 }],
    ['ArrowLeft', false, { row: 1, column: 0 }],
    ['ArrowUp', false, { row: 0, column: 1 }],
    ['ArrowDown', true, { row: 3, column: 1 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', false, { row: 1, column: 4 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 3, column: 4 }],
    ['PageDown', false, { row: 3, column: 1 }],
    ['PageUp', false, { row: 0, column: 1 }],
    ['a', false, undefined],
    ['Enter', false, undefined],
    ['toString', false, undefined],
  ] as const)('%s (far: %s)', (key, isFar, to) => {
    expect(moved(key, isFar, { row: 1, column: 1 }, size)).toEqual(to);
  });

  test('never lead out of the table', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())), (pressed) => {
        let at = { row: 0, column: 0 };
        for (const [key, isFar] of pressed) at = moved(key, isFar, at, size) ?? at;
        expect(at.row >= 0 && at.row < size.rows && at.column >= 0 && at.column < size.columns).toBe(true);
      }),
    );
  });
});

describe('a table that is too large', () => {
  test('is known by the message of the API, and by no other', () => {
    const message = 'This cube has 101 x 250 cells; at most 10000 are allowed. Narrow the filter.';
    expect(refusedSize({ code: 'BAD_USER_INPUT', message })).toEqual({ rows: 101, columns: 250 });
    expect(refusedSize({ code: 'BAD_USER_INPUT', message: '`entities`: no entity is known as "has 1 x 2".' })).toBeNull();
    expect(refusedSize({ code: 'TIMEOUT', message })).toBeNull();
  });

  test('each way out asks for fewer cells, and never for one dimension twice', () => {
    const { question } = readQuestion({ rows: 'ENTITY', columns: 'DOCUMENT', includeEmpty: 'true' });
    const ways = waysToFewer(question);
    expect(ways.map(([words]) => words)).toEqual([
      'Leave out rows and columns without any',
      'Categories of entity in place of entities',
      'Cycles in place of documents',
    ]);
    for (const [, way] of ways) expect(way.rows).not.toBe(way.columns);
    expect(waysToFewer(readQuestion({ rows: 'ENTITY', columns: 'ENTITY_CATEGORY' }).question)).toEqual([]);
  });
});
