/** @neo4j/graphql over the same database, on bare node:http: parsed and validated once for each text, so that it is measured and not a server around it. */
import { createRequire } from 'node:module';
import neo4j from 'neo4j-driver';
import { typeDefs } from './neo4j-graphql-questions.js';
import { endWithParent, sendJson, serveBare } from './serve.js';

/** As much of the packages as is used here; their types would come from packages that only the bench installs. */
interface Library {
  getSchema(): Promise<object>;
}
interface Graphql {
  parse(text: string): object;
  validate(schema: object, document: object): readonly Error[];
  execute(question: { schema: object; document: object; variableValues: object; contextValue: object }): Promise<object>;
}

const require = createRequire(import.meta.url);
const { Neo4jGraphQL } = require('@neo4j/graphql') as { Neo4jGraphQL: new (options: object) => Library };
const graphql = require('graphql') as Graphql;

const { NEO4J_URI = '', NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '', NEO4J_DATABASE: database = 'neo4j' } = process.env;

async function main(): Promise<void> {
  endWithParent();
  const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
  const { records } = await driver.executeQuery("MATCH (c:Current {id: 'current'}) RETURN c.generation AS generation", {}, { database });
  const generation = Number(records[0]?.get('generation'));
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const documents = new Map<string, object>();
  const documentOf = (text: string) => {
    let document = documents.get(text);
    if (!document) {
      document = graphql.parse(text);
      const [fault] = graphql.validate(schema, document);
      if (fault) throw fault;
      documents.set(text, document);
    }
    return document;
  };
  const answer = async (body: string) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: object };
    const contextValue = { sessionConfig: { database } };
    const result = await graphql.execute({
      schema,
      document: documentOf(query),
      variableValues: { ...variables, g: generation },
      contextValue,
    });
    return JSON.stringify(result);
  };
  serveBare((body, response) => {
    answer(body).then(
      (text) => sendJson(response, text),
      (error: Error) => sendJson(response, JSON.stringify({ errors: [{ message: error.message }] }), 500),
    );
  });
}

void main();
