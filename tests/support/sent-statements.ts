/** What a reader sends to the database, without a database. */
import type { Connection, Row } from '../../src/store/neo4j/connection.js';
import { Gathering } from '../../src/store/neo4j/gathering.js';
import { storedForm } from '../../src/store/neo4j/model.js';
import { Reader } from '../../src/store/neo4j/reader.js';

export interface Sent {
  statement: string;
  /** what the statement sees as `ask`, and what it has beside that */
  parameters: Record<string, unknown>;
}

/** A connection that reads so, and was never lost. */
export const connectionThat = (read: unknown): Connection =>
  ({ read, deadline: () => performance.now() + 5000, losses: 0 }) as unknown as Connection;

/** What the question sends; every statement is answered by the answer. */
export async function sentBy(question: (reader: Reader) => Promise<unknown>, answer: unknown = []): Promise<Sent[]> {
  const sent: Sent[] = [];
  const read = async (statement: string, { asks: [ask], ...others }: { asks: [Record<string, unknown>] }): Promise<Row[]> => {
    sent.push({ statement, parameters: { ...ask, ...others } });
    return [{ place: 0, generation: 1, version: 'invented', form: storedForm, answer }];
  };
  await question(new Reader(new Gathering(connectionThat(read))));
  return sent;
}

/** The one statement of a question. */
export async function statementOf(question: (reader: Reader) => Promise<unknown>, answer?: unknown): Promise<string> {
  const sent = await sentBy(question, answer);
  if (sent.length !== 1) throw new Error(`${sent.length} statements rather than one`);
  return (sent[0] as Sent).statement;
}
