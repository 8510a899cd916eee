/** What all nodes have in common, and the evidence that stands behind every fact. */
import { Field, Float, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { nodeSpecs } from '../graph.js';
import type { Evidence as EvidenceRecord } from '../records.js';
import { Kind, Method, Where } from '../vocabulary.js';

@ObjectType({ description: 'Why a fact is believed: the document or source that states it, where in it, and how it was read.' })
export class Evidence implements Omit<EvidenceRecord, 'document'> {
  @Field(() => String, { nullable: true, description: 'Title of the source, where it is not (only) a document of the graph.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the source.' })
  url: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Paragraph: "12" operative, "PP3" third of the preamble, "27" of a report; null where it is not known.',
  })
  paragraph: string | null;

  @Field(() => Int, { nullable: true, description: 'Number of the footnote, where it stands in one.' })
  footnote: number | null;

  @Field(() => Where, { nullable: true, description: 'Part of the document in which it stands.' })
  where: Where | null;

  @Field(() => String, { nullable: true, description: 'ISO 639-1 code of the language of the text that was read.' })
  language: string | null;

  @Field(() => Method, { description: 'How the fact came into the graph.' })
  method: Method;

  @Field(() => Float, { nullable: true, description: 'Confidence from 0 to 1, where the curator gave one.' })
  confidence: number | null;

  @Field(() => String, { nullable: true, description: 'Name of the rule by which an INFERRED fact follows; `meta.rules` describes each.' })
  rule: string | null;

  @Field(() => String, { nullable: true, description: 'Doubts, variants that were not taken, the wording of the source.' })
  note: string | null;
}

@InterfaceType('Node', {
  description: 'Anything in the graph that has an id.',
  resolveType: (value: { kind: Kind }) => nodeSpecs[value.kind].label,
})
export abstract class Node {
  @Field(() => ID, { description: 'Readable and lasting: "action-line/C5", "resolution/A/RES/70/125".' })
  id: string;

  @Field(() => Kind, { description: 'Kind of node.' })
  kind: Kind;

  @Field(() => String, { description: 'The one label to show.' })
  name: string;

  @Field(() => [String], { description: 'Other names, titles and spellings under which it is found.' })
  alternateNames: string[];

  @Field(() => [String], { description: 'IRIs of the same thing elsewhere: metadata.un.org, Wikidata, ROR.' })
  sameAs: string[];
}
