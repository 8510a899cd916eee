/** The connections along each kind of link, with what the link carries. */
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ActionLine } from '../domain/types/action-line.js';
import { Document, Report } from '../domain/types/document.js';
import { Entity } from '../domain/types/entity.js';
import { Evidence, Node } from '../domain/types/node.js';
import { CitationVerb, FacilitatorRole, Where } from '../domain/vocabulary.js';
import { connectionOf, edgeTo } from './connection.js';

/** The class of the edges along a link: they carry its evidence. */
export function linkTo<T extends object>(node: () => object, description?: string) {
  @ObjectType()
  abstract class EvidencedEdge extends edgeTo<T>(node, description) {
    @Field(() => [Evidence], { description: 'Where it says so, in the order of the text.' })
    evidence: Evidence[];
  }
  return EvidencedEdge;
}

/** The class of the edges of facilitation, from either side. */
function facilitationTo<T extends object>(node: () => object) {
  @ObjectType()
  abstract class FacilitationEdgeBase extends linkTo<T>(node) {
    @Field(() => FacilitatorRole, { description: 'Role.' })
    role: FacilitatorRole;

    @Field(() => Int, { nullable: true, description: 'First year for which the sources attest it: not the beginning of the tenure.' })
    attestedFrom: number | null;

    @Field(() => Int, { nullable: true, description: 'Last year for which the sources attest it: not the end of the tenure.' })
    attestedTo: number | null;
  }
  return FacilitationEdgeBase;
}

@ObjectType({ description: 'That an entity facilitates an action line.' })
export class FacilitationEdge extends facilitationTo<Entity>(() => Entity) {}
@ObjectType({ description: 'Facilitators of an action line.' })
export class FacilitationConnection extends connectionOf(
  () => FacilitationEdge,
  () => Entity,
) {}

@ObjectType({ description: 'That an entity facilitates an action line.' })
export class EntityFacilitationEdge extends facilitationTo<ActionLine>(() => ActionLine) {}
@ObjectType({ description: 'Action lines that an entity facilitates.' })
export class EntityFacilitationConnection extends connectionOf(
  () => EntityFacilitationEdge,
  () => ActionLine,
) {}

@ObjectType({ description: 'That the indicative list of 2005 names an entity for an action line.' })
export class IndicatedFacilitatorEdge extends linkTo<Entity>(() => Entity) {}
@ObjectType({ description: 'Entities that the indicative list annexed to the Tunis Agenda names for an action line.' })
export class IndicatedFacilitatorConnection extends connectionOf(
  () => IndicatedFacilitatorEdge,
  () => Entity,
) {}

@ObjectType({ description: 'That an entity gave an input to a report.' })
export class ReportContributorEdge extends linkTo<Entity>(() => Entity) {}
@ObjectType({ description: 'Contributors to a report, as far as they are known.' })
export class ReportContributorConnection extends connectionOf(
  () => ReportContributorEdge,
  () => Entity,
) {}

@ObjectType({ description: 'That an entity gave an input to a report.' })
export class EntityReportEdge extends linkTo<Report>(() => Report) {}
@ObjectType({ description: 'Reports to which an entity gave an input.' })
export class EntityReportConnection extends connectionOf(
  () => EntityReportEdge,
  () => Report,
) {}

@ObjectType({ description: 'That a document cites another. Two verbs between the same two are two edges.' })
export class CitationEdge extends linkTo<Document>(() => Document, 'The document at the other end.') {
  @Field(() => CitationVerb, { description: 'Verb of the clause.' })
  verb: CitationVerb;

  @Field(() => Where, { nullable: true, description: 'Part of the citing document, by the first evidence.' })
  where: Where | null;

  @Field(() => String, {
    nullable: true,
    description: 'Paragraph of the citing document, by the first evidence; null where it is not known.',
  })
  paragraph: string | null;
}
@ObjectType({ description: 'Citations.' })
export class CitationConnection extends connectionOf(
  () => CitationEdge,
  () => Document,
) {}

@ObjectType({ description: 'A link of any kind.' })
export class LinkEdge extends linkTo<Node>(() => Node, 'The node at the other end.') {
  @Field(() => ID, { description: 'Id of its subject.' })
  from: string;

  @Field(() => ID, { description: 'Id of its object.' })
  to: string;
}
@ObjectType({ description: 'Links of one kind.' })
export class LinkConnection extends connectionOf(
  () => LinkEdge,
  () => Node,
) {}

@ObjectType({ description: 'An entity that reported, with how often and how surely.' })
export class ReportingEntityEdge extends linkTo<Entity>(() => Entity) {
  @Field(() => Int, { description: 'Contributions that it made here.' })
  contributionCount: number;

  @Field(() => Int, { description: 'Of those, the ones whose tag the text states.' })
  statedCount: number;

  @Field(() => Int, { description: 'Of those, the ones whose tag is inferred from the subject by a rule.' })
  inferredCount: number;

  @Field(() => [Int], { description: 'Reporting cycles in which it did, oldest first; empty where none is known.' })
  cycles: number[];

  @Field(() => Int, { nullable: true, description: 'First reporting cycle; null where none is known.' })
  firstCycle: number | null;

  @Field(() => Int, { nullable: true, description: 'Last reporting cycle; null where none is known.' })
  lastCycle: number | null;
}
@ObjectType({ description: 'Entities that reported: those with stated tags first, then by count, then by name.' })
export class ReportingEntityConnection extends connectionOf(
  () => ReportingEntityEdge,
  () => Entity,
) {}
