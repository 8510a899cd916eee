/** The connections of the API: to each kind of node, and along each kind of link with what the link carries. */
import { Ctx, Field, ID, Int, ObjectType } from 'type-graphql';
import type { LinkRecord } from '../domain/records.js';
import { ActionLine } from '../domain/types/action-line.js';
import { Ask } from '../domain/types/ask.js';
import { Contribution } from '../domain/types/contribution.js';
import { Document, Report, Resolution } from '../domain/types/document.js';
import { Entity } from '../domain/types/entity.js';
import { Event } from '../domain/types/event.js';
import { Evidence, Node } from '../domain/types/node.js';
import { Region } from '../domain/types/region.js';
import { Sdg, SdgTarget } from '../domain/types/sdg.js';
import { Session } from '../domain/types/session.js';
import { CitationVerb, FacilitatorRole, Where } from '../domain/vocabulary.js';
import { contributionAxes, facetAxes } from './axes.js';
import { connectionOf, edgeTo } from './connection.js';
import type { Context } from './context.js';
import { listOf } from './facets.js';
import { targetsOf } from './matrix.js';

@ObjectType({ description: 'An action line in a list.' })
export class ActionLineEdge extends edgeTo<ActionLine>(() => ActionLine) {}
@ObjectType({ description: 'Action lines.' })
export class ActionLineConnection extends listOf(
  () => ActionLineEdge,
  () => ActionLine,
  facetAxes.actionLines,
) {}

@ObjectType({ description: 'A goal in a list.' })
export class SdgEdge extends edgeTo<Sdg>(() => Sdg) {}
@ObjectType({ description: 'Goals.' })
export class SdgConnection extends listOf(
  () => SdgEdge,
  () => Sdg,
  facetAxes.sdgs,
) {}

@ObjectType({ description: 'A region in a list.' })
export class RegionEdge extends edgeTo<Region>(() => Region) {}
@ObjectType({ description: 'Regions.' })
export class RegionConnection extends listOf(
  () => RegionEdge,
  () => Region,
  facetAxes.regions,
) {}

@ObjectType({ description: 'An entity in a list.' })
export class EntityEdge extends edgeTo<Entity>(() => Entity) {}
@ObjectType({ description: 'Entities.' })
export class EntityConnection extends listOf(
  () => EntityEdge,
  () => Entity,
  facetAxes.entities,
) {}

@ObjectType({ description: 'A resolution in a list.' })
export class ResolutionEdge extends edgeTo<Resolution>(() => Resolution) {}
@ObjectType({ description: 'Resolutions.' })
export class ResolutionConnection extends listOf(
  () => ResolutionEdge,
  () => Resolution,
  facetAxes.resolutions,
) {}

@ObjectType({ description: 'A report in a list.' })
export class ReportEdge extends edgeTo<Report>(() => Report) {}
@ObjectType({ description: 'Reports.' })
export class ReportConnection extends listOf(
  () => ReportEdge,
  () => Report,
  facetAxes.reports,
) {}

@ObjectType({ description: 'A session in a list.' })
export class SessionEdge extends edgeTo<Session>(() => Session) {}
@ObjectType({ description: 'Sessions.' })
export class SessionConnection extends listOf(
  () => SessionEdge,
  () => Session,
  facetAxes.sessions,
) {}

@ObjectType({ description: 'An event in a list.' })
export class EventEdge extends edgeTo<Event>(() => Event) {}
@ObjectType({ description: 'Events.' })
export class EventConnection extends listOf(
  () => EventEdge,
  () => Event,
  facetAxes.events,
) {}

@ObjectType({ description: 'An ask in a list.' })
export class AskEdge extends edgeTo<Ask>(() => Ask) {}
@ObjectType({ description: 'Asks.' })
export class AskConnection extends listOf(
  () => AskEdge,
  () => Ask,
  facetAxes.asks,
) {}

@ObjectType({ description: 'A contribution in a list.' })
export class ContributionEdge extends edgeTo<Contribution>(() => Contribution) {}
@ObjectType({ description: 'Contributions.' })
export class ContributionConnection extends listOf(
  () => ContributionEdge,
  () => Contribution,
  contributionAxes(),
) {}

/** The class of the edges along a link: they carry its evidence. */
function linkTo<T extends object>(node: () => object, description?: string) {
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

/** The class of the edges of the WSIS–SDG Matrix, from either side. */
function matrixCellTo<T extends object>(node: () => object) {
  @ObjectType()
  abstract class MatrixEdge extends linkTo<T>(node) {
    cell: LinkRecord;

    @Field(() => ActionLine, { description: 'The action line of the cell: the line itself, or the sub-line by which it is told.' })
    actionLine(@Ctx() context: Context) {
      return context.loaders.node(this.cell.from);
    }

    @Field(() => [SdgTarget], { description: 'Targets of the goal that the cell names; empty where it names none.' })
    targets(@Ctx() context: Context) {
      return targetsOf(context, this.cell);
    }

    @Field(() => String, { nullable: true, description: 'Edition of the matrix that was transcribed.' })
    edition: string | null;
  }
  return MatrixEdge;
}

@ObjectType({ description: 'A cell of the WSIS–SDG Matrix.' })
export class ActionLineSdgEdge extends matrixCellTo<Sdg>(() => Sdg) {}
@ObjectType({ description: 'Cells of the WSIS–SDG Matrix for an action line.' })
export class ActionLineSdgConnection extends connectionOf(
  () => ActionLineSdgEdge,
  () => Sdg,
) {}

@ObjectType({ description: 'A cell of the WSIS–SDG Matrix.' })
export class SdgActionLineEdge extends matrixCellTo<ActionLine>(() => ActionLine) {}
@ObjectType({ description: 'Cells of the WSIS–SDG Matrix for a goal.' })
export class SdgActionLineConnection extends connectionOf(
  () => SdgActionLineEdge,
  () => ActionLine,
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
