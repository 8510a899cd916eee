/** Which entities and reports the coverage shows: chosen from lists, kept in the address. */
import { useParameters } from '../address.js';
import { Chooser } from '../components/chooser.js';
import { type Connection, useAllRows } from '../paging.js';
import allEntitiesQuery from '../queries/all-entities.graphql?raw';
import {
  type CoverageReport,
  cycleOf,
  type ListedEntity,
  listOf,
  listWords,
  type Reading,
  shortName,
  shortSymbol,
} from './coverage-words.js';

const pickEntities = ({ entities }: { entities: Connection<ListedEntity> }) => entities;

/** Ids that an address chooses: as they are, so that a choice is seen at once; references of another form as the answer resolved them. */
function chosenOf(text: string | undefined, prefix: string, answered: readonly { id: string }[]): string[] {
  const references = listOf(text);
  return references.every((reference) => reference.startsWith(prefix)) ? references : answered.map(({ id }) => id);
}

interface ChoosersProps {
  entities: readonly ListedEntity[];
  reports: readonly CoverageReport[];
  /** all reports, by id */
  reportOf: ReadonlyMap<string, CoverageReport>;
}

const hasList =
  (...readings: Reading[]) =>
  (report: CoverageReport) =>
    report.series === 'WSIS_PROGRESS' && readings.includes(report.contributorList);

/** Choices replace one another in the history, so that Back leaves the view. */
export function Choosers({ entities, reports, reportOf }: ChoosersProps) {
  const [parameters, change] = useParameters();
  const all = useAllRows<{ entities: Connection<ListedEntity> }, ListedEntity>(allEntitiesQuery, pickEntities);
  const choose = (name: 'entities' | 'reports') => (ids: readonly string[]) =>
    change({ [name]: ids.join(',') || undefined }, { replace: true });
  const annual = [...reportOf.values()].filter(({ series }) => series === 'WSIS_PROGRESS');
  const preset = (label: string, wanted: (report: CoverageReport) => boolean) => {
    const ids = annual.filter(wanted).map(({ id }) => id);
    return (
      <button
        type="button"
        class="button"
        aria-pressed={parameters.reports === ids.join(',')}
        disabled={ids.length === 0}
        onClick={() => choose('reports')(ids)}
      >
        {label}
      </button>
    );
  };
  return (
    <div class="choosers">
      <Chooser
        title="Entities"
        standard="all in any known list"
        choices={all.rows.map((entity) => ({ key: entity.id, label: shortName(entity), hint: entity.acronym ? entity.name : undefined }))}
        chosen={chosenOf(parameters.entities, 'entity/', entities)}
        onChoose={choose('entities')}
      />
      <Chooser
        title="Reports"
        standard="all annual reports"
        choices={annual.map((report) => ({
          key: report.id,
          label: `${cycleOf(report)} ${shortSymbol(report)}`,
          hint: listWords[report.contributorList].word,
        }))}
        chosen={chosenOf(parameters.reports, 'report/', reports)}
        onChoose={choose('reports')}
      >
        {preset('with the whole list', hasList('FULL'))}
        {preset('with any contributor known', hasList('FULL', 'PARTIAL'))}
      </Chooser>
      {(parameters.entities || parameters.reports || parameters.state) && (
        <button
          type="button"
          class="button"
          onClick={() => change({ entities: undefined, reports: undefined, state: undefined, entity: undefined, report: undefined })}
        >
          Show all again
        </button>
      )}
    </div>
  );
}
