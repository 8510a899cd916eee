/** The practical limit on Neo4j: bare node:http, one hand-written Cypher for each question, nothing between. */
import neo4j from 'neo4j-driver';
import type { DriverQuestion } from './cypher.js';
import { countQuestions } from './driver-counts.js';
import { listQuestions } from './driver-lists.js';
import { endWithParent, sendJson, serveBare } from './serve.js';

const { NEO4J_URI = '', NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE: database = 'neo4j' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), { disableLosslessIntegers: true });

async function answer(questions: Record<string, DriverQuestion>, body: string): Promise<string> {
  const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: Record<string, unknown> };
  const question = questions[operationName];
  if (!question) throw new Error(`there is no statement for ${operationName}`);
  const { cypher } = question;
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: -1 });
  try {
    // Without a transaction of its own: one way to the database and back.
    const { records } = await session.run(typeof cypher === 'string' ? cypher : cypher(variables), question.parameters(variables));
    const row = records[0]?.toObject();
    return JSON.stringify({ data: row ? question.data(row, variables) : null });
  } finally {
    void session.close();
  }
}

async function main(): Promise<void> {
  endWithParent();
  const { records } = await driver.executeQuery("SHOW INDEXES YIELD name WHERE name = 'under_list' RETURN name", {}, { database });
  const questions = { ...listQuestions(records.length > 0), ...countQuestions };
  serveBare((body, response) => {
    answer(questions, body).then(
      (text) => sendJson(response, text),
      (error: Error) => sendJson(response, JSON.stringify({ errors: [{ message: error.message }] }), 500),
    );
  });
}

void main();
