/** The two sections on what was reported for a goal or in a region: by whom, and what. */
import type { ComponentChildren } from 'preact';
import { useParameters, withParameters } from '../address.js';
import { NarrowedContributions, type Scope } from './narrowed-contributions.js';
import { NoneKnown } from './none-known.js';
import { ReportingEntities } from './reporting-entities.js';
import { Section } from './section.js';

/** A count for a heading; where there is nothing, nothing is known. */
export const known = (number: number): number | undefined => (number > 0 ? number : undefined);

interface ReportedHereProps {
  /** id of the action line, goal or region */
  id: string;
  scope: Scope;
  /** in how many the API finds in all */
  entityCount: number;
  contributionCount: number;
  /** what it is to have reported here, and how tags come about */
  lead: ComponentChildren;
  /** how a contribution stands to the thing: "under it", "for it", "in it" */
  relation: string;
}

/** The same contributions in the cube, entity by cycle. */
const cubeOf = ({ actionLines, includeSubLines, sdgs, regions }: Scope): string =>
  withParameters('/cube', {
    rows: 'ENTITY',
    columns: 'CYCLE',
    actionLines: actionLines?.join('|'),
    includeSubLines: includeSubLines === false ? 'false' : undefined,
    sdgs: sdgs?.join('|'),
    regions: regions?.join('|'),
  });

const toContributions = () => document.getElementById('contributions')?.scrollIntoView();

export function ReportedHere({ id, scope, entityCount, contributionCount, lead, relation }: ReportedHereProps) {
  const [parameters] = useParameters();
  return (
    <>
      <Section
        title="Who reported"
        count={known(entityCount)}
        lead={lead}
        actions={entityCount > 0 && <a href={cubeOf(scope)}>By cycle, as a heat map</a>}
      >
        <ReportingEntities
          id={id}
          includeSubLines={scope.includeSubLines}
          contributionsOf={({ id: entity }) => {
            const narrowed = { ...parameters, entity: entity.slice(entity.indexOf('/') + 1), cycle: '', tag: '' };
            return `${withParameters(location.pathname, narrowed)}#contributions`;
          }}
          onFollow={toContributions}
          none={<NoneKnown what={`a contribution ${relation}, so nobody is known to have reported`} />}
        />
      </Section>
      <Section
        title="Contributions"
        count={known(contributionCount)}
        lead="What entities report having done, each as told in one paragraph of one document. The newest cycle stands first."
      >
        <NarrowedContributions scope={scope} none={<NoneKnown what={`a contribution ${relation}`} />} />
      </Section>
    </>
  );
}
