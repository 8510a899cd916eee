/** The parts of the picture: lanes and years behind everything, lines, items. None of them knows what is looked at. */
import { dateInWords } from '../words.js';
import { wordsOf, yearsOf } from './label.js';
import { headOf, lanes } from './lanes.js';
import { type Layout, markRadius, type PlacedLabel } from './layout.js';
import { ReadMark, readingInWords, StackMark } from './marks.js';
import { placesInWords, verbInWords } from './places.js';
import type { Reach, Text } from './reach.js';
import type { Wire } from './wires.js';

/** The heads of the lanes, a drawing of its own so that it stays in sight while the picture is scrolled. */
export function LaneHeads({ layout, zoom }: { layout: Layout; zoom: number }) {
  const { head, width, isNarrow } = layout;
  return (
    <svg class="lane-heads" viewBox={`0 0 ${width} ${head}`} width={width * zoom} height={head * zoom} aria-hidden="true">
      {layout.lanes.map(({ lane, markX }) =>
        isNarrow ? (
          <text key={lane} class="lane-head" transform={`translate(${markX + 4} ${head - 6}) rotate(-48)`}>
            {lanes[lane].short}
          </text>
        ) : (
          <text key={lane} class="lane-head" x={markX - markRadius} y={16}>
            <tspan class="lane-name">{lanes[lane].head[0]}</tspan>
            <tspan x={markX - markRadius} dy={15}>
              {lanes[lane].head[1]}
            </tspan>
          </text>
        ),
      )}
    </svg>
  );
}

/** Bands of the lanes, years, and rules between them. */
export function Backdrop({ layout }: { layout: Layout }) {
  const { axis, head, width, height, isNarrow } = layout;
  return (
    <g class="backdrop">
      {layout.lanes.map(
        ({ lane, left, right }, at) =>
          at % 2 === 1 && <rect key={lane} class="lane-band" x={left} y={head} width={right - left} height={height - head} />,
      )}
      {layout.years.map(({ year, top, y, isNamed, gap }, at) => {
        const ruleY = year === null || gap > 0 ? top + (year === null ? 20 : 12) : top;
        return (
          <g key={year ?? 'none'}>
            {isNamed && <line class={year === null ? 'year-rule year-none' : 'year-rule'} x1={axis - 4} x2={width} y1={ruleY} y2={ruleY} />}
            {gap > 0 && (
              <text class="year-gap" x={axis - 6} y={top + 8}>
                {isNarrow ? `${gap} y.` : `${gap} years`}
              </text>
            )}
            {isNamed && year !== null && (
              <text class="year" x={axis - 6} y={y + 4.5}>
                {year}
              </text>
            )}
            {year === null && (
              <text class="year-none-head" x={axis} y={at === 0 ? y - 14 : top + 15}>
                No date in the graph
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function Arrow({ x, y, way }: Wire['arrows'][number]) {
  return <path class="wire-head" d={way === 'right' ? `M${x} ${y}l-6 -3v6z` : `M${x} ${y}l-3 -6h6z`} />;
}

interface WiresProps {
  wires: readonly Wire[];
  /** told when the pointer comes to a line */
  onEnter?: (wire: Wire, event: PointerEvent) => void;
  onLeave?: () => void;
}

export function Wires({ wires, onEnter, onLeave }: WiresProps) {
  return (
    <>
      {wires.map((wire) => (
        <g
          key={wire.key}
          class="wire-group"
          data-style={wire.style}
          onPointerEnter={onEnter && ((event) => onEnter(wire, event))}
          onPointerLeave={onLeave}
        >
          {onEnter && <path class="wire-hit" d={wire.path} />}
          <path class="wire" data-style={wire.style} d={wire.path} />
          {wire.arrows.map((arrow) => (
            <Arrow key={`${arrow.x} ${arrow.y}`} {...arrow} />
          ))}
        </g>
      ))}
    </>
  );
}

/** How the way from the root comes to a text: who cites whom, by which verb, where. */
function wayTo(text: Text, reached: Reach): string {
  const isAbove = text.side === 'above';
  return reached.citations
    .filter((citation) => reached.nearest.has(citation) && (isAbove ? citation.from : citation.to) === text.id)
    .slice(0, 3)
    .map((citation) => {
      const other = reached.texts.get(isAbove ? citation.to : citation.from);
      const name = other ? headOf(other) : '';
      const verb = verbInWords(citation.verb);
      return [isAbove ? `${verb} ${name}` : `${name} ${verb} it`, placesInWords(citation)].filter(Boolean).join(', ');
    })
    .join('; ');
}

/** What is read aloud of an item. It begins with what is seen, so that it can be called by that. */
export function aloud({ item, head }: PlacedLabel, reached: Reach): string {
  const [text] = item.texts;
  const words = wordsOf(item);
  if (item.form !== 'text') return [head, words.tail, yearsOf(item.texts), 'folded'].filter(Boolean).join(' ');
  const { title, date, citationsRead } = text;
  const name = [words.head, words.tail].filter(Boolean).join(' ');
  return [name, name.includes(title) ? '' : title, dateInWords(date) || 'no date', wayTo(text, reached), readingInWords(citationsRead)]
    .filter(Boolean)
    .join('. ');
}

interface ItemBodyProps {
  label: PlacedLabel;
  layout: Layout;
}

/** Mark and words of an item. */
export function ItemBody({ label, layout }: ItemBodyProps) {
  const { item, cell } = label;
  const [lane, row] = [layout.lanes[cell.lane], layout.rows[cell.row]];
  const run = layout.runs.find((other) => other.item === item);
  if (!lane || !row) return null;
  const { markX } = lane;
  const left = markX - 9;
  const top = run ? run.top : row.y - 9;
  const bottom = Math.max(run?.bottom ?? 0, label.tailY + 5, row.y + 9);
  const right = layout.isNarrow ? layout.width : Math.max(markX + 9, label.x + label.width + 3);
  return (
    <>
      <rect class="item-box" x={left} y={top} width={right - left} height={bottom - top} rx={4} />
      {layout.isNarrow && <line class="leader" x1={markX + 9} x2={label.x - 4} y1={row.y} y2={row.y} />}
      {run && <rect class="run" x={markX - 4.5} y={run.top} width={9} height={run.bottom - run.top} rx={4.5} />}
      {run?.marks.map(({ text, y }) => (
        <ReadMark key={text.id} read={text.citationsRead} x={markX} y={y} radius={2.5} />
      ))}
      {item.form === 'list' || (item.form === 'run' && !run) ? (
        <StackMark x={markX} y={row.y} />
      ) : run ? null : (
        <ReadMark read={item.texts[0].citationsRead} x={markX} y={row.y} radius={item.texts[0].depth === 0 ? markRadius + 2 : markRadius} />
      )}
      <text class="item-head" x={label.x} y={label.headY}>
        {label.head}
      </text>{' '}
      {label.tail && (
        <text class={label.isHeadTwoLines ? 'item-head' : 'item-tail'} x={label.tailX} y={label.tailY}>
          {label.tail}
        </text>
      )}
    </>
  );
}
