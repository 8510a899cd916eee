/** The orders in which each list can be asked for. */
import { Field, InputType, registerEnumType } from 'type-graphql';
import type { Order } from '../store/graph-store.js';

export const OrderDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Direction of an order. What is unknown comes last in either.',
  valuesConfig: { ASC: { description: 'As the field says, least or first.' }, DESC: { description: 'The other way round.' } },
});

interface OrderBy {
  field: string;
  direction: keyof typeof OrderDirection;
}

/** The order input of a kind: its fields, each with the property it stands for and what it means. */
function orderOf(kind: string, fields: Record<string, readonly [property: string, meaning: string]>) {
  const values = Object.fromEntries(Object.keys(fields).map((field) => [field, field]));
  registerEnumType(values, {
    name: `${kind}OrderField`,
    description: `What a list of ${kind} nodes can be ordered by.`,
    valuesConfig: Object.fromEntries(Object.entries(fields).map(([field, [, description]]) => [field, { description }])),
  });

  @InputType(`${kind}Order`, { description: `One key of an order of ${kind} nodes; several are applied in turn, the id last.` })
  class OrderInput implements OrderBy {
    @Field(() => values, { description: 'What to order by.' })
    field: string;

    @Field(() => OrderDirection, { defaultValue: 'ASC', description: 'Direction.' })
    direction: keyof typeof OrderDirection;
  }

  return {
    Input: OrderInput,
    /** The order that the store is asked for. */
    read: (orders?: readonly OrderBy[] | null): Order[] =>
      (orders ?? []).map(({ field, direction }) => ({ by: fields[field]?.[0] as string, descending: direction === 'DESC' })),
  };
}

const byDefault = (meaning: string) => ['DEFAULT', meaning] as const;

export const actionLineOrder = orderOf('ActionLine', { DEFAULT: byDefault('C1, C2 … C7, C7.e-agriculture … C11.') });
export const sdgOrder = orderOf('Sdg', { DEFAULT: byDefault('By number.') });
export const regionOrder = orderOf('Region', { DEFAULT: byDefault('By name.') });
export const entityOrder = orderOf('Entity', {
  DEFAULT: byDefault('By acronym, or name where there is none.'),
  CATEGORY: ['category', 'By category.'],
});
export const resolutionOrder = orderOf('Resolution', {
  DEFAULT: byDefault('Newest first, then by symbol.'),
  DATE: ['date', 'By date of adoption, oldest first.'],
  FAMILY: ['family', 'By family.'],
});
export const reportOrder = orderOf('Report', {
  DEFAULT: byDefault('Newest first, then by symbol.'),
  DATE: ['date', 'By date, oldest first.'],
  CYCLE: ['cycle', 'By reporting cycle, oldest first.'],
});
export const sessionOrder = orderOf('Session', {
  DEFAULT: byDefault('Newest first.'),
  NUMBER: ['number', 'By number, oldest first.'],
});
export const eventOrder = orderOf('Event', {
  DEFAULT: byDefault('By date, oldest first.'),
  TYPE: ['type', 'By type.'],
});
export const contributionOrder = orderOf('Contribution', {
  DEFAULT: byDefault('By cycle (newest first), document, and paragraph as a number.'),
  CYCLE: ['cycle', 'By cycle, oldest first.'],
});
export const askOrder = orderOf('Ask', {
  DEFAULT: byDefault('By document and paragraph.'),
  DUE_YEAR: ['dueYear', 'By the year in which it is due, earliest first.'],
  VERB: ['verb', 'By verb.'],
});
