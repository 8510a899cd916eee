/** How questions that are asked at once share statements: who waits for whom, who gets which row, and what a failure means to the others. */
import neo4j, { type Integer } from 'neo4j-driver';
import { ErrorCode, PublicError } from '../../src/errors.js';
import type { ReadOptions, Row } from '../../src/store/neo4j/connection.js';
import { Unreachable } from '../../src/store/neo4j/driver.js';
import { Gathering } from '../../src/store/neo4j/gathering.js';
import { connectionThat } from '../support/sent-statements.js';

interface Sent {
  statement: string;
  /** the names of the questions in it */
  names: string[];
  /** the rows that it reads for each of them */
  limit: number | undefined;
  options: ReadOptions;
  /** answers each question by its name, but for those that are left out */
  answer(but?: string): void;
  fail(error: Error): void;
}

/** A database that answers when it is told to. */
function databaseByHand() {
  const sent: Sent[] = [];
  const read = (statement: string, { asks, limit }: { asks: { name: string; place: number }[]; limit?: Integer }, options: ReadOptions) =>
    new Promise<Row[]>((resolve, fail) => {
      const rows = asks.map(({ name, place }) => ({ place, answer: name }));
      // In no order: rows say where they belong.
      const answer = (but?: string) => resolve(rows.filter((row) => row.answer !== but).reverse());
      sent.push({ statement, names: asks.map(({ name }) => name), limit: limit?.toNumber(), options, answer, fail });
    });
  const connection = connectionThat(read);
  const gathering = new Gathering(connection);
  const ask = (name: string, options: ReadOptions = {}, statement = 'one', limit?: number) => {
    const answer = gathering.ask(statement, { name, ...(limit && { limit: neo4j.int(limit) }) }, options).then((row) => row?.answer);
    // Who is left without an answer at the end of a test is told so in time.
    answer.catch(() => undefined);
    return answer;
  };
  const lose = () => {
    connection.losses += 1;
  };
  return { sent, ask, lose };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const timedOut = () => new PublicError(ErrorCode.TIMEOUT, 'late');

/** A database that has answered a first question at once, so that it counts as quick. */
async function quickDatabase() {
  const database = databaseByHand();
  const first = database.ask('first');
  database.sent[0]?.answer();
  await first;
  database.sent.length = 0;
  return database;
}

const namesOf = (sent: readonly Sent[]) => sent.map(({ names }) => names);

test('a question goes at once; those that find two of their statement on the way go together as soon as one is back', async () => {
  const { sent, ask } = await quickDatabase();
  const answers = ['a', 'b', 'c', 'd', 'e'].map((name) => ask(name));
  expect(namesOf(sent)).toEqual([['a'], ['b']]);
  sent[1]?.answer();
  await turn();
  expect(namesOf(sent)).toEqual([['a'], ['b'], ['c', 'd', 'e']]);
  sent[2]?.answer();
  sent[0]?.answer();
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('while a statement was never answered only one is on its way: the database has to plan it once', async () => {
  const { sent, ask } = databaseByHand();
  const answers = ['a', 'b', 'c'].map((name) => ask(name));
  expect(namesOf(sent)).toEqual([['a']]);
  sent[0]?.answer();
  await turn();
  expect(namesOf(sent).slice(1).flat()).toEqual(['b', 'c']);
  for (const each of sent) each.answer();
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'c']);
});

/** In which order statements follow two others that took so many milliseconds. */
async function orderAfter(milliseconds: number) {
  const { sent, ask } = databaseByHand();
  for (const statement of ['1', '2', 'older', 'wanted', 'newer']) void ask(statement, {}, statement);
  void ask('wanted too', {}, 'wanted');
  expect(sent.map(({ statement }) => statement)).toEqual(['1', '2']);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  for (let at = 0; at < 3; at += 1) {
    sent[at]?.fail(timedOut());
    await turn();
  }
  return [...new Set(sent.slice(2).map(({ statement }) => statement))];
}

test('of statements that were never answered two are on their way: then those for which most wait, the oldest first', async () => {
  expect(await orderAfter(600)).toEqual(['wanted', 'older', 'newer']);
});

test('where they have waited long, so that not all can be answered in time, the newest goes first', async () => {
  expect(await orderAfter(1100)).toEqual(['wanted', 'newer', 'older']);
});

test('where that takes them no time four are', async () => {
  const { sent, ask } = await quickDatabase();
  for (let at = 0; at < 20; at += 1) void ask(`${at}`, {}, `other ${at}`);
  expect(sent).toHaveLength(4);
});

test('a database that refuses at once is not taken for one that plans quickly', async () => {
  const { sent, ask } = databaseByHand();
  for (let at = 0; at < 10; at += 1) {
    const refused = ask('refused', {}, `refused ${at}`);
    sent.at(-1)?.fail(new Unreachable());
    await expect(refused).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  }
  sent.length = 0;
  for (let at = 0; at < 5; at += 1) void ask(`${at}`, {}, `other ${at}`);
  expect(sent).toHaveLength(2);
});

test('who waits for its turn while others are planned is told when its time is up, or when it has left', async () => {
  const { sent, ask } = databaseByHand();
  for (const statement of ['1', '2']) void ask(statement, {}, statement);
  const leaving = new AbortController();
  const late = ask('late', { deadline: performance.now() + 50 }, 'late');
  const left = ask('left', { signal: leaving.signal }, 'left');
  leaving.abort();
  await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' });
  await expect(left).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  sent[0]?.answer();
  await turn();
  expect(sent).toHaveLength(2);
});

test('a statement with another limit is not planned again', async () => {
  const { sent, ask } = databaseByHand();
  const answers = [1, 2, 4].map((limit) => ask(`first ${limit}`, {}, 'one', limit));
  expect(sent.map(({ limit }) => limit)).toEqual([1]);
  sent[0]?.answer();
  await turn();
  expect(sent.map(({ limit }) => limit)).toEqual([1, 2, 4]);
  for (const each of sent) each.answer();
  await Promise.all(answers);
});

test('a database that was lost has everything to plan again', async () => {
  const { sent, ask, lose } = await quickDatabase();
  lose();
  void [ask('a'), ask('b')];
  expect(namesOf(sent)).toEqual([['a']]);
});

test('other statements, and other limits, are not waited for', async () => {
  const { sent, ask } = await quickDatabase();
  void [ask('a'), ask('b'), ask('c'), ask('d', {}, 'other'), ask('e', {}, 'one', 5)];
  expect(sent.map(({ statement, names, limit }) => [statement, names, limit])).toEqual([
    ['one', ['a'], undefined],
    ['one', ['b'], undefined],
    ['other', ['d'], undefined],
    ['one', ['e'], 8],
  ]);
});

test('who wants nearly as many rows goes together: the most that any may want are read, less than twice what one wants', async () => {
  const { sent, ask } = await quickDatabase();
  const answers = [26, 32, 17, 21, 33, 16].map((limit) => ask(`${limit}`, {}, 'one', limit));
  for (const { answer } of sent) answer();
  await Promise.all(answers.slice(0, 2));
  expect(sent.map(({ names, limit }) => [names, limit])).toEqual([
    [['26'], 32],
    [['32'], 32],
    [['33'], 64],
    [['16'], 16],
    [['17', '21'], 32],
  ]);
});

test('statements that take long, and not only the first time, are not shared, and four of them may be on their way', async () => {
  const { sent, ask } = databaseByHand();
  for (const [at, name] of ['planned', 'slow'].entries()) {
    const answer = ask(name);
    await new Promise((resolve) => setTimeout(resolve, 250));
    sent[at]?.answer();
    await answer;
  }
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  void names.map((name) => ask(name));
  expect(namesOf(sent).slice(2)).toEqual([['a'], ['b'], ['c'], ['d']]);
});

test('a database that refuses at once does not make slow statements count as quick', async () => {
  const { sent, ask } = databaseByHand();
  for (const name of ['planned', 'slow']) {
    const answer = ask(name);
    await new Promise((resolve) => setTimeout(resolve, 250));
    sent.at(-1)?.answer();
    await answer;
  }
  for (let count = 0; count < 10; count += 1) {
    const refused = ask('refused');
    sent.at(-1)?.fail(new Unreachable());
    await expect(refused).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  }
  sent.length = 0;
  void ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ask(name));
  expect(namesOf(sent)).toEqual([['a'], ['b'], ['c'], ['d']]);
});

test('a question without a row gets none, and the others theirs', async () => {
  const { sent, ask } = await quickDatabase();
  const answers = ['a', 'b', 'c', 'd'].map((name) => ask(name));
  sent[0]?.answer();
  sent[1]?.answer();
  await turn();
  sent[2]?.answer('c');
  expect(await Promise.all(answers)).toEqual(['a', 'b', undefined, 'd']);
});

test('where a shared statement fails each is asked alone, so that one of them cannot fail the others', async () => {
  const { sent, ask } = await quickDatabase();
  const answers = ['a', 'b', 'good', 'bad'].map((name) => ask(name).catch((error: Error) => error.message));
  for (const each of [...sent]) each.answer();
  await turn();
  expect(namesOf(sent)[2]).toEqual(['good', 'bad']);
  sent[2]?.fail(timedOut());
  await turn();
  expect(namesOf(sent).slice(3)).toEqual([['good'], ['bad']]);
  sent[3]?.answer();
  sent[4]?.fail(timedOut());
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'good', 'late']);
});

test('a database that is gone fails all at once, and is not asked again by each', async () => {
  const { sent, ask } = await quickDatabase();
  const answers = ['a', 'b', 'c', 'd'].map((name) => ask(name).catch((error: PublicError) => error.code));
  for (const each of [...sent]) each.answer();
  await turn();
  sent[2]?.fail(new Unreachable());
  expect(await Promise.all(answers)).toEqual(['a', 'b', 'UNAVAILABLE', 'UNAVAILABLE']);
  expect(sent).toHaveLength(3);
});

test('who has waited longer than it may is told so, and neither it nor who has left is sent', async () => {
  const { sent, ask } = await quickDatabase();
  const leaving = new AbortController();
  void [ask('a'), ask('b')];
  const left = ask('left', { signal: leaving.signal });
  leaving.abort();
  const late = ask('c', { deadline: performance.now() - 1 });
  const soon = ask('d', { deadline: performance.now() + 1000 });
  sent[0]?.answer();
  await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' });
  await expect(left).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(namesOf(sent)[2]).toEqual(['d']);
  sent[2]?.answer();
  expect(await soon).toBe('d');
});

test('alone a question can be given up; what others share with it goes on, for as long as one of them may take', async () => {
  const { sent, ask } = await quickDatabase();
  const { signal } = new AbortController();
  const [soon, later] = [performance.now() + 1000, performance.now() + 2000];
  void [ask('a', { signal, deadline: soon }), ask('b'), ask('c', { signal, deadline: soon }), ask('d', { signal, deadline: later })];
  sent[0]?.answer();
  await turn();
  const [alone, , shared] = sent.map(({ options }) => options);
  expect([alone?.signal === signal, alone?.deadline, shared?.signal, shared?.deadline]).toEqual([true, soon, undefined, later]);
});
