/** What the table is narrowed to, each part with a button to take it away. */
import { useAnswer } from '../api.js';
import { asSentence } from '../facts-in-words.js';
import namesQuery from '../queries/cube-names.graphql?raw';
import type { Thing } from '../words.js';
import { methodInWords } from './controls.js';
import {
  type Filter,
  isNarrowed,
  type ListPart,
  listParts,
  type Question,
  thingParts,
  withFilter,
  withoutMember,
  writeRange,
} from './question.js';
import './chips.css';

type Named = Thing & { acronym?: string | null; code?: string; number?: number; symbol?: string | null };

const partWords: Readonly<Record<ListPart, string>> = {
  entities: 'by',
  actionLines: 'under',
  regions: 'in',
  sdgs: 'for',
  documents: 'told in',
  categories: 'by a category',
  methods: 'with tags',
};

interface ChipsProps {
  question: Question;
  onAsk: (question: Question) => void;
}

export function Chips({ question, onAsk }: ChipsProps) {
  const { filter } = question;
  const ids = thingParts.flatMap((part) => filter[part] ?? []);
  const { data } = useAnswer<{ nodes: (Named | null)[] }>(ids.length > 0 ? namesQuery : null, { ids: ids.slice(0, 100) });
  if (!isNarrowed(question)) return null;
  const nameOf = (part: ListPart, value: string): string => {
    if (part === 'categories') return asSentence(value);
    if (part === 'methods') return methodInWords(value).toLowerCase();
    const node = data?.nodes[ids.indexOf(value)];
    // The reference as it stands in the address, where it is not known or not yet.
    if (!node) return value;
    return node.code ?? node.acronym ?? (node.number === undefined ? (node.symbol ?? node.name) : `SDG ${node.number}`);
  };
  const titleOf = (value: string): string | undefined => data?.nodes[ids.indexOf(value)]?.name;
  return (
    <div class="chips">
      <span class="chips-title" id="chips">
        Only
      </span>
      <ul aria-labelledby="chips">
        {listParts.flatMap((part) =>
          (filter[part] ?? []).map((value) => (
            <Chip
              key={`${part} ${value}`}
              word={partWords[part]}
              name={nameOf(part, value)}
              title={titleOf(value)}
              onRemove={() => onAsk(withoutMember(question, part, value))}
            />
          )),
        )}
        {singles(filter).map(([part, word, name]) => (
          <Chip key={part} word={word} name={name} onRemove={() => onAsk(withFilter(question, part, undefined))} />
        ))}
      </ul>
      <button
        type="button"
        class="cube-plain-button"
        onClick={() => onAsk({ ...question, filter: question.filter.includeSubLines === false ? { includeSubLines: false } : {} })}
      >
        Clear all
      </button>
    </div>
  );
}

/** The parts of a filter that are no lists, in words. */
function singles({ cycles, unSystem, text }: Filter): [keyof Filter, string, string][] {
  return [
    ...(cycles ? [['cycles', 'of cycle', writeRange(cycles)?.replace('..', '–') ?? ''] satisfies [keyof Filter, string, string]] : []),
    ...(unSystem === undefined
      ? []
      : [['unSystem', unSystem ? 'within' : 'outside', 'the UN system'] satisfies [keyof Filter, string, string]]),
    ...(text ? [['text', 'with the words', `“${text}”`] satisfies [keyof Filter, string, string]] : []),
  ];
}

interface ChipProps {
  word: string;
  name: string;
  title?: string;
  onRemove: () => void;
}

function Chip({ word, name, title, onRemove }: ChipProps) {
  return (
    <li class="chip" title={title}>
      <span class="chip-word">{word}</span> {name}
      <button type="button" onClick={onRemove} aria-label={`Remove: ${word} ${name}`}>
        ×
      </button>
    </li>
  );
}
