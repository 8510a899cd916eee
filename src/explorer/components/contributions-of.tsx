/** The contributions of one entity, newest cycle first, narrowed by action line and cycle, which stand in the address. */
import { useParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { usePages } from '../paging.js';
import axesQuery from '../queries/contribution-axes.graphql?raw';
import query from '../queries/tagged-contributions.graphql?raw';
import { count } from '../words.js';
import { Chips } from './chips.js';
import { type ContributionRow, Contributions, type ContributionsAnswer, pickContributions } from './contribution-list.js';
import { More } from './more.js';
import { Empty, Loading, Problem } from './state.js';

interface Facet {
  axis: string;
  missing: number;
  values: { key: string; label: string; count: number }[];
}
type Axes = Readonly<Record<'byLine' | 'byCycle', { totalCount: number; facets: Facet[] }>>;

/** "action-line/C7.e-health" as "C7.e-health". */
const codeOf = (id: string): string => id.slice(id.indexOf('/') + 1);

export function ContributionsOf({ entity }: { entity: string }) {
  const [parameters] = useParameters();
  const line = parameters.line ?? '';
  const cycle = /^\d{4}$/.test(parameters.cycle ?? '') ? Number(parameters.cycle) : undefined;
  // The line itself, as its count says; what its sub-lines hold stands under them.
  const byLine = line ? { actionLines: [line], includeSubLines: false } : {};
  const byCycle = cycle === undefined ? {} : { cycles: { from: cycle, to: cycle } };
  const filter = { entities: [entity], ...byLine, ...byCycle };
  const pages = usePages<ContributionsAnswer, ContributionRow>(query, { filter, first: 20 }, pickContributions);
  const axes = useAnswer<Axes>(axesQuery, { lines: { entities: [entity], ...byCycle }, cycles: { entities: [entity], ...byLine } }).data;
  const facet = (from: keyof Axes, axis: string) => axes?.[from].facets.find((each) => each.axis === axis);
  const lines = facet('byLine', 'ACTION_LINE');
  const cycles = facet('byCycle', 'CYCLE');
  if (pages.error && pages.rows.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (!pages.data) return <Loading />;
  return (
    <>
      {lines && lines.values.length > 0 && (
        <Chips
          label="Action line"
          spoken="Action lines of the contributions"
          parameter="line"
          all={axes?.byLine.totalCount}
          choices={[...lines.values]
            .sort((a, b) => codeOf(a.key).localeCompare(codeOf(b.key), 'en', { numeric: true }))
            .map(({ key, count: found }) => ({ value: key, label: codeOf(key), count: found }))}
        />
      )}
      {cycles && cycles.values.length > 0 && (
        <Chips
          label="Cycle"
          spoken="Cycles of the contributions"
          parameter="cycle"
          all={axes?.byCycle.totalCount}
          choices={[...cycles.values]
            .sort((a, b) => b.key.localeCompare(a.key))
            .map(({ key, count: found }) => ({ value: key, label: key, count: found }))}
        />
      )}
      {lines && lines.missing > 0 && (
        <p class="section-lead">
          {count(lines.missing, 'contribution has', 'contributions have')} no action line in the text nor by a rule.
        </p>
      )}
      {pages.rows.length > 0 ? (
        <Contributions rows={pages.rows} label="Contributions" />
      ) : (
        <Empty>No contribution fits these choices.</Empty>
      )}
      <More pages={pages} />
    </>
  );
}
