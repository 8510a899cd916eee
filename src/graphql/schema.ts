/** The GraphQL schema, built once from the classes and resolvers. */
import 'reflect-metadata';
import { GraphQLInterfaceType, GraphQLObjectType, type GraphQLSchema, GraphQLUnionType } from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import '../domain/types/enums.js';
import { nodeSpecs } from '../domain/graph.js';
import type { Kind } from '../domain/vocabulary.js';
import { ActionLineResolver } from './resolvers/action-lines.js';
import { AskResolver } from './resolvers/asks.js';
import { ClaimResolver } from './resolvers/claims.js';
import { ContributionResolver } from './resolvers/contributions.js';
import { CoverageResolver } from './resolvers/coverage.js';
import { CubeResolver } from './resolvers/cube.js';
import { DocumentResolver, OtherDocumentResolver } from './resolvers/documents.js';
import { EntityResolver } from './resolvers/entities.js';
import { EventResolver } from './resolvers/events.js';
import { LineageResolver } from './resolvers/lineage.js';
import { MetaResolver } from './resolvers/meta.js';
import { EvidenceResolver, NodeResolver } from './resolvers/node.js';
import { RegionResolver } from './resolvers/regions.js';
import { ReportResolver } from './resolvers/reports.js';
import { ResolutionResolver } from './resolvers/resolutions.js';
import { SdgResolver, SdgTargetResolver } from './resolvers/sdgs.js';
import { SearchResolver } from './resolvers/search.js';
import { SessionResolver } from './resolvers/sessions.js';

/** The schema. Types behind Node and Document are told by `kind`, synchronously, so that a compiling executor can use it too. */
export function createSchema(): GraphQLSchema {
  // A field without a resolver is the property of that name, read without a function of type-graphql around it.
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
  const schema = buildSchemaSync({
    resolvers: [
      NodeResolver,
      EvidenceResolver,
      SearchResolver,
      ActionLineResolver,
      SdgResolver,
      SdgTargetResolver,
      RegionResolver,
      EntityResolver,
      DocumentResolver,
      OtherDocumentResolver,
      ResolutionResolver,
      ReportResolver,
      SessionResolver,
      EventResolver,
      ContributionResolver,
      AskResolver,
      CubeResolver,
      CoverageResolver,
      ClaimResolver,
      LineageResolver,
      MetaResolver,
    ],
    validate: false,
  });
  for (const type of Object.values(schema.getTypeMap())) {
    if (type instanceof GraphQLObjectType)
      for (const field of Object.values(type.getFields()))
        field.resolve = (field.extensions.resolve as typeof field.resolve) ?? field.resolve;
    if (type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType) {
      type.resolveType = (value: { kind: Kind }) => nodeSpecs[value.kind]?.label;
    }
  }
  const query = schema.getQueryType();
  if (query) query.description = 'Everything that can be asked. Nothing can be changed: there is no Mutation.';
  return schema;
}
