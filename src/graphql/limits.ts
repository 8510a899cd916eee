/** The limit of what a question may return: dearer ones are refused before anything of them runs. */
import { type DocumentNode, type GraphQLSchema, getOperationAST, type OperationDefinitionNode, type VariableNode, visit } from 'graphql';
import { ErrorCode, PublicError } from '../errors.js';
import { costOf, sizingArguments } from './cost.js';

/** The greatest cost that is answered. */
export const greatestCost = 50_000;

/** What was found of an operation: which of its variables its cost depends on, and its cost with some of their values. */
interface Known {
  names: readonly string[];
  costs: Map<string, number>;
}

const known = new WeakMap<OperationDefinitionNode, Known>();

/** Costs that are kept of one operation; of more, the cost is found anew. */
const keptCosts = 50;

/** The variables of a document that tell how much is asked: sizes and ids, and whether a part is asked at all. */
function sizingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: VariableNode) => void names.add(name.value) };
  visit(document, {
    Directive: (node) => void visit(node, collect),
    Argument: (node) => (sizingArguments.includes(node.name.value) ? void visit(node, collect) : undefined),
  });
  return [...names];
}

/** What of a value can change a cost: a number or a condition as it is, of a list its length. */
const sizeIn = (value: unknown): unknown => {
  if (Array.isArray(value)) return [value.length];
  return typeof value === 'number' || typeof value === 'boolean' ? value : typeof value;
};

/** The cost of an operation; with the same sizes it is not found twice. */
function knownCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number | null {
  const { names, costs } = known.get(operation) ?? { names: sizingVariables(document), costs: new Map<string, number>() };
  known.set(operation, { names, costs });
  const sizes = JSON.stringify(names.map((name) => sizeIn(variables[name])));
  const cost = costs.get(sizes) ?? costOf(schema, document, operation, variables);
  if (cost !== null && costs.size < keptCosts) costs.set(sizes, cost);
  return cost;
}

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
  const operation = getOperationAST(document, operationName);
  // Without an operation, or with wrong variables, nothing will run.
  const cost = (operation && knownCost(schema, document, operation, variables ?? {})) ?? 0;
  if (cost <= greatestCost) return cost;
  throw new PublicError(
    ErrorCode.QUERY_TOO_COSTLY,
    `This question could return ${Number.isFinite(cost) ? cost : 'endless'} values; at most ${greatestCost} are allowed. Ask for smaller pages (\`first\`), fewer levels or fewer fields.`,
    { cost: Number.isFinite(cost) ? cost : null, limit: greatestCost },
  );
}
