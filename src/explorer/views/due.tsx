/** What was asked, by when, of whom: asks grouped by the year and the meeting at which they are due; the choices stand in the address. */
import { useParameters, withParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { Addressees, type Ask, Due, isExtracted, Pick } from '../components/ask-list.js';
import { Chips } from '../components/chips.js';
import { MethodMark } from '../components/evidence.js';
import { ExternalLink } from '../components/external-link.js';
import { More } from '../components/more.js';
import { NodeLink } from '../components/node-link.js';
import { Notice } from '../components/notice.js';
import { Page } from '../components/page.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { type Connection, usePages } from '../paging.js';
import { placeInWords } from '../places.js';
import dueQuery from '../queries/due.graphql?raw';
import choicesQuery from '../queries/due-choices.graphql?raw';
import { capital, count, dateInWords, inWords, paragraphInWords } from '../words.js';
import './due.css';
import { type DueYear, filterOf, groupByDue, type When, whenOf } from './due-groups.js';

interface Facet {
  axis: string;
  missing: number;
  values: { key: string; label: string; count: number }[];
}
type Part = 'when' | 'at' | 'of' | 'by' | 'verbs';
type Choices = Readonly<Record<Part, { totalCount: number; facets: Facet[] }>>;

const pickAsks = ({ asks }: { asks: Connection<Ask> }) => asks;
const verbs = ['REQUESTS', 'INVITES', 'ENCOURAGES', 'URGES', 'CALLS_UPON', 'CALLS_FOR', 'DECIDES'];
const now = new Date().getFullYear();

/** What the address asks for, as the filter of the API; `without` leaves a part out, for the counts of its own choices. */
function useChoices() {
  const [{ when, at, of, by, verb }] = useParameters();
  const chosen = { at, of, by, verb: verb && verbs.includes(verb) ? verb : undefined };
  const time = whenOf(when, Boolean(at));
  const parts: Readonly<Record<Part, object>> = {
    when: filterOf(time, now),
    at: at ? { due: [at] } : {},
    of: of ? { addressees: [of] } : {},
    by: by ? { documents: [by] } : {},
    verbs: chosen.verb ? { verbs: [chosen.verb] } : {},
  };
  const without = (...left: Part[]) =>
    Object.assign({}, ...(Object.keys(parts) as Part[]).filter((part) => !left.includes(part)).map((part) => parts[part]));
  return { chosen, time, without, isNarrowed: Boolean(when || at || of || by || chosen.verb) };
}

export default function DueView() {
  const { chosen, time, without, isNarrowed } = useChoices();
  const direction = time === 'past' ? 'DESC' : 'ASC';
  const pages = usePages<{ asks: Connection<Ask> }, Ask>(
    dueQuery,
    { filter: without(), orderBy: [{ field: 'DUE_YEAR', direction }, { field: 'DEFAULT' }] },
    pickAsks,
  );
  // The meetings that can be chosen are those of all times: choosing one is choosing its time.
  const { data: choices } = useAnswer<Choices>(choicesQuery, {
    when: without('when'),
    at: without('at', 'when'),
    of: without('of'),
    by: without('by'),
    verbs: without('verbs'),
  });
  const { rows } = pages;
  const years = facetOf(choices, 'when', 'DUE_YEAR');
  const countOf = (year: number | null) => (year === null ? years?.missing : years?.values.find(({ key }) => key === String(year))?.count);
  return (
    <Page
      title="What is due"
      lead="What resolutions and decisions ask, of whom, and by when."
      actions={
        <a class="button" href={withParameters('/playground', { example: 'what-is-due' })}>
          The question in GraphQL
        </a>
      }
    >
      <Notice>
        <strong>Due is not done, and undated is not idle.</strong> A date is given only where the text states one or names the session; many
        asks state none. Whether anybody did what was asked is not in the graph.
      </Notice>
      <Filters choices={choices} time={time} chosen={chosen} isNarrowed={isNarrowed} />
      {pages.error && rows.length === 0 ? (
        <Problem error={pages.error} again={pages.again} />
      ) : !pages.data ? (
        <Loading what="Looking up what is due" />
      ) : rows.length === 0 ? (
        <Empty>
          {chosen.at || time === 'all'
            ? 'Nothing that is asked fits these choices.'
            : 'Nothing that is asked fits these choices and has a date of that time. It may be asked without a date: choose another time.'}
        </Empty>
      ) : (
        <>
          {rows.some(isExtracted) && (
            <p class="section-lead">
              Lines marked <MethodMark method="EXTRACTED" /> were made by a program from verb, addressee, paragraph and date; they do not
              say what is asked. The others are summaries by a person.
            </p>
          )}
          {groupByDue(rows).map((group) => (
            <Year key={group.year} group={group} count={countOf(group.year)} />
          ))}
          <More pages={pages} />
        </>
      )}
    </Page>
  );
}

const facetOf = (choices: Choices | undefined, part: Part, axis: string): Facet | undefined =>
  choices?.[part].facets.find((facet) => facet.axis === axis);

interface FiltersProps {
  choices?: Choices;
  time: When;
  chosen: { at?: string; of?: string; by?: string; verb?: string };
  isNarrowed: boolean;
}

function Filters({ choices, time, chosen, isNarrowed }: FiltersProps) {
  const [, change] = useParameters();
  const values = (part: Part, axis: string) => facetOf(choices, part, axis)?.values ?? [];
  const years = [...values('when', 'DUE_YEAR')].sort((one, other) => one.key.localeCompare(other.key));
  const sum = (fits: (year: number) => boolean) =>
    years.reduce((total, { key, count: number }) => total + (fits(Number(key)) ? number : 0), 0);
  const times = [
    { key: 'coming', label: `From ${now} on`, count: sum((year) => year >= now) },
    { key: 'past', label: `Before ${now}`, count: sum((year) => year < now) },
    { key: 'dated', label: 'With any date', count: sum(() => true) },
    { key: 'all', label: 'Dated or not', count: choices?.when.totalCount ?? 0 },
  ];
  const meetings = values('at', 'DUE_AT');
  const of = (kind: string) => meetings.filter(({ key }) => key.startsWith(`${kind}/`)).sort((one, other) => newestFirst(one, other));
  return (
    <search aria-label="Narrow what is due">
      <div class="ask-picks due-filters">
        <Pick
          label="When"
          value={String(time)}
          groups={[{ values: times }, { title: 'In a year', values: years }]}
          onPick={(when) => change({ when: when === whenOf(undefined, Boolean(chosen.at)) ? undefined : when })}
        />
        <Pick
          label="At"
          all="Any session or event, or none"
          value={chosen.at ?? ''}
          groups={[
            { title: 'Sessions of the Commission', values: of('session') },
            { title: 'Events', values: of('event') },
          ]}
          onPick={(at) => change({ at, when: undefined })}
        />
        <Pick
          label="Of whom"
          all="Anybody, named or not"
          value={chosen.of ?? ''}
          groups={[{ values: values('of', 'ADDRESSEE') }]}
          onPick={(addressee) => change({ of: addressee })}
        />
        <Pick
          label="Asked by"
          all="Any text"
          value={chosen.by ?? ''}
          groups={[{ values: values('by', 'DOCUMENT') }]}
          onPick={(by) => change({ by })}
        />
        {isNarrowed && (
          <button
            type="button"
            class="button"
            onClick={() => change({ when: undefined, at: undefined, of: undefined, by: undefined, verb: undefined })}
          >
            Begin again
          </button>
        )}
      </div>
      {values('verbs', 'VERB').length > 0 && (
        <Chips
          label="Verbs by which it is asked"
          parameter="verb"
          all={choices?.verbs.totalCount}
          choices={values('verbs', 'VERB').map(({ key, count: number }) => ({ value: key, label: capital(inWords(key)), count: number }))}
        />
      )}
    </search>
  );
}

/** Ids of sessions end in their number. */
const newestFirst = (one: { key: string; label: string }, other: { key: string; label: string }): number =>
  other.key.localeCompare(one.key, 'en', { numeric: true });

function Year({ group: { year, meetings }, count: number }: { group: DueYear; count?: number }) {
  return (
    <div class="due-year">
      <Section
        title={year === null ? 'No date stated' : `Due in ${year}`}
        count={number}
        lead={year === null && 'Neither a date nor a session is stated; that does not make them less binding.'}
      >
        {meetings.map(({ meeting, asks }) => (
          <div key={meeting?.id ?? ''}>
            {meeting ? (
              <h3 class="due-meeting">
                <NodeLink node={meeting} /> {meeting.startDate && <span class="due-meeting-date">{dateInWords(meeting.startDate)}</span>}
              </h3>
            ) : (
              meetings.length > 1 && <h3 class="due-meeting">No session or event named</h3>
            )}
            <ol class="asks">
              {asks.map((ask) => (
                <AskLine key={ask.id} ask={ask} />
              ))}
            </ol>
          </div>
        ))}
      </Section>
    </div>
  );
}

function AskLine({ ask }: { ask: Ask }) {
  const { document, paragraph, verb, sources, due } = ask;
  const [first] = sources;
  const text = first?.document?.url;
  return (
    <li class="ask" data-method={first?.method}>
      <span class="ask-place">
        <NodeLink node={document}>{document.symbol ?? document.name}</NodeLink>,{' '}
        {first ? placeInWords({ ...first, paragraph }) : paragraphInWords(paragraph)}
        {text && (
          <span class="due-text">
            <ExternalLink href={text}>text</ExternalLink>
          </span>
        )}
      </span>
      <span class="ask-verb">{capital(inWords(verb))}</span>
      <div class="ask-body">
        <p class="ask-summary">
          <NodeLink node={ask}>{ask.summary}</NodeLink>
        </p>
        <p class="ask-facts">
          <Addressees ask={ask} />
          {due.length > 1 && (
            <span class="due-also">
              Due at {count(due.length, 'meeting')}: <Due ask={ask} />
            </span>
          )}
        </p>
      </div>
      <span class="ask-method">{first && <MethodMark method={first.method} />}</span>
    </li>
  );
}
