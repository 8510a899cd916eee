/** The Date scalar: ISO 8601 with reduced precision, because many a date is known to the month or the year only. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isPartialDate } from '../date.js';

function check(value: unknown): string {
  if (typeof value === 'string' && isPartialDate(value)) return value;
  throw new GraphQLError('A Date is "2010", "2010-09" or "2010-09-14".');
}

export const DateScalar = new GraphQLScalarType({
  name: 'Date',
  description: 'A date in ISO 8601 with the precision that is known: "2010", "2010-09" or "2010-09-14".',
  specifiedByURL: 'https://www.iso.org/iso-8601-date-and-time-format.html',
  serialize: check,
  parseValue: check,
  parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined),
});
