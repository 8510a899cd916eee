/** The filters of lists: typed inputs, one for each kind of list (conditions.ts reads them). */
import { Field, ID, InputType, Int } from 'type-graphql';
import {
  AskVerb,
  Body,
  EntityCategory,
  EventType,
  Method,
  Reading,
  ReportSeries,
  ResolutionFamily,
  ResolutionForm,
} from '../domain/vocabulary.js';

@InputType({ description: 'A closed range of whole numbers; an end that is left out is open.' })
export class IntRange {
  @Field(() => Int, { nullable: true, description: 'Least value.' })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: 'Greatest value.' })
  to?: number | null;
}

@InputType({ description: 'Which contributions: all that is given must hold; within one list, any, so nothing is in an empty one.' })
export class ContributionFilter {
  @Field(() => [ID], { nullable: true, description: 'Reported by one of these entities.' })
  entities?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Under one of these action lines.' })
  actionLines?: string[] | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether C7 stands for its sub-lines too.' })
  includeSubLines?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'In one of these regions.' })
  regions?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Supporting one of these goals.' })
  sdgs?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Described in one of these documents.' })
  documents?: string[] | null;

  @Field(() => IntRange, { nullable: true, description: 'Of a reporting cycle in this range; those of unknown cycle are not in it.' })
  cycles?: IntRange | null;

  @Field(() => [EntityCategory], { nullable: true, description: 'Reported by an entity of one of these categories.' })
  categories?: EntityCategory[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Reported by an entity within (true) or outside (false) the United Nations system. One outside that reported jointly still stands on the axes.',
  })
  unSystem?: boolean | null;

  @Field(() => [Method], {
    nullable: true,
    description:
      'Tagged by one of these methods: every action line, region or goal asked about; where none is, any tag of the contribution.',
  })
  methods?: Method[] | null;

  @Field(() => String, { nullable: true, description: 'All its words occur in the summary, whole, without regard to case and accents.' })
  text?: string | null;
}

@InputType({ description: 'Which asks: all that is given must hold; within one list, any.' })
export class AskFilter {
  @Field(() => [ID], { nullable: true, description: 'Asked of one of these entities.' })
  addressees?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Asked by one of these documents.' })
  documents?: string[] | null;

  @Field(() => [AskVerb], { nullable: true, description: 'Asked by one of these verbs.' })
  verbs?: AskVerb[] | null;

  @Field(() => [ID], { nullable: true, description: 'Due at one of these sessions or events.' })
  due?: string[] | null;

  @Field(() => IntRange, { nullable: true, description: 'Due in a year of this range.' })
  dueYears?: IntRange | null;

  @Field(() => String, { nullable: true, description: 'All its words occur in the summary.' })
  text?: string | null;
}

@InputType({ description: 'Which entities.' })
export class EntityFilter {
  @Field(() => [EntityCategory], { nullable: true, description: 'Of one of these categories.' })
  categories?: EntityCategory[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether of the United Nations system.' })
  unSystem?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Facilitating one of these action lines.' })
  facilitates?: string[] | null;

  @Field(() => String, { nullable: true, description: 'All its words occur in the name.' })
  text?: string | null;
}

@InputType({ description: 'Which resolutions.' })
export class ResolutionFilter {
  @Field(() => [Body], { nullable: true, description: 'Of one of these organs.' })
  bodies?: Body[] | null;

  @Field(() => [ResolutionForm], { nullable: true, description: 'Of one of these forms.' })
  forms?: ResolutionForm[] | null;

  @Field(() => [ResolutionFamily], { nullable: true, description: 'Of one of these families.' })
  families?: ResolutionFamily[] | null;

  @Field(() => IntRange, { nullable: true, description: 'Adopted in a year of this range.' })
  years?: IntRange | null;

  @Field(() => [Reading], { nullable: true, description: 'Read for citations so far.' })
  citationsRead?: Reading[] | null;

  @Field(() => String, { nullable: true, description: 'All its words occur in the title.' })
  text?: string | null;
}

@InputType({ description: 'Which reports.' })
export class ReportFilter {
  @Field(() => [ReportSeries], { nullable: true, description: 'Of one of these series.' })
  series?: ReportSeries[] | null;

  @Field(() => IntRange, { nullable: true, description: 'Of a reporting cycle in this range.' })
  cycles?: IntRange | null;

  @Field(() => [Reading], { nullable: true, description: 'With so much of the list of contributors known.' })
  contributorList?: Reading[] | null;

  @Field(() => String, { nullable: true, description: 'All its words occur in the title.' })
  text?: string | null;
}

@InputType({ description: 'Which events.' })
export class EventFilter {
  @Field(() => [EventType], { nullable: true, description: 'Of one of these types.' })
  types?: EventType[] | null;

  @Field(() => IntRange, { nullable: true, description: 'Beginning in a year of this range.' })
  years?: IntRange | null;

  @Field(() => String, { nullable: true, description: 'All its words occur in the name.' })
  text?: string | null;
}

@InputType({ description: 'Which sessions.' })
export class SessionFilter {
  @Field(() => IntRange, { nullable: true, description: 'Beginning in a year of this range.' })
  years?: IntRange | null;
}

@InputType({ description: 'Which action lines.' })
export class ActionLineFilter {
  @Field(() => Boolean, { nullable: true, description: 'True for the sub-lines of C7 only, false for the eleven lines only.' })
  subLines?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'Facilitated by one of these entities.' })
  facilitators?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Said by the WSIS–SDG Matrix to advance one of these goals.' })
  sdgs?: string[] | null;

  @Field(() => String, { nullable: true, description: 'All its words occur in the title.' })
  text?: string | null;
}

@InputType({ description: 'Which goals.' })
export class SdgFilter {
  @Field(() => [ID], { nullable: true, description: 'Advanced by one of these action lines, as the WSIS–SDG Matrix says.' })
  actionLines?: string[] | null;

  @Field(() => String, { nullable: true, description: 'All its words occur in the title.' })
  text?: string | null;
}
