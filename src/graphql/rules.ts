/** Rules of validation beside those of GraphQL itself. */
import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Refuses an operation of a type that the schema has not, which graphql-js would only notice while executing. */
export function knownOperationTypes(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`There is no ${node.operation} here: the graph can be asked, not changed.`, { nodes: node }));
    },
  };
}

export const ownRules = [knownOperationTypes];
