/** The PDFs of the corpus against the texts that others took from the same files: every word is there, in order, and only furniture is missing. */
import { readFileSync } from 'node:fs';
import type { Page } from '../../../src/ingest/source/pages.js';
import { readSource } from '../../../src/ingest/source/read-source.js';
import { corpusPdf, corpusText, describeWithCorpus } from '../../support/corpus.js';
import { measured } from '../../support/measured.js';

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

interface Word {
  text: string;
  /** what a word looks like where the raised type is lost */
  flat: string;
}

function printedWords(pages: readonly Page[]): Word[] {
  const text = pages.flatMap(({ lines, footnotes }) => [
    ...lines.map((line) => line.text),
    ...footnotes.map((note) => `${note.number} ${note.text}`),
  ]);
  return wordsOf(text.join('\n')).map((word) => ({
    text: word.replace(new RegExp(`[${raisedDigits}]+`, 'g'), ''),
    flat: word.replace(new RegExp(`[${raisedDigits}]`, 'g'), (digit) => String(raisedDigits.indexOf(digit))),
  }));
}

/** The words of the text that the pages do not have; fails where the pages have a word that the text does not have next. */
function missingWords(pages: readonly Page[], text: string): string[] {
  const rest = wordsOf(text.replace(/^# source.*\n/, '').replace(/[\u2010\u2011]/g, '-'));
  const missing: string[] = [];
  let at = 0;
  for (const word of printedWords(pages)) {
    const begun = at;
    const isHere = (): boolean => rest[at] === word.flat || (rest[at] === word.text && `${rest[at]}${rest[at + 1]}` === word.flat);
    while (at < rest.length && !isHere()) missing.push(rest[at++] as string);
    if (at === rest.length) throw new Error(`after "${rest.slice(begun - 5, begun).join(' ')}" the text has no "${word.flat}"`);
    at += rest[at] === word.flat ? 1 : 2;
  }
  return [...missing, ...rest.slice(at)];
}

describeWithCorpus('the PDFs of the corpus', () => {
  it.each([
    ['A_RES_78_132', 19],
    ['A_RES_79_277', 6],
    ['A_RES_80_147', 19],
    ['A_RES_80_173', 12],
  ])('%s has the words of its text without the furniture, and %i footnotes', async (name, footnotes) => {
    const begun = performance.now();
    const { pages } = await readSource(corpusPdf(name));
    measured(`${name}.pdf in ${Math.round(performance.now() - begun)} ms`);
    const head = new Set(wordsOf((pages?.[0]?.lines ?? []).map(({ text }) => text).join(' ')));
    const isFurniture = (word: string): boolean =>
      head.has(word) || /^(?:_{5,}|\d{2}-\d{5}|\(E\)|\d{6}|\*\d{7}\*|\d{1,2}\/\d{1,2})$/.test(word);
    expect(missingWords(pages ?? [], readFileSync(corpusText(name), 'utf8')).filter((word) => !isFurniture(word))).toEqual([]);
    expect(pages?.flatMap((page) => page.footnotes.map(({ number }) => number))).toEqual(
      Array.from({ length: footnotes }, (_, index) => index + 1),
    );
  });
});
