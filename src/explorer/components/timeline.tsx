/** Meetings of a series beside one another on a line, the one that the page is about among its neighbours. */
import { datesInWords } from '../facts-in-words.js';
import { dateInWords, type Thing } from '../words.js';
import { NodeLink } from './node-link.js';
import './timeline.css';

export interface Meeting extends Thing {
  startDate?: string | null;
  endDate?: string | null;
  place?: string | null;
}

interface TimelineProps {
  /** in the order of time; those furthest from the current are left out on a narrow screen */
  meetings: readonly Meeting[];
  /** id of the one that the page is about */
  current: string;
  label: string;
}

export function Timeline({ meetings, current, label }: TimelineProps) {
  const here = meetings.findIndex(({ id }) => id === current);
  return (
    <nav class="timeline" aria-label={label}>
      <ol>
        {meetings.map((meeting, at) => {
          const { id, name, startDate, endDate, place } = meeting;
          const far = Math.abs(at - here) > 1;
          return (
            <li
              key={id}
              class={far ? 'timeline-meeting timeline-far' : 'timeline-meeting'}
              aria-current={id === current ? 'true' : undefined}
            >
              <span class="timeline-name">{id === current ? name : <NodeLink node={meeting} />}</span>
              <span class="timeline-date">{datesInWords(startDate, endDate, dateInWords) || 'dates: no data'}</span>
              {place && <span class="timeline-date">{place}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
