/** The bodies that facilitate, contribute, report, or are asked. */
import { Field, ObjectType } from 'type-graphql';
import { EntityCategory } from '../vocabulary.js';
import { Node } from './node.js';

@ObjectType('Entity', {
  implements: Node,
  description: 'A body that facilitates, contributes, reports, or is asked: an agency, a commission, an association, a group.',
})
export class Entity extends Node {
  @Field(() => String, { nullable: true, description: 'Acronym, where it has one.' })
  acronym: string | null;

  @Field(() => EntityCategory, { description: 'What sort of body it is.' })
  category: EntityCategory;

  @Field(() => Boolean, { description: 'Whether it belongs to the United Nations system.' })
  unSystem: boolean;

  @Field(() => String, { nullable: true, description: 'Address of its home page.' })
  homepage: string | null;
}
