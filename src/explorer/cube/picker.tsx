/** A box to narrow the table by: completes what is typed with entities, lines, regions, goals and documents; empty, it offers what the contributions have most of. */
import { useEffect, useId, useState } from 'preact/hooks';
import { ask, useAnswer } from '../api.js';
import { KindBadge } from '../components/kind-badge.js';
import { longestText } from '../finding.js';
import choicesQuery from '../queries/cube-choices.graphql?raw';
import suggestQuery from '../queries/cube-suggest.graphql?raw';
import { capital, count, type Kind, kindWords, type Thing } from '../words.js';
import type { Filter, ThingPart } from './question.js';
import './picker.css';

/** The part of the filter to which a thing belongs, by its kind. */
const partOfKind: Partial<Record<Kind, ThingPart>> = {
  ENTITY: 'entities',
  ACTION_LINE: 'actionLines',
  REGION: 'regions',
  SDG: 'sdgs',
  REPORT: 'documents',
  OTHER_DOCUMENT: 'documents',
};
const kinds = Object.keys(partOfKind) as Kind[];

interface Choice {
  node: Thing;
  label: string;
  /** what stands below the label */
  name: string;
  /** how many of the contributions that fit now it has */
  count?: number;
}

interface Group {
  title: string;
  choices: Choice[];
}

interface Choices {
  contributions: {
    facets: { axis: string; values: { count: number; node: (Thing & { acronym?: string | null; symbol?: string | null }) | null }[] }[];
  };
}

interface PickerProps {
  filter: Filter;
  onPick: (part: ThingPart, id: string) => void;
}

export function Picker({ filter, onPick }: PickerProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const offered = useAnswer<Choices>(isOpen ? choicesQuery : null, { filter });
  const completed = useCompletions(isOpen ? typed : '');
  const taken = new Set([filter.entities, filter.actionLines, filter.regions, filter.sdgs, filter.documents].flatMap((ids) => ids ?? []));
  const groups = (typed.trim() ? completed : offered.data && !offered.loading ? groupsOf(offered.data) : [])
    .map(({ title, choices }) => ({ title, choices: choices.filter(({ node }) => !taken.has(node.id)) }))
    .filter(({ choices }) => choices.length > 0);
  const choices = groups.flatMap((group) => group.choices);
  const isShown = isOpen && choices.length > 0;
  const activeId = isShown && choices[active] ? `${id}-${active}` : undefined;

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const pick = ({ node }: Choice) => {
    const part = partOfKind[node.kind];
    setTyped('');
    setOpen(false);
    setActive(-1);
    if (part) onPick(part, node.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const by = event.key === 'ArrowDown' ? 1 : -1;
      // One place beyond the last stands for the box itself.
      setActive((at) => ((at + 1 + by + choices.length + 1) % (choices.length + 1)) - 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // What is typed in full need not be gone to by arrows.
      const chosen = choices[active] ?? (typed.trim() ? choices[0] : undefined);
      if (isShown && chosen) pick(chosen);
    } else if (event.key === 'Escape') {
      if (!isShown) setTyped('');
      setOpen(false);
      setActive(-1);
    }
  };

  return (
    <div class="picker">
      <label for={`${id}-input`}>Only with</label>
      <input
        id={`${id}-input`}
        type="text"
        role="combobox"
        placeholder="An entity, line, region, goal, document"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={activeId}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={longestText}
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div id={`${id}-list`} role="listbox" aria-label="What to narrow to" class="picker-list" hidden={!isShown}>
        {isShown && <Groups groups={groups} choices={choices} active={active} id={id} onPick={pick} />}
      </div>
      <p class="visually-hidden" role="status">
        {isShown ? count(choices.length, 'suggestion') : ''}
      </p>
    </div>
  );
}

interface GroupsProps {
  groups: readonly Group[];
  choices: readonly Choice[];
  active: number;
  id: string;
  onPick: (choice: Choice) => void;
}

function Groups({ groups, choices, active, id, onPick }: GroupsProps) {
  return (
    <>
      {groups.map(({ title, choices: members }) => (
        // biome-ignore lint/a11y/useSemanticElements: within a list box, options are grouped by role.
        <div key={title} role="group" aria-label={title}>
          {title && (
            <div class="picker-group" aria-hidden="true">
              {title}
            </div>
          )}
          {members.map((choice) => {
            const at = choices.indexOf(choice);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input, which keeps the focus.
              <div
                key={choice.node.id}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                class="picker-choice"
                // The input keeps the focus, so that the list is still there when the click ends.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onPick(choice)}
              >
                <span class="picker-label">{choice.label}</span>
                <span class="picker-name">{choice.name}</span>
                {choice.count === undefined ? <KindBadge kind={choice.node.kind} /> : <span class="count">{choice.count}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </>
  );
}

/** The rest of a name whose beginning the label already shows. */
const restOf = (name: string, label: string): string =>
  name === label ? '' : name.startsWith(`${label} `) ? name.slice(label.length + 1) : name;

/** How many of each kind are offered unasked. */
const mostOffered = 8;

/** What the contributions have most of, kind by kind. */
function groupsOf({ contributions: { facets } }: Choices): Group[] {
  const order = ['REGION', 'ACTION_LINE', 'SDG', 'ENTITY', 'DOCUMENT'];
  return order.map((axis) => {
    const values = facets.find((facet) => facet.axis === axis)?.values ?? [];
    const choices = values.slice(0, mostOffered).flatMap(({ node, count: number }) => {
      if (!node) return [];
      const label = node.acronym ?? node.symbol ?? node.name;
      return [{ node, label, name: restOf(node.name, label), count: number }];
    });
    return { title: axis === 'DOCUMENT' ? 'Documents' : capital(kindWords[axis as Kind][1]), choices };
  });
}

const typingPause = 100;

/** Completions of what is typed, a moment after the last key; those for another text are never shown for this one. */
function useCompletions(typed: string): Group[] {
  const text = typed.trim().slice(0, longestText);
  const [found, setFound] = useState<{ text: string; choices: Choice[] }>({ text: '', choices: [] });
  useEffect(() => {
    if (!text) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask<{ suggest: { label: string; node: Thing }[] }>(suggestQuery, { prefix: text, kinds }, abort.signal).then(
        ({ suggest }) => setFound({ text, choices: suggest.map(({ label, node }) => ({ node, label, name: restOf(node.name, label) })) }),
        // Without completions the box offers nothing; the table stays as it is.
        () => undefined,
      );
    }, typingPause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  return found.text !== '' && text.toLowerCase().startsWith(found.text.toLowerCase()) ? [{ title: '', choices: found.choices }] : [];
}
