/** The reader of CSV reads what a strict reader of others reads, and refuses what that refuses, whole or in pieces. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvFault, CsvReader } from '../../src/dataset/csv.js';

const longest = 200;

interface Read {
  records: string[][];
  lines: number;
  refused: boolean;
}

function read(pieces: readonly string[]): Read {
  const found: Read = { records: [], lines: 0, refused: false };
  const reader = new CsvReader(longest, (cells, lines) => {
    found.records.push(cells);
    found.lines += lines;
  });
  try {
    for (const piece of pieces) reader.add(piece);
    reader.end();
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    found.refused = true;
  }
  return found;
}

function readByOthers(text: string): Omit<Read, 'lines'> {
  const records: string[][] = [];
  const keep = (record: string[]): null => {
    records.push(record);
    return null;
  };
  try {
    parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'], on_record: keep });
    return { records, refused: false };
  } catch {
    return { records, refused: true };
  }
}

const text = fc
  .array(fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'a', 'é—', ' ', '","', '"\n"'), { maxLength: 14 })
  .map((parts) => parts.join(''));

test('any text is read as another strict reader reads it, whole or line by line', () => {
  fc.assert(
    fc.property(text, (any) => {
      const { records, lines, refused } = read([any]);
      expect({ records, refused }).toEqual(readByOthers(any));
      expect(read(any.split(/(?<=\n)/))).toEqual({ records, lines, refused });
      if (!refused) expect(lines).toBe(any === '' ? 0 : any.replace(/\n$/, '').split('\n').length);
    }),
    { numRuns: 3000 },
  );
});

test('a record that is too long is refused when it becomes so, not when the text ends', () => {
  const line = `${'x'.repeat(60)}\n`;
  expect(read([`a,"${line}`, line, line, line, line]).refused).toBe(true);
  expect(read([`a,"${line}`, line, '"\n']).refused).toBe(false);
});
