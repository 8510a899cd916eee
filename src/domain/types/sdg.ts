/** The Sustainable Development Goals and those of their targets that the WSIS–SDG Matrix uses. */
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from './node.js';

@ObjectType('Sdg', { implements: Node, description: 'One of the seventeen Sustainable Development Goals.' })
export class Sdg extends Node {
  @Field(() => Int, { description: 'Number of the goal, 1 to 17.' })
  number: number;

  @Field(() => String, { description: 'Short title.' })
  title: string;
}

@ObjectType('SdgTarget', { implements: Node, description: 'A target of a goal that the WSIS–SDG Matrix uses.' })
export class SdgTarget extends Node {
  @Field(() => String, { description: 'Code: "9.c".' })
  code: string;

  @Field(() => String, { description: 'Short label, in words of our own.' })
  title: string;
}
