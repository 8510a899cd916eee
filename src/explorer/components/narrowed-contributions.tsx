/** Contributions under an action line, for a goal or in a region, narrowed by entity, cycle and method; the choice stands in the address. */
import type { ComponentChildren } from 'preact';
import { useParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { usePages } from '../paging.js';
import choicesQuery from '../queries/contribution-choices.graphql?raw';
import query from '../queries/tagged-contributions.graphql?raw';
import { count } from '../words.js';
import { type ContributionRow, Contributions, type ContributionsAnswer, pickContributions } from './contribution-list.js';
import { More } from './more.js';
import { Empty, Loading, Problem } from './state.js';
import './narrowed-contributions.css';

/** Which contributions a page is about, in the words of the API's filter. */
export interface Scope {
  actionLines?: string[];
  includeSubLines?: boolean;
  sdgs?: string[];
  regions?: string[];
  documents?: string[];
}

/** What an address can say of the method of a tag. */
const methodsOf: Readonly<Record<string, string[]>> = { stated: ['CURATED', 'EXTRACTED'], inferred: ['INFERRED'] };

interface Facet {
  axis: string;
  missing: number;
  values: { key: string; label: string; count: number }[];
}
interface Choices {
  byEntity: { facets: Facet[] };
  byCycle: { facets: Facet[] };
}

interface ChoiceProps {
  label: string;
  /** what stands for no choice */
  all: string;
  value: string;
  values: readonly { key: string; label: string; count?: number }[];
  onChoose: (value: string) => void;
}

function Choice({ label, all, value, values, onChoose }: ChoiceProps) {
  // What the address says is shown even where no contribution has it.
  const shown = value === '' || values.some(({ key }) => key === value) ? values : [...values, { key: value, label: value, count: 0 }];
  return (
    <label class="contribution-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all}</option>
        {shown.map(({ key, label: name, count: number }) => (
          <option key={key} value={key}>
            {number === undefined ? name : `${name} (${number})`}
          </option>
        ))}
      </select>
    </label>
  );
}

const withoutKind = (id: string): string => id.slice(id.indexOf('/') + 1);

interface NarrowedContributionsProps {
  scope: Scope;
  /** what is said where there is none at all */
  none: ComponentChildren;
}

export function NarrowedContributions({ scope, none }: NarrowedContributionsProps) {
  const [{ entity = '', cycle = '', tag = '' }, change] = useParameters();
  const year = /^\d{4}$/.test(cycle) ? Number(cycle) : undefined;
  const ofEntity = entity ? { entities: [`entity/${entity}`] } : {};
  const ofCycle = year === undefined ? {} : { cycles: { from: year, to: year } };
  const ofTag = methodsOf[tag] ? { methods: methodsOf[tag] } : {};
  const pages = usePages<ContributionsAnswer, ContributionRow>(
    query,
    { filter: { ...scope, ...ofEntity, ...ofCycle, ...ofTag } },
    pickContributions,
  );
  const choices = useAnswer<Choices>(choicesQuery, {
    entities: { ...scope, ...ofCycle, ...ofTag },
    cycles: { ...scope, ...ofEntity, ...ofTag },
  });
  const facet = (of: 'byEntity' | 'byCycle', axis: string) => choices.data?.[of].facets.find((each) => each.axis === axis);
  const entities = facet('byEntity', 'ENTITY')?.values ?? [];
  const cycles = facet('byCycle', 'CYCLE');
  const isNarrowed = Boolean(entity || cycle || tag);
  const showAll = isNarrowed && (
    <button type="button" class="button" onClick={() => change({ entity: undefined, cycle: undefined, tag: undefined })}>
      Show all
    </button>
  );
  if (pages.error && pages.rows.length === 0) {
    return (
      <>
        <Problem error={pages.error} again={pages.again} />
        {showAll && <p class="more">{showAll}</p>}
      </>
    );
  }
  if (!pages.data) return <Loading />;
  if (pages.rows.length === 0 && !isNarrowed) return <Empty>{none}</Empty>;
  return (
    <>
      <search class="contribution-choices" aria-label="Narrow the contributions">
        <Choice
          label="Entity"
          all="All entities"
          value={entity}
          values={entities.map(({ key, ...value }) => ({ key: withoutKind(key), ...value }))}
          onChoose={(value) => change({ entity: value })}
        />
        <Choice
          label="Cycle"
          all="All cycles"
          value={cycle}
          values={[...(cycles?.values ?? [])].sort((a, b) => b.key.localeCompare(a.key))}
          onChoose={(value) => change({ cycle: value })}
        />
        <Choice
          label="Tag"
          all="Stated or inferred"
          value={tag}
          values={[
            { key: 'stated', label: 'Stated in the text' },
            { key: 'inferred', label: 'Inferred by a rule' },
          ]}
          onChoose={(value) => change({ tag: value })}
        />
        {showAll}
      </search>
      {cycles && cycles.missing > 0 && (
        <p class="section-lead">
          {count(cycles.missing, 'contribution has', 'contributions have')} no known cycle; a chosen cycle leaves{' '}
          {cycles.missing === 1 ? 'it' : 'them'} out.
        </p>
      )}
      {pages.rows.length === 0 ? (
        <Empty>No contribution in the graph fits these choices.</Empty>
      ) : (
        <Contributions rows={pages.rows} label="Contributions" />
      )}
      <More pages={pages} />
    </>
  );
}
