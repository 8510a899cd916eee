/** Damaged files, made at random but the same in each run: they give pages, a text or the program's own error, and never hang. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublicError } from '../../../src/errors.js';
import { readSource } from '../../../src/ingest/source/read-source.js';
import { report, resolution } from '../../support/printed-resolution.js';
import { writePdf } from '../../support/write-pdf.js';

/** Numbers from 0 to 1 that look random; the constants are those of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const runs = 40;
const whole = [writePdf(resolution), writePdf(report)];

/** Bytes cut off, cut out, put in or changed. */
function damage(bytes: Buffer, random: () => number): Buffer {
  const at = Math.floor(random() * bytes.length);
  switch (Math.floor(random() * 5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + Math.floor(random() * 300))]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(Array.from({ length: 40 }, () => random() * 256)), bytes.subarray(at)]);
    default: {
      const changed = Buffer.from(bytes);
      const count = random() < 0.5 ? 3 : 60;
      for (let done = 0; done < count; done++) changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
      return changed;
    }
  }
}

it(`gives pages or a public error for ${runs} damaged PDFs`, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'wsis-fuzz-'));
  const random = randomFrom(20_291_123);
  const outcomes = { read: 0, refused: 0 };
  try {
    for (let run = 0; run < runs; run++) {
      const path = join(directory, `${run}.pdf`);
      writeFileSync(path, damage(whole[run % whole.length] as Buffer, random));
      try {
        const { pages, text } = await readSource(path);
        expect(pages ?? text).toBeTruthy();
        outcomes.read++;
      } catch (error) {
        if (!(error instanceof PublicError)) throw error;
        expect(error.message).toContain(`${run}.pdf: `);
        outcomes.refused++;
      }
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  expect(outcomes.read).toBeGreaterThan(0);
  expect(outcomes.refused).toBeGreaterThan(runs / 4);
}, 120_000);
