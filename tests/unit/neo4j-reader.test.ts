/** How a request stays with one generation of the graph in Neo4j, whatever is loaded meanwhile. */
import type { Row } from '../../src/store/neo4j/connection.js';
import { Gathering } from '../../src/store/neo4j/gathering.js';
import { storedForm } from '../../src/store/neo4j/model.js';
import { Reader } from '../../src/store/neo4j/reader.js';
import { connectionThat } from '../support/sent-statements.js';

interface Question {
  generation: number | null;
  signal: AbortSignal;
  answer(generation: number): void;
  fail(error: Error): void;
}

/** A connection whose questions are answered by hand, by the generation asked for, or the one given; -1 for none. */
function connectionByHand() {
  const questions: Question[] = [];
  const read = (_: string, { asks: [ask] }: { asks: [{ generation: number | null }] }, { signal }: { signal: AbortSignal }) =>
    new Promise<Row[]>((resolve, fail) => {
      const { generation } = ask;
      const answer = (found: number) =>
        resolve(found < 0 ? [] : [{ place: 0, generation: found, version: `version ${found}`, form: storedForm, answer: found }]);
      questions.push({ generation, signal, answer, fail });
    });
  return { questions, reader: new Reader(new Gathering(connectionThat(read))) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const asked = (questions: readonly Question[]) => questions.map(({ generation }) => generation);

test('the newest generation is asked for each time, and the version is that of the newest answer', async () => {
  const { questions, reader } = connectionByHand();
  expect(reader.version).toBe('');
  const answers = [reader.ask('one'), reader.ask('two')];
  expect(asked(questions)).toEqual([null, null]);
  questions[1]?.answer(8);
  questions[0]?.answer(7);
  expect(await Promise.all(answers)).toEqual([7, 8]);
  expect(reader.version).toBe('version 8');
});

test('a pinned reader asks alone first, and then for the generation of that answer', async () => {
  const { questions, reader } = connectionByHand();
  const pinned = reader.pinned();
  const answers = ['one', 'two', 'three'].map((text) => pinned.ask(text));
  await turn();
  expect(asked(questions)).toEqual([null]);
  questions[0]?.answer(7);
  await turn();
  expect(asked(questions)).toEqual([null, 7, 7]);
  for (const question of questions.slice(1)) question.answer(7);
  expect(await Promise.all(answers)).toEqual([7, 7, 7]);
  expect([pinned.version, reader.version]).toEqual(['version 7', 'version 7']);
});

test('when the first question fails the next one takes its place', async () => {
  const { questions, reader } = connectionByHand();
  const pinned = reader.pinned();
  const [first, second, third] = ['one', 'two', 'three'].map((text) => pinned.ask(text));
  questions[0]?.fail(new Error('cut'));
  await expect(first).rejects.toThrow('cut');
  await turn();
  expect(asked(questions)).toEqual([null, null]);
  questions[1]?.answer(9);
  await turn();
  questions[2]?.answer(9);
  expect(await Promise.all([second, third])).toEqual([9, 9]);
  expect(asked(questions)).toEqual([null, null, 9]);
});

test('a reader pinned from a pinned one stays with its generation', async () => {
  const { questions, reader } = connectionByHand();
  const pinned = reader.pinned();
  const first = pinned.ask('one');
  questions[0]?.answer(7);
  await first;
  void pinned.pinned().ask('two');
  expect(asked(questions)).toEqual([null, 7]);
});

test('no generation means that nothing was loaded; the one asked for gone, that the data changed', async () => {
  const { questions, reader } = connectionByHand();
  const pinned = reader.pinned();
  const nothing = pinned.ask('one');
  questions[0]?.answer(-1);
  await expect(nothing).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('wsis-graph load') });
  const first = pinned.ask('two');
  questions[1]?.answer(7);
  await first;
  const gone = pinned.ask('three');
  questions[2]?.answer(-1);
  await expect(gone).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('ask again') });
});

test('closing a pinned reader gives up what it runs, and nothing else', async () => {
  const { questions, reader } = connectionByHand();
  const pinned = reader.pinned();
  void pinned.ask('one');
  void reader.ask('two');
  pinned.close();
  expect(questions.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  await expect(pinned.ask('three')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(questions).toHaveLength(2);
});
