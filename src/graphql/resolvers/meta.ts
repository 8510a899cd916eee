/** What is in the graph, and what is not. */
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { NodeSummary } from '../../domain/records.js';
import { Report } from '../../domain/types/document.js';
import { Kind, LinkName, Reading } from '../../domain/vocabulary.js';
import type { FindQuery } from '../../store/graph-store.js';
import type { Context } from '../context.js';

/** Version of the API: a field or argument that goes away, or changes its meaning, raises the first number. */
export const apiVersion = '1.0';

@ObjectType({ description: 'How many nodes of a kind there are.' })
class NodeCount {
  @Field(() => Kind, { description: 'The kind.' })
  kind: Kind;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'How many links of a kind there are.' })
class LinkCount {
  @Field(() => LinkName, { description: 'The link.' })
  link: LinkName;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'A source of the dataset.' })
class DatasetSource {
  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Address.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'Licence or terms, where the source states any.' })
  licence: string | null;
}

@ObjectType({ description: 'A rule by which facts of the method INFERRED follow.' })
class InferenceRule {
  @Field(() => String, { description: 'Name, as evidence gives it.' })
  name: string;

  @Field(() => String, { description: 'When it holds, and what follows.' })
  meaning: string;
}

@ObjectType({ description: 'What is in the graph.' })
class Meta {
  @Field(() => String, {
    description: 'Calendar version of the dataset and checksum of its rows: the same rows give the same version everywhere.',
  })
  datasetVersion: string;

  @Field(() => String, { description: 'Version of this API.' })
  apiVersion: string;

  @Field(() => String, { description: 'The store that answers: "memory" or "neo4j".' })
  store: string;

  @Field(() => [NodeCount], { description: 'Nodes by kind.' })
  counts: NodeCount[];

  @Field(() => [LinkCount], { description: 'Links by kind.' })
  linkCounts: LinkCount[];

  @Field(() => String, { description: 'Licence of the dataset.' })
  licence: string;

  @Field(() => [DatasetSource], { description: 'Sources of the dataset.' })
  sources: DatasetSource[];

  @Field(() => [InferenceRule], { description: 'Rules of inference of the dataset.' })
  rules: InferenceRule[];
}

@ObjectType({ description: 'How much of a report is known.' })
class ReportCompleteness {
  @Field(() => Report, { description: 'The report.' })
  report: Report;

  @Field(() => Reading, { description: 'How much of its list of contributors is known.' })
  contributorList: Reading;

  @Field(() => Int, { description: 'Contributors to it that are in the graph.' })
  contributorsKnown: number;

  @Field(() => Int, { description: 'Contributions of it that are in the graph; 0 where its text was not read.' })
  contributionsKnown: number;

  @Field(() => String, { nullable: true, description: 'What else is known of the gap.' })
  note: string | null;
}

@ObjectType({ description: 'Documents by how far they were read for citations.' })
class DocumentsRead {
  @Field(() => Int, { description: 'Read in full.' })
  full: number;

  @Field(() => Int, { description: 'Read in part.' })
  partial: number;

  @Field(() => Int, { description: 'Not read: known because others cite or name them.' })
  none: number;
}

@ObjectType({ description: 'What is not in the graph: read this before taking an absence for a silence.' })
class Completeness {
  @Field(() => [ReportCompleteness], { description: 'The annual reports, newest first.' })
  reports: ReportCompleteness[];

  @Field(() => DocumentsRead, { description: 'Documents by how far they were read for citations.' })
  documentsRead: DocumentsRead;

  @Field(() => Int, { description: 'Tags of contributions that are stated in a text.' })
  statedTags: number;

  @Field(() => Int, { description: 'Tags of contributions that are inferred by a rule.' })
  inferredTags: number;

  @Field(() => Int, { description: 'Nodes and links for which no source was at hand.' })
  unverifiedFacts: number;
}

/** All reports of the Secretary-General on the follow-up to the Summit, newest first: the cycle is known of all of them, the date is not. */
export const annualReports: FindQuery = {
  kinds: ['REPORT'],
  where: [{ by: 'property', property: 'series', in: ['WSIS_PROGRESS'] }],
  order: [{ by: 'cycle', descending: true }, { by: 'DEFAULT' }],
  page: {},
};

@Resolver()
export class MetaResolver {
  @Query(() => Meta, { description: 'What is in the graph: version, counts, licence and sources.' })
  async meta(@Ctx() context: Context) {
    const { documentsRead, tagMethods, unverifiedFacts, ...info } = await context.loaders.ask('info');
    return { ...info, apiVersion };
  }

  @Query(() => Completeness, { description: 'What is not in the graph.' })
  async completeness(@Ctx() context: Context) {
    const [info, annual] = await Promise.all([context.loaders.ask('info'), context.loaders.find(annualReports)]);
    const { documentsRead: read, tagMethods, unverifiedFacts } = info;
    return {
      reports: await Promise.all(annual.rows.map((row) => reportCompleteness(context, row.value))),
      documentsRead: { full: read.FULL, partial: read.PARTIAL, none: read.NONE },
      statedTags: tagMethods.CURATED + tagMethods.EXTRACTED,
      inferredTags: tagMethods.INFERRED,
      unverifiedFacts,
    };
  }
}

async function reportCompleteness(context: Context, report: NodeSummary) {
  const page = { limit: 1, total: true };
  const [sources, contributors, contributions] = await Promise.all([
    context.loaders.sources(report),
    context.loaders.neighbours({ link: 'CONTRIBUTED_TO', direction: 'IN', order: 'NODE', page }, report.id),
    context.loaders.neighbours({ link: 'DESCRIBED_IN', direction: 'IN', order: 'NODE', page }, report.id),
  ]);
  const notes = sources.map(({ note }) => note).filter((note) => note !== null);
  return {
    report,
    contributorList: report.contributorList,
    contributorsKnown: contributors.total,
    contributionsKnown: contributions.total,
    note: [...new Set(notes)].join(' ') || null,
  };
}
