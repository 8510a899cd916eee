/** A box to narrow the table by: completes what is typed with entities, lines, regions, goals and documents; empty, it offers what the contributions have most of. */
import { useState } from 'preact/hooks';
import { useAnswer } from '../api.js';
import { type Choice, type ChoiceGroup, Combobox, restOfName, useChoiceList } from '../components/combobox.js';
import { choicesOf } from '../components/suggested.js';
import { useSuggestions } from '../finding.js';
import choicesQuery from '../queries/cube-choices.graphql?raw';
import { capital, type Kind, kindWords, type Thing } from '../words.js';
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
  const [typed, setTyped] = useState('');
  const list = useChoiceList();
  const isTyped = typed.trim() !== '';
  const offered = useAnswer<Choices>(list.isOpen ? choicesQuery : null, { filter });
  const completed = choicesOf(useSuggestions(list.isOpen ? typed : '', kinds));
  const taken = new Set([filter.entities, filter.actionLines, filter.regions, filter.sdgs, filter.documents].flatMap((ids) => ids ?? []));
  const groups = (isTyped ? [{ title: '', choices: completed }] : offered.data && !offered.loading ? groupsOf(offered.data) : [])
    .map(({ title, choices }) => ({ title, choices: choices.filter(({ id }) => !taken.has(id)) }))
    .filter(({ choices }) => choices.length > 0);

  const pick = ({ id, kind }: Choice) => {
    const part = partOfKind[kind];
    setTyped('');
    list.close();
    if (part) onPick(part, id);
  };

  return (
    <div class="picker">
      <Combobox
        label="Only with"
        listLabel="What to narrow to"
        list={list}
        typed={typed}
        onType={setTyped}
        groups={groups}
        onChoose={pick}
        onClear={() => setTyped('')}
        onEnter={() => {
          // What is typed in full need not be gone to by arrows.
          const first = isTyped && list.isOpen ? groups[0]?.choices[0] : undefined;
          if (first) pick(first);
        }}
        input={{ placeholder: 'An entity, line, region, goal, document', onClick: () => list.open() }}
      />
    </div>
  );
}

/** How many of each kind are offered unasked. */
const mostOffered = 8;

/** What the contributions have most of, kind by kind. */
function groupsOf({ contributions: { facets } }: Choices): ChoiceGroup[] {
  const order = ['REGION', 'ACTION_LINE', 'SDG', 'ENTITY', 'DOCUMENT'];
  return order.map((axis) => {
    const values = facets.find((facet) => facet.axis === axis)?.values ?? [];
    const choices = values.slice(0, mostOffered).flatMap(({ node, count }) => {
      if (!node) return [];
      const label = node.acronym ?? node.symbol ?? node.name;
      return [{ id: node.id, kind: node.kind, label, name: restOfName(node.name, label), facts: <span class="count">{count}</span> }];
    });
    return { title: axis === 'DOCUMENT' ? 'Documents' : capital(kindWords[axis as Kind][1]), choices };
  });
}
