/** The WSIS action lines. */
import { Field, ObjectType } from 'type-graphql';
import { Node } from './node.js';

@ObjectType('ActionLine', {
  implements: Node,
  description: 'One of the eleven WSIS action lines of the Geneva Plan of Action, or one of the eight sub-lines of C7.',
})
export class ActionLine extends Node {
  @Field(() => String, { description: 'Code: "C5", "C7.e-health".' })
  code: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => [String], { description: 'Keywords of the WSIS Stocktaking for it.' })
  keywords: string[];
}
