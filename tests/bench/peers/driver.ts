/** The practical limit on Neo4j: bare node:http, one hand-written Cypher for each question, nothing between. */
import neo4j from 'neo4j-driver';
import { driverQuestions } from './driver-questions.js';
import { endWithParent, sendJson, serveBare } from './serve.js';

const { NEO4J_URI = '', NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE = 'neo4j' } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), { disableLosslessIntegers: true });

async function answer(body: string): Promise<string> {
  const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: Record<string, unknown> };
  const question = driverQuestions[operationName];
  if (!question) throw new Error(`there is no statement for ${operationName}`);
  const session = driver.session({ database: NEO4J_DATABASE, defaultAccessMode: neo4j.session.READ, fetchSize: -1 });
  try {
    // Without a transaction of its own: one way to the database and back.
    const cypher = typeof question.cypher === 'string' ? question.cypher : question.cypher(variables as never);
    const { records } = await session.run(cypher, question.parameters(variables));
    const row = records[0]?.toObject();
    return JSON.stringify({ data: row ? question.data(row, variables) : null });
  } finally {
    void session.close();
  }
}

endWithParent();
serveBare((body, response) => {
  answer(body).then(
    (text) => sendJson(response, text),
    (error: Error) => sendJson(response, JSON.stringify({ errors: [{ message: error.message }] }), 500),
  );
});
