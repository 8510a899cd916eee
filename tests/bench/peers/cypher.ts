/** What the statements of the hand-written server share. */

/** A map out of the database, or of variables. */
export type Found = Record<string, unknown>;

export interface DriverQuestion {
  cypher: string | ((variables: Found) => string);
  /** the variables of the request as parameters of the statement */
  parameters(variables: Found): Found;
  /** the data of the answer, from the one row that the statement gives */
  data(row: Found, variables: Found): unknown;
}

export type ById = { id: string };

/** Fixes the generation that is read, as `g`. */
export const current = `MATCH (c:Current {id: 'current'}) USING INDEX SEEK c:Current(id)
WITH c.generation AS g`;
/** Matches the node of an id. */
export const nodeOf = (variable: string, id: string) =>
  `MATCH (${variable}:Node {generation: g, id: ${id}}) USING INDEX SEEK ${variable}:Node(generation, id)`;
/** A list of what is matched as `x`, in the default order or another. */
export const inOrder = (match: string, result: string, order = 'x.sort, x.id') =>
  `COLLECT { ${match} WITH * ORDER BY ${order} RETURN ${result} }`;

/** A document by its symbol, whatever its kind. */
export const bySymbol = `${current}
UNWIND ['resolution/', 'report/', 'outcome-document/', 'other-document/'] AS prefix
${nodeOf('root', 'prefix + $id')}`;

/** The map with null where the database gives nothing. */
export const withNulls = (map: Found, fields: readonly string[]): Found => {
  const whole = { ...map };
  for (const field of fields) whole[field] ??= null;
  return whole;
};
