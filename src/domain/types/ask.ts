/** Asks: what the texts want done, by whom, and when. */
import { Field, Int, ObjectType } from 'type-graphql';
import { AskVerb } from '../vocabulary.js';
import { Node } from './node.js';

@ObjectType('Ask', {
  implements: Node,
  description:
    'What a paragraph requests, invites, encourages, urges, calls upon or decides, of whom, due when. A paragraph that only notes or welcomes asks nothing.',
})
export class Ask extends Node {
  @Field(() => AskVerb, { description: 'The verb of the paragraph.' })
  verb: AskVerb;

  @Field(() => String, { description: 'What is asked, in words of our own.' })
  summary: string;

  @Field(() => String, { description: 'Paragraph that asks it.' })
  paragraph: string;

  @Field(() => [String], { description: 'Classes of addressee beside the named entities: "MEMBER_STATES", "STAKEHOLDERS", …' })
  addresseeClasses: string[];

  @Field(() => Int, { nullable: true, description: 'Year in which it is due, where one is stated or follows from the session.' })
  dueYear: number | null;
}
