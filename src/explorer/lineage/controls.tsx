/** What a lineage shows: which way, how far, whether everything. All of it stands in the address. */
import { count } from '../words.js';
import type { Direction } from './reach.js';

interface ChoiceProps<Value extends string> {
  legend: string;
  name: string;
  choices: readonly (readonly [Value, string])[];
  chosen: Value;
  choose: (value: Value) => void;
}

/** One of a few, side by side. */
export function Choice<Value extends string>({ legend, name, choices, chosen, choose }: ChoiceProps<Value>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="choice-row">
        {choices.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => choose(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export const directions: readonly (readonly [Direction, string])[] = [
  ['ANCESTORS', 'rests on'],
  ['DESCENDANTS', 'is cited by'],
  ['BOTH', 'both'],
];

export const depths = ['1', '2', '3', '4'] as const;

interface SwitchesProps {
  all: boolean;
  setAll: (all: boolean) => void;
  /** how many citations there are in all, and how many are drawn without the switch */
  citations: number;
  drawn: number;
  stacks: number;
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

export function Switches({ all, setAll, citations, drawn, stacks, isOpen, setOpen }: SwitchesProps) {
  return (
    <span class="switches">
      <label title="Else only the citations on the shortest ways from the text, and those of what you point at">
        <input type="checkbox" checked={all} onChange={() => setAll(!all)} /> all citations{' '}
        <span class="count">{citations.toLocaleString('en')}</span>
      </label>
      {!all && drawn < citations && <span class="count">drawn: {drawn.toLocaleString('en')} on the shortest ways</span>}
      {stacks > 0 && (
        <label title="Stacks are runs of yearly texts of one family, and lists that one text alone cites">
          <input type="checkbox" checked={isOpen} onChange={() => setOpen(!isOpen)} /> open {count(stacks, 'stack')}
        </label>
      )}
    </span>
  );
}
