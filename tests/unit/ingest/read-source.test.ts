/** What a file is, by its bytes; and that each file that cannot be read is refused with its name, the reason and what to do. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { ErrorCode, PublicError } from '../../../src/errors.js';
import { pdfLimits, readPdf } from '../../../src/ingest/source/pdf.js';
import { readSource } from '../../../src/ingest/source/read-source.js';
import { measured } from '../../support/measured.js';
import { column, type Sheet, writePdf } from '../../support/write-pdf.js';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'wsis-source-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function fileOf(name: string, content: Buffer | string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

async function refusalOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (failure: unknown) => failure,
  );
  expect(error).toBeInstanceOf(PublicError);
  expect((error as PublicError).code).toBe(ErrorCode.UNREADABLE_DOCUMENT);
  return (error as PublicError).message;
}

const page: Sheet = { prints: column(['Lanterns light the harbour', 'at night.'], { y: 700 }) };
const pdf = writePdf([page]);

describe('what a file is', () => {
  it('is told by its bytes: a PDF by its mark in the first 1,024, whatever its name', async () => {
    const source = await readSource(fileOf('a-text.txt', Buffer.concat([Buffer.from('sent by mail\n'), pdf])));
    expect(source).toMatchObject({ form: 'PDF', text: null, path: join(directory, 'a-text.txt') });
    expect(source.pages?.[0]?.lines.map(({ text }) => text)).toEqual(['Lanterns light the harbour', 'at night.']);
  });

  it.each([
    ['UTF-8', Buffer.from('Clé,\nnight.')],
    ['UTF-8 with a byte order mark and CRLF', Buffer.from('\uFEFFClé,\r\nnight.')],
    ['UTF-16, little-endian', Buffer.from('\uFEFFClé,\r\nnight.', 'utf16le')],
    ['UTF-16, big-endian', Buffer.from('\uFEFFClé,\nnight.', 'utf16le').swap16()],
  ])('reads a text in %s', async (_encoding, bytes) => {
    expect(await readSource(fileOf('text.pdf', bytes))).toMatchObject({ form: 'TEXT', pages: null, text: 'Clé,\nnight.' });
  });
});

describe('a file that cannot be read', () => {
  const scan: Sheet = { prints: [], picture: true };
  const cases: [string, () => string, RegExp][] = [
    ['is not there', () => join(directory, 'none.pdf'), /there is no such file; check the name/],
    ['is a folder', () => directory, /this is a folder; name the files in it/],
    ['is a device', () => '/dev/null', /this is a device or a pipe/],
    ['is empty', () => fileOf('empty.pdf', ''), /the file is empty; download it again/],
    ['has only spaces', () => fileOf('spaces.txt', ' \n\n'), /there is no text in the file/],
    [
      'is encrypted',
      () => fileOf('encrypted.pdf', writePdf([page], { encrypted: true })),
      /encrypted and asks for a password; save a copy/,
    ],
    ['is a scan', () => fileOf('scan.pdf', writePdf([scan, scan])), /no text on any page, so it is a scan; run text recognition \(OCR\)/],
    ['is cut off', () => fileOf('cut.pdf', pdf.subarray(0, pdf.length / 2)), /the PDF is cut off before its end; download it again/],
    [
      'is a broken PDF',
      () => fileOf('broken.pdf', `%PDF-1.7\n${'x'.repeat(5_000)}\n%%EOF`),
      /the PDF is damaged \(.*\); download it again/,
    ],
    [
      'is a web page',
      () => fileOf('page.pdf', '\n<!DOCTYPE html>\n<html><body>Sign in</body></html>'),
      /this is a web page; download the document/,
    ],
    ['is XML', () => fileOf('feed.txt', '<?xml version="1.0"?><a/>'), /this is XML/],
    ['is of an office program', () => fileOf('a.pdf', 'PK\u0003\u0004rest'), /file of an office program; save it as PDF/],
    ['is binary', () => fileOf('binary.txt', Buffer.from([1, 2, 0, 255])), /neither a PDF nor a text/],
    ['is not UTF-8', () => fileOf('latin1.txt', Buffer.from('Night\nclé\n', 'latin1')), /line 2 is not in UTF-8; save the text/],
    ['is broken UTF-16', () => fileOf('broken16.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])), /not UTF-16LE/],
  ];

  it.each(cases)('is refused with its name when it %s', async (_fault, make, reason) => {
    const path = make();
    const message = await refusalOf(readSource(path));
    expect(message).toMatch(reason);
    expect(message.startsWith(`${path}: `)).toBe(true);
    expect(message.split('\n')).toHaveLength(1);
  });

  it('is refused when it is a link to itself or a pipe without a writer', async () => {
    const loop = join(directory, 'loop');
    symlinkSync(loop, loop);
    expect(await refusalOf(readSource(loop))).toMatch(/the link leads back to itself/);
    const pipe = join(directory, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await refusalOf(readSource(pipe))).toMatch(/this is a device or a pipe/);
  });

  const readsAll = process.getuid?.() === 0;
  (readsAll ? it.skip : it)(
    `is refused when its permissions forbid it${readsAll ? ' (skipped: the user may read everything)' : ''}`,
    async () => {
      const path = fileOf('closed.txt', 'Night.');
      chmodSync(path, 0);
      expect(await refusalOf(readSource(path))).toMatch(/this user may not read the file; change its permissions/);
    },
  );

  it.each([
    ['text', 'a', 200, 20],
    ['PDF', '%PDF-1.4', 101, 100],
  ])('is refused at once by its size when it is a %s over the limit', async (kind, start, megabytes, limit) => {
    const path = fileOf(`large.${kind}`, start);
    truncateSync(path, megabytes * 1_000_000);
    const begun = performance.now();
    expect(await refusalOf(readSource(path))).toContain(`the ${kind} has ${megabytes} MB, over the limit of ${limit} MB`);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('the limits of a PDF', () => {
  it('hold for its pages', async () => {
    const message = await refusalOf(readPdf(writePdf([page, page, page]), { ...pdfLimits, pages: 2 }));
    expect(message).toBe('the PDF has 3 pages, over the limit of 2; cut it into parts');
  });

  it('hold for its time, although the library never pauses', async () => {
    const endless = writePdf([page], { packedContent: deflateSync(Buffer.alloc(8_000_000, 'q ')) });
    const begun = performance.now();
    expect(await refusalOf(readPdf(endless, { ...pdfLimits, seconds: 1 }))).toMatch(/could not be read within 1 seconds/);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('hold for its memory', async () => {
    const bomb = writePdf([page], { packedContent: deflateSync(Buffer.alloc(300_000_000, ' ')) });
    expect(await refusalOf(readPdf(bomb, { ...pdfLimits, megabytes: 60 }))).toMatch(/needs more than 60 MB of memory/);
  });

  it('leave room for 500 pages', async () => {
    const lines = Array.from({ length: 50 }, (_, index) => `Line ${index} of a page about lanterns, harbours and those who keep them.`);
    const long = writePdf(Array.from({ length: 500 }, () => ({ prints: column(lines, { x: 60, y: 720 }) })));
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 10);
    const begun = performance.now();
    expect(await readPdf(long)).toHaveLength(500);
    clearInterval(watch);
    const grown = Math.round((most - before) / 2 ** 20);
    measured(`500 pages of PDF in ${Math.round(performance.now() - begun)} ms, ${grown} MB more memory`);
    expect(grown).toBeLessThan(pdfLimits.megabytes);
  }, 60_000);
});

it('refuses a page of which the library would leave out a part in silence', async () => {
  const faulty = writePdf([page], {
    packedContent: deflateSync(Buffer.from('BT /F1 10 Tf 60 700 Td (Lanterns) Tj ET\n/F1 > ) 3 Tf (more) Tj')),
  });
  expect(await refusalOf(readPdf(faulty))).toMatch(/the PDF is damaged \(page 1 cannot be read whole\)/);
});

it('loads the PDF library in the thread that reads PDFs, and nowhere else', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(sources.filter((name) => /'unpdf/.test(readFileSync(join('src', name), 'utf8')))).toEqual([
    join('ingest', 'source', 'pdf-thread.ts'),
  ]);
  expect(sources.filter((name) => /(?:from|import\() ?'\.\/pdf-thread\.js'/.test(readFileSync(join('src', name), 'utf8')))).toEqual([
    join('ingest', 'source', 'pdf.ts'),
  ]);
  expect(readFileSync('src/ingest/source/pdf.ts', 'utf8')).toContain("import type { PdfAnswer, PdfTask } from './pdf-thread.js'");
});
