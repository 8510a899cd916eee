/** The shared questions as @neo4j/graphql is asked them, and its answers in the shape of ours: that part is done by the bench, not by the peer. */

type Row = Record<string, unknown>;
type Edge<Node = Row, Properties = Row> = { node: Node; properties: Properties };
type Connection<Node = Row, Properties = Row> = { totalCount?: number; edges: Edge<Node, Properties>[] };

export interface Asked {
  query: string;
  variables(variables: Row): Row;
  /** the data as our API gives it */
  shape(data: Row): unknown;
}

/** The schema: our kinds and links as they stand in the database, every field that the questions ask. */
export const typeDefs = `
type Tag @relationshipProperties { evidence: [String!]! }
type Citation @relationshipProperties { verb: String! where: String paragraph: String place: String! key: String! evidence: [String!]! }
type ActionLine @node(labels: ["ActionLine", "Node"]) {
  generation: Int! id: String! sort: String! name: String!
  contributions: [Contribution!]! @relationship(type: "UNDER", direction: IN, properties: "Tag")
}
type Region @node(labels: ["Region", "Node"]) { generation: Int! id: String! sort: String! name: String! }
type Sdg @node(labels: ["Sdg", "Node"]) { generation: Int! id: String! sort: String! name: String! number: Int! title: String! }
type Entity @node(labels: ["Entity", "Node"]) { generation: Int! id: String! sort: String! name: String! acronym: String category: String! }
type Contribution @node(labels: ["Contribution", "Node"]) {
  generation: Int! id: String! sort: String! kind: String! name: String! summary: String! cycle: Int paragraph: String
  entities: [Entity!]! @relationship(type: "MADE", direction: IN)
  documents: [Document!]! @relationship(type: "DESCRIBED_IN", direction: OUT)
  lines: [ActionLine!]! @relationship(type: "UNDER", direction: OUT, properties: "Tag")
  regions: [Region!]! @relationship(type: "IN", direction: OUT, properties: "Tag")
  goals: [Sdg!]! @relationship(type: "SUPPORTS", direction: OUT, properties: "Tag")
}
type Document @node(labels: ["Node"]) {
  generation: Int! id: String! sort: String! name: String! title: String symbol: String url: String citationsRead: String
  cites: [Document!]! @relationship(type: "CITES", direction: OUT, properties: "Citation")
  citedBy: [Document!]! @relationship(type: "CITES", direction: IN, properties: "Citation")
}`;

const byNode = 'sort: [{node: {sort: ASC}}, {node: {id: ASC}}]';
const tag = (field: string) => `${field}Connection(${byNode}) { edges { node { id name } properties { evidence } } }`;
const pageOf = (total: string) => `query ($g: Int!, $id: String!, $first: Int!) {
  actionLines(where: {generation: {eq: $g}, id: {eq: $id}}) {
    name
    contributionsConnection(first: $first, ${byNode}) {
      ${total}
      pageInfo { hasNextPage }
      edges { node {
        id summary cycle paragraph
        entities(sort: [{sort: ASC}, {id: ASC}]) { id name }
        documents { id name url }
        ${tag('lines')} ${tag('regions')} ${tag('goals')}
      } }
    }
  }
}`;

type Evidenced = { evidence: string[] };
type Tags = Connection<Row, Evidenced>;
type Contribution = { documents: Row[]; linesConnection: Tags; regionsConnection: Tags; goalsConnection: Tags };
type Page<Node> = { actionLines: { name: string; contributionsConnection: Connection<Node> & { pageInfo: Row } }[] };

/** The only one of a list: an id names one thing. */
const only = <T>([first]: readonly T[]): T => first as T;

const tagOf = ({ node, properties }: Edge<Row, Evidenced>) => {
  const { method, rule = null } = JSON.parse(properties.evidence[0] as string) as Record<string, string | null>;
  return { node, method, rule };
};

const firstPage = (total: string): Asked => ({
  query: pageOf(total),
  variables: ({ id, first }) => ({ id: `action-line/${id}`, first }),
  shape: ({ actionLines }: Page<Contribution>) => {
    const { name, contributionsConnection } = only(actionLines);
    const { totalCount, pageInfo, edges } = contributionsConnection;
    const nodes = edges.map(({ node: { documents, linesConnection, regionsConnection, goalsConnection, ...own } }) => ({
      ...own,
      document: only(documents),
      tags: [linesConnection, regionsConnection, goalsConnection].flatMap((tags) => tags.edges).map(tagOf),
    }));
    return { actionLine: { name, contributions: { ...(totalCount === undefined ? {} : { totalCount }), pageInfo, nodes } } };
  },
});

const nested: Asked = {
  query: `query ($g: Int!, $id: String!, $first: Int!) {
  actionLines(where: {generation: {eq: $g}, id: {eq: $id}}) {
    contributionsConnection(first: $first, ${byNode}) {
      edges { node {
        id summary cycle
        entities(sort: [{sort: ASC}, {id: ASC}]) { id name acronym category }
        documents { id name url }
        goals(sort: [{sort: ASC}, {id: ASC}]) { id number title }
      } }
    }
  }
}`,
  variables: ({ id, first }) => ({ id: `action-line/${id}`, first }),
  shape: ({ actionLines }: Page<{ documents: Row[]; goals: Row[] }>) => {
    const { edges } = only(actionLines).contributionsConnection;
    const nodes = edges.map(({ node: { documents, goals, ...own } }) => ({ ...own, document: only(documents), sdgs: goals }));
    return { actionLine: { contributions: { nodes } } };
  },
};

const lookup: Asked = {
  query: `query ($g: Int!, $id: String!) {
  contributions(where: {generation: {eq: $g}, id: {eq: $id}}) {
    id kind name cycle paragraph
    documents { id name }
    entities(sort: [{sort: ASC}, {id: ASC}]) { id name }
  }
}`,
  variables: ({ id }) => ({ id }),
  shape: ({ contributions }: { contributions: { documents: Row[] }[] }) => {
    const { documents, ...own } = only(contributions);
    return { node: { ...own, document: only(documents) } };
  },
};

type Cited = Row & { citesConnection: Connection<Row, Evidenced>; citedByConnection: Connection };

const citation = 'verb where paragraph';
const citations: Asked = {
  query: `query ($g: Int!, $ids: [String!]!) {
  documents(where: {generation: {eq: $g}, id: {in: $ids}}) {
    id title symbol name citationsRead
    citesConnection(first: 100, sort: [{edge: {place: ASC}}, {node: {sort: ASC}}, {node: {id: ASC}}, {edge: {key: ASC}}]) {
      totalCount
      edges { properties { ${citation} evidence } node { id name } }
    }
    citedByConnection(first: 100, sort: [{node: {sort: ASC}}, {node: {id: ASC}}, {edge: {key: ASC}}]) {
      totalCount
      edges { properties { ${citation} } node { id name } }
    }
  }
}`,
  variables: ({ id }) => ({ ids: ['resolution', 'report', 'outcome-document', 'other-document'].map((prefix) => `${prefix}/${id}`) }),
  shape: ({ documents }: { documents: Cited[] }) => {
    const { id, title, symbol, name, citationsRead, citesConnection, citedByConnection } = only(documents);
    const cites = citesConnection.edges.map(({ node, properties: { evidence, ...own } }) => ({
      ...own,
      node,
      evidence: evidence.map(pieceOf),
    }));
    const citedBy = citedByConnection.edges.map(({ node, properties }) => ({ ...properties, node }));
    return {
      document: {
        id,
        title: title ?? symbol ?? name,
        citationsRead,
        cites: { totalCount: citesConnection.totalCount, edges: cites },
        citedBy: { totalCount: citedByConnection.totalCount, edges: citedBy },
      },
    };
  },
};

const pieceOf = (text: string) => {
  const { paragraph = null, footnote = null, where = null, method, language = null } = JSON.parse(text) as Record<string, unknown>;
  return { paragraph, footnote, where, method, language };
};

/** By the operation of our question. Walks of any depth, counts over two axes and ranked names are not among what it can be asked. */
export const askedOfNeo4jGraphql: Record<string, Asked> = {
  FirstPage: firstPage(''),
  FirstPageWithTotal: firstPage('totalCount'),
  Nested: nested,
  Lookup: lookup,
  WhatATextCites: citations,
};
