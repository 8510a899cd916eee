/** Executes operations that are asked again by code made for each of them (graphql-jit); all others are left to graphql-js. */
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { BoundedMap } from '../bounded-map.js';
import { compiledSize, greatestFieldCount } from './compilable.js';
import type { Context } from './context.js';

/** What is asked, as Apollo hands it on: parsed and validated. The same text must come as the same document to be known again. */
export interface Asked {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown> | undefined;
  context: Context;
}

interface Compiled {
  query: CompiledQuery['query'];
  /** variables inside an object or a list of the document: left out or null, they are graphql-js's */
  inside: readonly string[];
}

/** Fields of all operations whose code is kept, at some 6 kB each: hundreds of operations of a usual size, and eight of the greatest. */
const greatestSize = 8 * greatestFieldCount;

export class CompiledOperations {
  /** null is for those that may not be compiled */
  private readonly known = new BoundedMap<OperationDefinitionNode, Promise<Compiled | null>>(greatestSize);
  private readonly seen = new WeakSet<OperationDefinitionNode>();

  constructor(private readonly schema: GraphQLSchema) {}

  /**
   * The answer, or null where graphql-js is to give it: an operation that is seen for the first time or cannot be compiled, wrong variables, and every
   * answer with an error, so that errors are the same to the letter. What the store answered is kept by the loaders of the context, so it is not asked again.
   */
  async execute({ document, operation, variables = {}, context }: Asked): Promise<ExecutionResult | null> {
    const compiled = await this.compiled(document, operation);
    if (!compiled) return null;
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables);
    if (!coerced || compiled.inside.some((name) => coerced[name] === undefined || coerced[name] === null)) return null;
    const result = (await compiled.query(undefined, context, coerced)) as ExecutionResult;
    return result.errors ? null : result;
  }

  private compiled(document: DocumentNode, operation: OperationDefinitionNode): Promise<Compiled | null> | null {
    const known = this.known.get(operation);
    if (known) return known;
    // What is asked only once costs nothing: neither the time to compile it nor the room to keep it.
    if (!this.seen.has(operation)) {
      this.seen.add(operation);
      return null;
    }
    const size = compiledSize(this.schema, document, operation);
    const compiled = size === null ? Promise.resolve(null) : compile(this.schema, document, operation);
    this.known.set(operation, compiled, size ?? 1);
    return compiled;
  }
}

async function compile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Promise<Compiled | null> {
  // Loaded when first something is asked again, which need not delay the start.
  const { compileQuery, isCompiledQuery } = await import('graphql-jit');
  const compiled = compileQuery(schema, document, operation.name?.value, { disablingCapturingStackErrors: true });
  return isCompiledQuery(compiled) ? { query: compiled.query, inside: variablesInside(document) } : null;
}

/** The variables that stand inside an object or a list of the document. */
function variablesInside(document: DocumentNode): string[] {
  const names = new Set<string>();
  const collect = { Variable: ({ name }: { name: { value: string } }) => void names.add(name.value) };
  visit(document, {
    VariableDefinition: () => false,
    enter(node) {
      if (node.kind === Kind.OBJECT || node.kind === Kind.LIST) visit(node, collect);
    },
  });
  return [...names];
}
