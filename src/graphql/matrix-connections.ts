/** The connections along the cells of the WSIS–SDG Matrix, from either side. */
import { Ctx, Field, ObjectType } from 'type-graphql';
import type { LinkRecord } from '../domain/records.js';
import { ActionLine } from '../domain/types/action-line.js';
import { Sdg, SdgTarget } from '../domain/types/sdg.js';
import { connectionOf } from './connection.js';
import type { Context } from './context.js';
import { linkTo } from './link-connections.js';
import { targetsOf } from './matrix.js';

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
