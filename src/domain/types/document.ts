/** What all documents have in common, and the four kinds of them. */
import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { nodeSpecs } from '../graph.js';
import { Body, type Kind, Reading, ReportSeries, ResolutionFamily, ResolutionForm } from '../vocabulary.js';
import { DateScalar } from './date.js';
import { Node } from './node.js';

@InterfaceType('Document', {
  implements: Node,
  description: 'A text that cites and is cited.',
  resolveType: (value: { kind: Kind }) => nodeSpecs[value.kind].label,
})
export abstract class Document extends Node {
  @Field(() => String, { nullable: true, description: 'Symbol of the United Nations, such as "A/RES/70/125"; null where it has none.' })
  symbol: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Date of adoption or issue, with the precision that is known.' })
  date: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the text.' })
  url: string | null;

  @Field(() => Reading, {
    description: 'How far its text was read for citations. Where it is NONE, that it cites nothing here says nothing about the text.',
  })
  citationsRead: Reading;
}

@ObjectType('Resolution', {
  implements: [Node, Document],
  description: 'A resolution, decision or agreed conclusions of the General Assembly or of the Economic and Social Council.',
})
export class Resolution extends Document {
  @Field(() => Body, { description: 'The organ that adopted it.' })
  body: Body;

  @Field(() => ResolutionForm, { description: 'Whether it is a resolution, a decision or agreed conclusions.' })
  form: ResolutionForm;

  @Field(() => ResolutionFamily, { description: 'The series of texts that it belongs to.' })
  family: ResolutionFamily;

  @Field(() => Reading, {
    description: 'How far its text was read for what it asks. Where it is NONE, that it asks nothing here says nothing about the text.',
  })
  asksRead: Reading;
}

@ObjectType('Report', {
  implements: [Node, Document],
  description: 'A report of the Secretary-General, or of the Commission on Science and Technology for Development on a session.',
})
export class Report extends Document {
  @Field(() => ReportSeries, { description: 'The series that it belongs to.' })
  series: ReportSeries;

  @Field(() => Int, {
    nullable: true,
    description: 'Reporting cycle: the (last) year reported on. A/76/64, issued in 2021, is of the cycle 2020.',
  })
  cycle: number | null;

  @Field(() => Int, { nullable: true, description: 'First year reported on, where the cycle is of more than one year.' })
  cycleFrom: number | null;

  @Field(() => Reading, {
    description: 'How much of its list of contributors is in the graph. Only where it is FULL does the absence of an entity mean silence.',
  })
  contributorList: Reading;

  @Field(() => Int, { nullable: true, description: 'How many contributors the report itself says it had; null where that was not read.' })
  contributorCount: number | null;

  @Field(() => String, { nullable: true, description: 'Session of the Economic and Social Council to which it was submitted.' })
  ecosocSession: string | null;

  @Field(() => String, { nullable: true, description: 'Agenda items under which it was issued.' })
  agendaItems: string | null;

  @Field(() => String, { nullable: true, description: 'Job number printed on it.' })
  jobNumber: string | null;
}

@ObjectType('OutcomeDocument', {
  implements: [Node, Document],
  description: 'One of the four documents that the two phases of the World Summit adopted, in Geneva in 2003 and in Tunis in 2005.',
})
export class OutcomeDocument extends Document {
  @Field(() => Int, { description: 'Year of adoption.' })
  year: number;
}

@ObjectType('OtherDocument', {
  implements: [Node, Document],
  description: 'A document that is neither an act, a report of one of the series, nor an outcome of the Summit.',
})
export class OtherDocument extends Document {
  @Field(() => String, { description: 'What it is: "review", "note", "concept note", "input", "draft", "working-group report", …' })
  type: string;
}
