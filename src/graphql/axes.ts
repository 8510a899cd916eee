/** The axes along which lists are counted: the dimensions of cubes, and the facets of each list. */
import { registerEnumType } from 'type-graphql';
import type { Method } from '../domain/vocabulary.js';
import type { Axis } from '../store/graph-store.js';

export const Dimension = {
  ACTION_LINE: 'ACTION_LINE',
  SDG: 'SDG',
  REGION: 'REGION',
  ENTITY: 'ENTITY',
  ENTITY_CATEGORY: 'ENTITY_CATEGORY',
  DOCUMENT: 'DOCUMENT',
  CYCLE: 'CYCLE',
} as const;
export type Dimension = keyof typeof Dimension;

registerEnumType(Dimension, {
  name: 'Dimension',
  description: 'An axis along which contributions are counted.',
  valuesConfig: {
    ACTION_LINE: { description: 'Action line. With `includeSubLines` (the default) C7 counts its sub-lines too, beside their own rows.' },
    SDG: { description: 'Sustainable Development Goal.' },
    REGION: { description: 'Region.' },
    ENTITY: { description: 'Entity that reported the contribution.' },
    ENTITY_CATEGORY: { description: 'Category of the entities that reported the contribution.' },
    DOCUMENT: { description: 'Document that describes the contribution.' },
    CYCLE: { description: 'Reporting cycle.' },
  },
});

/** The dimensions that are tags, each with a method. */
const tagDimensions = { ACTION_LINE: 'UNDER', SDG: 'SUPPORTS', REGION: 'IN' } as const;

/** The axis of contributions for a dimension. */
export function contributionAxis(dimension: Dimension, includeSubLines: boolean, methods?: readonly Method[] | null): Axis {
  switch (dimension) {
    case 'ENTITY':
      return { by: 'link', link: 'MADE', direction: 'IN' };
    case 'ENTITY_CATEGORY':
      return { by: 'link', link: 'MADE', direction: 'IN', property: 'category' };
    case 'DOCUMENT':
      return { by: 'link', link: 'DESCRIBED_IN', direction: 'OUT' };
    case 'CYCLE':
      return { by: 'property', property: 'cycle' };
    default:
      return {
        by: 'link',
        link: tagDimensions[dimension],
        direction: 'OUT',
        ...(dimension === 'ACTION_LINE' && includeSubLines ? { rollUp: true } : {}),
        ...(methods ? { methods } : {}),
      };
  }
}

/** All dimensions of contributions as a filter counts them: with sub-lines or without, by the tags of its methods. */
export const contributionAxes = (filter?: { includeSubLines?: boolean | null; methods?: Method[] | null } | null): Record<string, Axis> =>
  Object.fromEntries(
    Object.values(Dimension).map((dimension) => [
      dimension,
      contributionAxis(dimension, filter?.includeSubLines !== false, filter?.methods),
    ]),
  );

const byProperty = (property: string): Axis => ({ by: 'property', property });
const byLink = (link: Extract<Axis, { by: 'link' }>['link'], direction: 'OUT' | 'IN'): Axis => ({ by: 'link', link, direction });

/** The facets of each list but that of contributions, which are its dimensions. */
export const facetAxes = {
  actionLines: { PARENT: byLink('PART_OF', 'OUT'), FACILITATOR: byLink('FACILITATES', 'IN'), SDG: byLink('ADVANCES', 'OUT') },
  sdgs: { ACTION_LINE: byLink('ADVANCES', 'IN') },
  regions: { COMMISSION: byLink('SERVES', 'IN') },
  entities: { CATEGORY: byProperty('category'), UN_SYSTEM: byProperty('unSystem'), FACILITATES: byLink('FACILITATES', 'OUT') },
  resolutions: {
    BODY: byProperty('body'),
    FORM: byProperty('form'),
    FAMILY: byProperty('family'),
    CITATIONS_READ: byProperty('citationsRead'),
  },
  reports: { SERIES: byProperty('series'), CYCLE: byProperty('cycle'), CONTRIBUTOR_LIST: byProperty('contributorList') },
  sessions: { PLACE: byProperty('place') },
  events: { TYPE: byProperty('type'), PLACE: byProperty('place') },
  asks: {
    VERB: byProperty('verb'),
    ADDRESSEE: byLink('OF', 'OUT'),
    ADDRESSEE_CLASS: byProperty('addresseeClasses'),
    DOCUMENT: byLink('ASKS', 'IN'),
    DUE_AT: byLink('DUE_AT', 'OUT'),
    DUE_YEAR: byProperty('dueYear'),
  },
} satisfies Record<string, Record<string, Axis>>;
