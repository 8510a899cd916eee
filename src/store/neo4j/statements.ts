/**
 * The Cypher that all reading statements share. Fragments are constants or made of constants. What is asked for goes in as the parameter `asks`, a list of
 * maps: a statement answers several questions of its shape at once (see gathering.ts), each of which it sees as `ask`. Only LIMIT, which takes no variable,
 * has a parameter that all of them share, `limit`: at least as many rows as any of them wants, of which each keeps as many as its own `limit`.
 */

/** A subquery that sees these variables and `ask`. It is not indented: texts are sent with each question. */
export const call = (variables: string, body: string): string => `CALL (ask, ${variables}) {\n${body}\n}`;

/**
 * A whole statement. For each question it fixes the generation that is read, the one asked for or the newest, as `g`, and gives a row with its place, that
 * generation and its version, and the answer; no row where there is no such generation: nothing was ever loaded, or it was superseded and given up.
 */
export const statement = (body: string, answer: string): string => `UNWIND $asks AS ask
CALL (ask) {
OPTIONAL MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
MATCH (d:Dataset {generation: coalesce(ask.generation, c.generation)}) USING INDEX SEEK d:Dataset(generation)
WITH d, d.generation AS g
${body}
RETURN g AS generation, d.version AS version, d.form AS form, ${answer} AS answer
}
RETURN ask.place AS place, generation, version, form, answer`;

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

/** The nodes in the lists of `groups`, each once, as `nodes`. */
export const distinctNodes = call('groups', 'UNWIND groups AS ends\nUNWIND ends AS n\nWITH DISTINCT n\nRETURN collect(n) AS nodes');
