/** The advice of the explorer when a question failed: each error that may reach it has its words. */
import { ErrorCode, errorTable } from '../../../src/errors.js';
import { advice, adviceOn } from '../../../src/explorer/advice.js';

test('every code of the table of errors that comes over HTTP has words, no other, and so has no answer at all', () => {
  const overHttp = Object.values(ErrorCode).filter((code) => errorTable[code].statuses.length);
  expect(Object.keys(advice).sort()).toEqual([...overHttp, 'UNREACHABLE'].sort());
});

test('the words are whole sentences, without the names of the API', () => {
  for (const words of Object.values(advice)) expect(words).toMatch(/^[A-Z][^`_{}]+\.$/);
});

test('only what is a fault of ours is told as one, and what is not known', () => {
  expect(Object.keys(advice).filter((code) => adviceOn(code).includes('fault of ours'))).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(adviceOn('NEVER_HEARD_OF')).toBe(adviceOn('INTERNAL_SERVER_ERROR'));
});
