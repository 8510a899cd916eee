/** The limits of what may be asked: a question beyond one is refused before anything of it runs, and told which, by how much, and what to do. */
import { type DocumentNode, type GraphQLSchema, getOperationAST, type OperationDefinitionNode, type VariableNode, visit } from 'graphql';
import { badInput, ErrorCode, PublicError } from '../errors.js';
import { defaultLimits, type Limits } from '../limits.js';
import { costOf, sizingArguments } from './cost.js';
import { type Measures, measure } from './measure.js';

/** A question whose document is parsed and valid. */
export interface ValidQuestion {
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** What is found of a question before it runs. */
export interface Verdict {
  /** the values that it could return; null where it is refused before that is counted, or nothing will run: no operation is named, a variable is wrong */
  cost: number | null;
  /** why it may not run, with the `limit` and what was `found` */
  refusal: PublicError | null;
}

/** Whether a question keeps within the limits, and what it costs. */
export function checkLimits(schema: GraphQLSchema, question: ValidQuestion, limits: Limits = defaultLimits): Verdict {
  const { document, variables = {}, operationName } = question;
  const operation = getOperationAST(document, operationName);
  const known = operation && knownOf(schema, document, operation);
  const refusal = tooLong(document, limits.documentBytes) ?? illFormed(variables) ?? (known && tooLarge(known.measures, limits)) ?? null;
  if (refusal || !known) return { cost: null, refusal };
  const cost = knownCost(known, schema, document, operation, variables);
  return { cost, refusal: cost === null || cost <= limits.cost ? null : tooCostly(cost, limits.cost) };
}

/** What an answer tells of its cost, under `extensions`. */
export const costTold = (cost: number, limits: Limits) => ({ cost: { total: cost, limit: limits.cost } });

const tooCostly = (found: number, limit: number): PublicError =>
  new PublicError(
    ErrorCode.QUERY_TOO_COSTLY,
    `This question could return ${found} values; at most ${limit} are allowed. Ask for smaller pages (\`first\`), fewer levels or fewer fields.`,
    { found, limit },
  );

/** The limits of what is measured. Selections come first: what fans out is not looked at further. */
const measured: { name: keyof Measures; code: ErrorCode; tell: (found: number, limit: number) => string }[] = [
  {
    name: 'selections',
    code: ErrorCode.QUERY_TOO_WIDE,
    tell: (found, limit) =>
      `This question selects ${found} fields, each as often as its fragment is spread; at most ${limit} are allowed. Spread fewer fragments, or ask in several requests.`,
  },
  {
    name: 'aliases',
    code: ErrorCode.QUERY_TOO_WIDE,
    tell: (found, limit) =>
      `This question has ${found} aliases; at most ${limit} are allowed. Ask for many things by one field (\`nodes(ids:)\`, \`resolve(refs:)\`), or in several requests.`,
  },
  {
    name: 'depth',
    code: ErrorCode.QUERY_TOO_DEEP,
    tell: (found, limit) =>
      `This question goes ${found} fields deep; at most ${limit} are allowed. Ask for the rest from where this one ends, or use \`lineage\` and \`paths\`.`,
  },
  {
    name: 'listDepth',
    code: ErrorCode.QUERY_TOO_DEEP,
    tell: (found, limit) =>
      `This question has lists within lists ${found} deep; at most ${limit} are allowed. Ask for the inner lists from the things they belong to.`,
  },
  {
    name: 'introspectionDepth',
    code: ErrorCode.QUERY_TOO_DEEP,
    tell: (found, limit) => `This introspection goes ${found} fields deep; at most ${limit} are allowed. Nest \`ofType\` less often.`,
  },
];

function tooLarge(measures: Measures, limits: Limits): PublicError | null {
  const beyond = measured.find(({ name }) => measures[name] > limits[name]);
  if (!beyond) return null;
  const [found, limit] = [measures[beyond.name], limits[beyond.name]];
  return new PublicError(beyond.code, beyond.tell(found, limit), { found, limit });
}

function tooLong({ loc }: DocumentNode, limit: number): PublicError | null {
  const found = Buffer.byteLength(loc?.source.body ?? '');
  if (found <= limit) return null;
  const message = `This document has ${found} bytes; at most ${limit} are allowed. Leave out spaces and comments, and give long values by variables.`;
  return new PublicError(ErrorCode.QUERY_TOO_LONG, message, { found, limit });
}

/** Text with half of a surrogate pair is refused: the stores would take it for different texts. In documents graphql-js refuses it. */
function illFormed(variables: Record<string, unknown>): PublicError | null {
  for (const [name, given] of Object.entries(variables)) {
    // Not by recursion: a value may be nested as deep as its request is long.
    const values = [given];
    for (const value of values) {
      if (typeof value === 'string' && !value.isWellFormed())
        return badInput(`\`$${name}\` holds half of a surrogate pair, which is no text. Send well-formed Unicode.`, { argument: name });
      if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) values.push(inner);
    }
  }
  return null;
}

/** What was found of an operation: its measures, which of its variables its cost depends on, and its cost with some of their values. */
interface Known {
  measures: Measures;
  names: readonly string[];
  costs: Map<string, number>;
}

const knownOperations = new WeakMap<OperationDefinitionNode, Known>();

/** Costs that are kept of one operation; of more, the cost is found anew. */
const keptCosts = 50;

function knownOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Known {
  let found = knownOperations.get(operation);
  if (!found) {
    found = { measures: measure(schema, document, operation), names: sizingVariables(document), costs: new Map() };
    knownOperations.set(operation, found);
  }
  return found;
}

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
  { names, costs }: Known,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number | null {
  const sizes = JSON.stringify(names.map((name) => sizeIn(variables[name])));
  const cost = costs.get(sizes) ?? costOf(schema, document, operation, variables);
  if (cost !== null && costs.size < keptCosts) costs.set(sizes, cost);
  return cost;
}
