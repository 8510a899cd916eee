/** Contributions: the facts from which cubes, coverage and "who reported on" are derived. */
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from './node.js';

@ObjectType('Contribution', {
  implements: Node,
  description:
    'What one or more entities report having done, told in one paragraph of one document. One for each document, paragraph and activity (same set of actors).',
})
export class Contribution extends Node {
  @Field(() => String, { description: 'What was done, in words of our own.' })
  summary: string;

  @Field(() => Int, { nullable: true, description: 'Reporting cycle: the year reported on; null where the document does not say.' })
  cycle: number | null;

  @Field(() => String, { nullable: true, description: 'Paragraph of the document; null for an input without paragraphs.' })
  paragraph: string | null;
}
