/** The sessions of the Commission on Science and Technology for Development. */
import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from './date.js';
import { Node } from './node.js';

@ObjectType('Session', {
  implements: Node,
  description:
    'An annual session of the Commission on Science and Technology for Development (CSTD), which reviews the follow-up to the Summit.',
})
export class Session extends Node {
  @Field(() => Int, { description: 'Number of the session.' })
  number: number;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startDate: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day.' })
  endDate: string | null;

  @Field(() => String, { nullable: true, description: 'City, or "virtual".' })
  place: string | null;

  @Field(() => [String], { description: 'Priority themes.' })
  themes: string[];

  @Field(() => String, { nullable: true, description: 'Chair, with the country.' })
  chair: string | null;
}
