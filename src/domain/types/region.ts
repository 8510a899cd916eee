/** The regions of the annual reports. */
import { Field, ObjectType } from 'type-graphql';
import { Node } from './node.js';

@ObjectType('Region', { implements: Node, description: 'One of the five regions by which the annual reports are ordered.' })
export class Region extends Node {
  @Field(() => [String], { description: 'M49 codes of about the same extent; the note of the source says how close they are.' })
  m49: string[];
}
