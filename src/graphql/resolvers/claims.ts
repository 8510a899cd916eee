/** What the WSIS–SDG Matrix claims, beside what was reported. */
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { nodeSpecs } from '../../domain/graph.js';
import type { NodeRecord } from '../../domain/records.js';
import { ActionLine } from '../../domain/types/action-line.js';
import { Evidence } from '../../domain/types/node.js';
import { Sdg } from '../../domain/types/sdg.js';
import { contributionAxis } from '../axes.js';
import type { Context } from '../context.js';

@ObjectType({ description: 'An action line and a goal: what the matrix claims, and what was reported.' })
class ClaimCheck {
  @Field(() => ActionLine, { description: 'The action line.' })
  actionLine: ActionLine;

  @Field(() => Sdg, { description: 'The goal.' })
  sdg: Sdg;

  @Field(() => Boolean, { description: 'Whether the WSIS–SDG Matrix links the two.' })
  claimed: boolean;

  @Field(() => Int, {
    description:
      'Contributions in the graph that are tagged with both. 0 means that none is known, not that nothing was done: see `completeness`.',
  })
  reported: number;

  @Field(() => [Evidence], { description: 'Evidence of the claim; empty where there is none.' })
  evidence: Evidence[];
}

@Resolver()
export class ClaimResolver {
  @Query(() => [ClaimCheck], {
    description:
      'Every action line and goal that the WSIS–SDG Matrix links or that a contribution links, by line, then goal. Sub-lines stand for themselves.',
  })
  async claimedVersusReported(@Ctx() context: Context) {
    const lines = await context.loaders.find({ kinds: ['ACTION_LINE'], where: [], page: {} });
    const [claims, counts] = await Promise.all([
      Promise.all(lines.rows.map((row) => context.loaders.related('ADVANCES', 'OUT', row.value.id))),
      context.loaders.ask('cube', {
        kind: 'CONTRIBUTION',
        where: [],
        rows: contributionAxis('ACTION_LINE', false),
        columns: contributionAxis('SDG', false),
        measure: 'ROWS',
      }),
    ]);
    const checks = new Map<string, { actionLine: string; sdg: string; claimed: boolean; reported: number; evidence: readonly unknown[] }>();
    for (const { link } of claims.flat()) {
      checks.set(`${link.from} ${link.to}`, { actionLine: link.from, sdg: link.to, claimed: true, reported: 0, evidence: link.evidence });
    }
    for (const { row, column, value } of counts.cells) {
      const check = checks.get(`${row} ${column}`) ?? { actionLine: row, sdg: column, claimed: false, reported: 0, evidence: [] };
      checks.set(`${row} ${column}`, { ...check, reported: value });
    }
    const rows = await Promise.all(
      [...checks.values()].map(async (check) => {
        const ends = [check.actionLine, check.sdg].map((id) => context.loaders.node(id));
        const [actionLine, sdg] = (await Promise.all(ends)) as [NodeRecord, NodeRecord];
        return { ...check, actionLine, sdg };
      }),
    );
    const key = ({ actionLine, sdg }: (typeof rows)[number]) => nodeSpecs.ACTION_LINE.sortKey(actionLine) + nodeSpecs.SDG.sortKey(sdg);
    return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
}
