/** The cost of a question: how many values it could return, with variables resolved, told before anything runs. */
import { type DocumentNode, type GraphQLSchema, getNamedType, isCompositeType, isListType, isNonNullType } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { ErrorCode, PublicError } from '../errors.js';
import { defaultPageSize } from './connection.js';

/** The greatest cost that is answered. */
export const greatestCost = 50_000;

/** Things in a list that has no page, on the safe side of what the lists of the schema hold. */
const usualListSize = 5;
const listSizes: Record<string, number> = {
  'Cube.cells': 100,
  'Cube.rows': 40,
  'Cube.columns': 40,
  'Query.claimedVersusReported': 150,
  'Coverage.rows': 600,
  'Completeness.reports': 20,
  // For each document that a lineage was asked for.
  'Lineage.nodes': 1,
  'Lineage.links': 3,
  'Query.commonAncestors': 50,
  'Facet.values': 10,
};

/** The size of a page; one that its field will refuse counts as little as its refusal. */
const size = (asked: unknown): number => (typeof asked === 'number' && asked >= 1 && asked <= 1000 ? asked : 1);

/** A field costs 1 and what stands inside it, for each thing that it may give. */
const estimate: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (!isCompositeType(getNamedType(field.type))) return 1;
  const name = `${type.name}.${field.name}`;
  const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
  const paged = field.args.some((argument) => argument.name === 'first');
  const asked = args.first ?? args.last ?? null;
  if (paged) return 1 + childComplexity * (asked === null ? defaultPageSize : size(asked));
  // The page of a connection is counted where it is asked for.
  if (!isList || (type.name.endsWith('Connection') && ['edges', 'nodes'].includes(field.name))) return 1 + childComplexity;
  const given = (args.ids ?? args.refs) as unknown[] | undefined;
  return 1 + childComplexity * (given?.length ?? listSizes[name] ?? usualListSize);
};

/**
 * Refuses a question that could return too much.
 * @throws PublicError QUERY_TOO_COSTLY with the limit, what was found and what to do
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown> | undefined,
  operationName: string | undefined,
): number {
  const cost = getComplexity({
    schema,
    query: document,
    variables: variables ?? {},
    ...(operationName ? { operationName } : {}),
    estimators: [estimate],
  });
  if (cost <= greatestCost) return cost;
  throw new PublicError(
    ErrorCode.QUERY_TOO_COSTLY,
    `This question could return ${cost} values; at most ${greatestCost} are allowed. Ask for smaller pages (\`first\`), fewer levels or fewer fields.`,
    { cost, limit: greatestCost },
  );
}
