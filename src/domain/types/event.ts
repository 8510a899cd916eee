/** Summit phases, forums, review meetings and consultations. */
import { Field, ObjectType } from 'type-graphql';
import { EventType } from '../vocabulary.js';
import { DateScalar } from './date.js';
import { Node } from './node.js';

@ObjectType('Event', { implements: Node, description: 'A summit phase, a forum, a review meeting, a consultation.' })
export class Event extends Node {
  @Field(() => EventType, { description: 'What sort of event it is.' })
  type: EventType;

  @Field(() => DateScalar, { nullable: true, description: 'First day, with the precision that is known.' })
  startDate: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, with the precision that is known.' })
  endDate: string | null;

  @Field(() => String, { nullable: true, description: 'City, or "online".' })
  place: string | null;

  @Field(() => String, { nullable: true, description: 'Theme.' })
  theme: string | null;
}
