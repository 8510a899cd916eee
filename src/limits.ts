/** The limits of one question: what is beyond them is refused before anything of it runs. The configuration reads them, server and program hand them down. */
export interface Limits {
  /** bytes of the text of a document, in UTF-8 */
  documentBytes: number;
  /** tokens of a document */
  tokens: number;
  /** selections of an operation, those of a fragment as often as it is spread */
  selections: number;
  /** aliases of an operation, counted likewise */
  aliases: number;
  /** fields within fields, without those of introspection */
  depth: number;
  /** lists within lists */
  listDepth: number;
  /** fields within fields of introspection */
  introspectionDepth: number;
  /** values that a question could return */
  cost: number;
  /** errors that are told of one document or of its variables */
  errors: number;
  /** ids or references in one argument */
  ids: number;
  /** characters of a text that is searched for */
  textLength: number;
}

/** The limits where nothing else is set: three times what the examples and the explorer need, and below what costs the server a tenth of a second. */
export const defaultLimits: Limits = {
  documentBytes: 50_000,
  tokens: 2000,
  selections: 2000,
  aliases: 50,
  depth: 12,
  listDepth: 10,
  introspectionDepth: 20,
  cost: 50_000,
  errors: 5,
  ids: 100,
  textLength: 200,
};
