/** The connections to each kind of node, whose edges carry the node and nothing else. */
import { ObjectType } from 'type-graphql';
import { ActionLine } from '../domain/types/action-line.js';
import { Ask } from '../domain/types/ask.js';
import { Contribution } from '../domain/types/contribution.js';
import { Report, Resolution } from '../domain/types/document.js';
import { Entity } from '../domain/types/entity.js';
import { Event } from '../domain/types/event.js';
import { Region } from '../domain/types/region.js';
import { Sdg } from '../domain/types/sdg.js';
import { Session } from '../domain/types/session.js';
import { contributionAxes, facetAxes } from './axes.js';
import { edgeTo } from './connection.js';
import { listOf } from './facets.js';

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
