/** What is asked: paragraph, verb, in our own words, of whom, due when; narrowed by verb, addressee and due date, which stand in the address. */
import type { ComponentChildren } from 'preact';
import { useParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { named } from '../facts-in-words.js';
import { type Connection, usePages } from '../paging.js';
import { placeInWords } from '../places.js';
import asksQuery from '../queries/due.graphql?raw';
import choicesQuery from '../queries/due-choices.graphql?raw';
import { capital, inWords, paragraphInWords, type Thing } from '../words.js';
import { Chips } from './chips.js';
import type { NamedEntity } from './entity-name.js';
import { type EvidenceRow, MethodMark } from './evidence.js';
import { More } from './more.js';
import { NodeLink } from './node-link.js';
import { Empty, Loading, Problem } from './state.js';
import './ask-list.css';

export interface Ask extends Thing {
  verb: string;
  summary: string;
  paragraph: string;
  dueYear: number | null;
  addresseeClasses: string[];
  addressees: NamedEntity[];
  document: Thing & { symbol?: string | null };
  due: (Thing & { startDate?: string | null })[];
  sources: EvidenceRow[];
}
interface Answer {
  asks: Connection<Ask>;
}

const pickAsks = ({ asks }: Answer) => asks;

/** Which asks a page is about, in the words of the API's filter. */
export interface AskScope {
  documents?: string[];
  addressees?: string[];
  due?: string[];
}

/** Of whom: entities by name, then classes of addressee. */
export function Addressees({ ask }: { ask: Pick<Ask, 'addressees' | 'addresseeClasses'> }) {
  const { addressees, addresseeClasses } = ask;
  if (addressees.length + addresseeClasses.length === 0) return <>No addressee is recorded</>;
  const classes = addresseeClasses.map(named).join(', ');
  return (
    <>
      Asked of{' '}
      {addressees.map((entity, at) => (
        <span key={entity.id}>
          {at > 0 && ', '}
          <NodeLink node={entity}>{entity.acronym ?? entity.name}</NodeLink>
        </span>
      ))}
      {classes && `${addressees.length > 0 ? '; ' : ''}${addresseeClasses.length === 1 ? 'a class' : 'classes'}: ${classes}`}
    </>
  );
}

/** When: the sessions and events, else the year; nothing where none is recorded. */
export function Due({ ask }: { ask: Pick<Ask, 'due' | 'dueYear'> }) {
  const { due, dueYear } = ask;
  if (due.length === 0) return dueYear;
  return (
    <>
      {due.map((meeting, at) => (
        <span key={meeting.id}>
          {at > 0 && ', '}
          <NodeLink node={meeting} />
        </span>
      ))}
      {dueYear !== null && !due.some(({ startDate, name }) => startDate?.startsWith(String(dueYear)) || name.includes(String(dueYear))) && (
        <> ({dueYear})</>
      )}
    </>
  );
}

/** Whether its summary was made by a program, so that it tells the facts and not what is asked. */
export const isExtracted = (ask: Pick<Ask, 'sources'>): boolean => ask.sources[0]?.method === 'EXTRACTED';

function AskRow({ ask, withDocument }: { ask: Ask; withDocument: boolean }) {
  const { document, paragraph, verb, sources } = ask;
  const [first] = sources;
  const place = first ? placeInWords({ ...first, paragraph }) : paragraphInWords(paragraph);
  const due = <Due ask={ask} />;
  return (
    <li class="ask" data-method={first?.method}>
      <span class="ask-place">
        {withDocument && (
          <>
            <NodeLink node={document}>{document.symbol ?? document.name}</NodeLink>,{' '}
          </>
        )}
        {place}
      </span>
      <span class="ask-verb">{capital(inWords(verb))}</span>
      <div class="ask-body">
        <p class="ask-summary">
          <NodeLink node={ask} />
        </p>
        <p class="ask-facts">
          <Addressees ask={ask} />
          {(ask.due.length > 0 || ask.dueYear !== null) && <span class="ask-due">due {due}</span>}
        </p>
      </div>
      <span class="ask-method">{first && <MethodMark method={first.method} />}</span>
    </li>
  );
}

interface Facet {
  axis: string;
  missing: number;
  values: { key: string; label: string; count: number }[];
}
type Choices = Readonly<Record<'when' | 'at' | 'of' | 'verbs', { totalCount: number; facets: Facet[] }>>;

interface PickProps {
  label: string;
  /** the words for no choice; left out where one of the choices is always made */
  all?: string;
  value: string;
  /** choices under the name of their group; without a name they stand alone */
  groups: readonly { title?: string; values: Facet['values'] }[];
  onPick: (value: string) => void;
}

export function Pick({ label, all, value, groups, onPick }: PickProps) {
  const isOffered = value === '' || groups.some(({ values }) => values.some(({ key }) => key === value));
  const options = (values: Facet['values']) =>
    values.map(({ key, label: name, count }) => (
      <option key={key} value={key}>
        {name} ({count})
      </option>
    ));
  return (
    <label class="ask-pick">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {all && <option value="">{all}</option>}
        {!isOffered && <option value={value}>{value}</option>}
        {groups.map(({ title, values }) =>
          title && values.length > 0 ? (
            <optgroup key={title} label={title}>
              {options(values)}
            </optgroup>
          ) : (
            options(values)
          ),
        )}
      </select>
    </label>
  );
}

const verbs = ['REQUESTS', 'INVITES', 'ENCOURAGES', 'URGES', 'CALLS_UPON', 'CALLS_FOR', 'DECIDES'];

interface AskListProps {
  scope: AskScope;
  /** whether several documents ask, so that each row names its own */
  withDocument?: boolean;
  /** by what it can be narrowed beside the verb */
  narrowBy?: readonly ('due' | 'of')[];
  /** what is said where there is none at all */
  none: ComponentChildren;
}

export function AskList({ scope, withDocument = false, narrowBy = [], none }: AskListProps) {
  const [parameters, change] = useParameters();
  const verb = verbs.includes(parameters.verb ?? '') ? parameters.verb : undefined;
  const due = narrowBy.includes('due') && /^(\d{4}|(session|event)\/.+)$/.test(parameters.due ?? '') ? parameters.due : undefined;
  const of = narrowBy.includes('of') && parameters.of?.startsWith('entity/') ? parameters.of : undefined;
  const byVerb = verb ? { verbs: [verb] } : {};
  const byDue = !due ? {} : /^\d/.test(due) ? { dueYears: { from: Number(due), to: Number(due) } } : { due: [due] };
  const byAddressee = of ? { addressees: [of] } : {};
  const pages = usePages<Answer, Ask>(asksQuery, { filter: { ...scope, ...byVerb, ...byDue, ...byAddressee } }, pickAsks);
  const whenever = { ...scope, ...byVerb, ...byAddressee };
  const choices = useAnswer<Choices>(choicesQuery, {
    when: whenever,
    at: whenever,
    of: { ...scope, ...byVerb, ...byDue },
    by: scope,
    verbs: { ...scope, ...byDue, ...byAddressee },
  }).data;
  const facet = (from: keyof Choices, axis: string) => choices?.[from].facets.find((each) => each.axis === axis)?.values ?? [];
  const { rows } = pages;
  if (pages.error && rows.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (!pages.data) return <Loading />;
  if (rows.length === 0 && !verb && !due && !of) return <Empty>{none}</Empty>;
  return (
    <>
      {facet('verbs', 'VERB').length > 0 && (
        <Chips
          label="Verb"
          spoken="Verbs by which it is asked"
          parameter="verb"
          all={choices?.verbs.totalCount}
          choices={facet('verbs', 'VERB').map(({ key, count }) => ({ value: key, label: capital(inWords(key)), count }))}
        />
      )}
      {narrowBy.length > 0 && (
        <search class="ask-picks" aria-label="Narrow what is asked">
          {narrowBy.includes('of') && (
            <Pick
              label="Of whom"
              all="Anybody"
              value={of ?? ''}
              groups={[{ values: facet('of', 'ADDRESSEE') }]}
              onPick={(value) => change({ of: value })}
            />
          )}
          {narrowBy.includes('due') && (
            <Pick
              label="Due"
              all="At any time, or none recorded"
              value={due ?? ''}
              groups={[
                { title: 'At a session or an event', values: facet('at', 'DUE_AT') },
                { title: 'In a year', values: [...facet('when', 'DUE_YEAR')].sort((a, b) => a.key.localeCompare(b.key)) },
              ]}
              onPick={(value) => change({ due: value })}
            />
          )}
          {(verb || due || of) && (
            <button type="button" class="button" onClick={() => change({ verb: undefined, due: undefined, of: undefined })}>
              Show all
            </button>
          )}
        </search>
      )}
      {rows.some(isExtracted) && (
        <p class="section-lead">
          What is in italics and marked <MethodMark method="EXTRACTED" /> a program read: it tells verb, addressee, paragraph and date, not
          what is asked.
        </p>
      )}
      {rows.length === 0 ? (
        <Empty>Nothing that is asked fits these choices.</Empty>
      ) : (
        <ol class={withDocument ? 'asks asks-of-many' : 'asks'}>
          {rows.map((ask) => (
            <AskRow key={ask.id} ask={ask} withDocument={withDocument} />
          ))}
        </ol>
      )}
      <More pages={pages} />
    </>
  );
}
