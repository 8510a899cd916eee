/** Years on a scale, as a small picture: a mark at each year that is known, and a thin line between the first and the last. */
import './years.css';

export interface YearScale {
  from: number;
  to: number;
}

const step = 5;

/** The scale for some years: from 2005, when the Summit ended, to 2025, and further where a year lies outside. */
export function scaleOf(years: readonly (number | null | undefined)[]): YearScale {
  const known = years.filter((year) => year !== null && year !== undefined);
  return { from: Math.min(2005, ...known), to: Math.max(2025, ...known) };
}

function ticksOf({ from, to }: YearScale): number[] {
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, at) => first + at * step);
}

/** Where a year stands, with room at both ends for its mark and its number. */
const place = (year: number, { from, to }: YearScale): string => `${(5 + (90 * (year - from)) / (to - from)).toFixed(2)}%`;

interface YearsProps {
  scale: YearScale;
  /** the years that are marked */
  marked: readonly number[];
  /** the same in words, for those who do not see it */
  label: string;
  /** whether what lies between the first and the last mark belongs to it too */
  joined?: boolean;
  /** the method by which it is known, where no text states it: the marks are then hollow */
  doubt?: string;
}

export function Years({ scale, marked, label, joined = false, doubt }: YearsProps) {
  const first = Math.min(...marked);
  const last = Math.max(...marked);
  return (
    <svg class="years" data-doubt={doubt} role="img" aria-label={label}>
      {ticksOf(scale).map((year) => (
        <line key={year} class="years-tick" x1={place(year, scale)} x2={place(year, scale)} y1="0" y2="18" />
      ))}
      {joined && last > first && <line class="years-line" x1={place(first, scale)} x2={place(last, scale)} y1="9" y2="9" />}
      {marked.map((year) => (
        <circle key={year} class="years-mark" cx={place(year, scale)} cy="9" r="4" />
      ))}
      <Numbers scale={scale} />
    </svg>
  );
}

function Numbers({ scale }: { scale: YearScale }) {
  return (
    <g class="years-numbers">
      {ticksOf(scale).map((year) => (
        <text key={year} x={place(year, scale)} y="30" text-anchor="middle">
          {year}
        </text>
      ))}
    </g>
  );
}

/** The numbers of the scale, for the head of a column of such pictures, under its title. */
export function YearsHead({ title, scale }: { title: string; scale: YearScale }) {
  return (
    <>
      {title}
      <svg class="years-head" aria-hidden="true">
        {ticksOf(scale).map((year) => (
          <text key={year} x={place(year, scale)} y="11" text-anchor="middle">
            {year}
          </text>
        ))}
      </svg>
    </>
  );
}
