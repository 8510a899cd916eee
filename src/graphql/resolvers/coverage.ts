/** Coverage: who contributed to which report, who was silent, and where nothing is known. */
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import type { LinkRecord, NodeSummary } from '../../domain/records.js';
import { Report } from '../../domain/types/document.js';
import { Entity } from '../../domain/types/entity.js';
import { Evidence } from '../../domain/types/node.js';
import { badInput } from '../../errors.js';
import type { Context } from '../context.js';
import { requireReferences } from '../references.js';
import { greatestCellCount } from './cube.js';
import { annualReports } from './meta.js';

const CoverageState = { CONTRIBUTED: 'CONTRIBUTED', SILENT: 'SILENT', NOT_LISTED: 'NOT_LISTED', NO_DATA: 'NO_DATA' } as const;
type CoverageState = keyof typeof CoverageState;
registerEnumType(CoverageState, {
  name: 'CoverageState',
  description: 'What is known of an entity and a report.',
  valuesConfig: {
    CONTRIBUTED: { description: 'It stands in the list of contributors, or an input of its own is known.' },
    SILENT: { description: 'The whole list is known; the entity is not in it, but contributed to another report.' },
    NOT_LISTED: { description: 'The whole list is known; the entity is not in it, nor in any other that is known.' },
    NO_DATA: { description: 'The list is not known, or not all of it: nothing can be said. This is not silence.' },
  },
});

@ObjectType({ description: 'What is known of one entity and one report.' })
class CoverageRow {
  @Field(() => Entity, { description: 'The entity.' })
  entity: Entity;

  @Field(() => Report, { description: 'The report.' })
  report: Report;

  @Field(() => CoverageState, { description: 'What is known.' })
  state: CoverageState;

  @Field(() => Report, {
    nullable: true,
    description: 'The last report to which it is known to have contributed: since when it has been silent.',
  })
  lastContributedTo: Report | null;

  @Field(() => [Evidence], { description: 'Where it is said that it contributed; empty for the other states.' })
  evidence: Evidence[];
}

@ObjectType({ description: 'How often a state occurs.' })
class CoverageCount {
  @Field(() => CoverageState, { description: 'The state.' })
  state: CoverageState;

  @Field(() => Int, { description: 'Rows in this state.' })
  count: number;
}

@ObjectType({ description: 'Entities by reports.' })
class Coverage {
  @Field(() => [CoverageRow], { description: 'One row for each entity and report: by report as asked, then entity.' })
  rows: CoverageRow[];

  @Field(() => [CoverageCount], { description: 'How often each state occurs.' })
  counts: CoverageCount[];
}

@Resolver()
export class CoverageResolver {
  @Query(() => Coverage, { description: 'Who contributed to which report, who was silent, and where nothing is known.' })
  async coverage(
    @Ctx() context: Context,
    @Arg('reports', () => [ID], {
      nullable: true,
      description: 'Reports; when left out, all of the Secretary-General on the follow-up to the Summit.',
    })
    reports?: string[] | null,
    @Arg('entities', () => [ID], { nullable: true, description: 'Entities; when left out, all that any known list names.' })
    entities?: string[] | null,
  ) {
    const annual = await context.loaders.find(annualReports);
    const annualNodes = annual.rows.map((row) => row.value);
    const askedReports = reports ? await nodes(context, await requireReferences(context, 'reports', reports, ['REPORT'])) : annualNodes;
    const known = [...new Map([...annualNodes, ...askedReports].map((report) => [report.id, report])).values()];
    const lists = await Promise.all(known.map((report) => context.loaders.related('CONTRIBUTED_TO', 'IN', report.id)));

    const links = new Map<string, LinkRecord>();
    const last = new Map<string, NodeSummary>();
    for (const [index, list] of lists.entries()) {
      const report = known[index] as NodeSummary;
      for (const { node, link } of list) {
        links.set(`${node.id} ${link.to}`, link);
        if (!(Number(last.get(node.id)?.cycle) > Number(report.cycle))) last.set(node.id, report);
      }
    }
    const askedEntities = entities
      ? await nodes(context, await requireReferences(context, 'entities', entities, ['ENTITY']))
      : await inOrder(context, [...last.keys()]);
    if (askedReports.length * askedEntities.length > greatestCellCount) {
      throw badInput(
        `Coverage of ${askedReports.length} x ${askedEntities.length} is more than ${greatestCellCount} rows. Name fewer reports or entities.`,
      );
    }

    const rows = askedReports.flatMap((report) =>
      askedEntities.map((entity) => {
        const link = links.get(`${entity.id} ${report.id}`);
        const state = link ? 'CONTRIBUTED' : report.contributorList !== 'FULL' ? 'NO_DATA' : last.has(entity.id) ? 'SILENT' : 'NOT_LISTED';
        return { entity, report, state, lastContributedTo: last.get(entity.id) ?? null, evidence: link?.evidence ?? [] };
      }),
    );
    const counts = Object.values(CoverageState).map((state) => ({ state, count: rows.filter((row) => row.state === state).length }));
    return { rows, counts };
  }
}

const nodes = async (context: Context, ids: readonly string[]): Promise<NodeSummary[]> =>
  (await Promise.all(ids.map((id) => context.loaders.node(id)))).filter((node) => node !== null);

/** Entities in their default order. */
async function inOrder(context: Context, ids: readonly string[]): Promise<NodeSummary[]> {
  const page = await context.loaders.find({ kinds: ['ENTITY'], where: [{ by: 'property', property: 'id', in: ids }], page: {} });
  return page.rows.map((row) => row.value);
}
