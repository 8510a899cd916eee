/** The Cypher that all reading statements share. Fragments are constants or made of constants; what is asked for goes in as parameters. */

/**
 * How every statement begins: it fixes the generation that it reads, the one asked for or the newest, as `g`.
 * No row when there is none: nothing was ever loaded, or the generation asked for was superseded and given up.
 */
export const fixGeneration = `OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce($generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g`;

/** A whole statement: one row with the generation and version that were read, and the answer. */
export const statement = (body: string, answer: string): string =>
  `${fixGeneration}\n${body}\nRETURN g AS generation, d.version AS version, d.form AS form, ${answer} AS answer`;

/** Matches the node of an id. The index is named: right after a load the planner may still take the graph for empty, and look through it. */
export const nodeOf = (variable: string, id: string): string =>
  `MATCH (${variable}:Node {generation: g, id: ${id}}) USING INDEX SEEK ${variable}:Node(generation, id)`;

/**
 * A text in the order of JavaScript, by UTF-16 unit. Stored texts are compared by code point, texts that a function made by UTF-16 unit (measured).
 * Not for `sort` and ids, in which the two are the same.
 */
export const inUnits = (text: string): string => `replace(${text}, '', '')`;

/** One query of several that give the same columns. */
export const union = (queries: readonly string[]): string => queries.join('\nUNION ALL\n');

/** A subquery that sees these variables. It is not indented: texts are sent with each question. */
export const call = (variables: string, body: string): string => `CALL (${variables}) {\n${body}\n}`;

/** The nodes in the lists of `groups`, each once, as `nodes`. */
export const distinctNodes = call('groups', 'UNWIND groups AS ends\nUNWIND ends AS n\nWITH DISTINCT n\nRETURN collect(n) AS nodes');
