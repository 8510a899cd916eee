/** What the states of a grid mean, how often each occurs, and the way to see one of them alone. */
import { count } from '../words.js';
import { Sign, type SignName } from './sign.js';
import './state-grid.css';

/** How a state is shown and said. */
export interface StateWords {
  sign: SignName;
  /** how its cells look: see state-grid.css */
  tone: 'strong' | 'soft' | 'warning' | 'danger' | 'plain' | 'void';
  /** the state in a word or two */
  word: string;
  /** what it means, and what it does not */
  meaning: string;
}

interface StateLegendProps<State extends string> {
  /** what the buttons do, for those who cannot see them: "Show one state" */
  label: string;
  states: Readonly<Record<State, StateWords>>;
  counts: Readonly<Partial<Record<State, number>>>;
  /** the state that is shown alone */
  chosen?: State;
  onChoose: (state: State | undefined) => void;
}

export function StateLegend<State extends string>({ label, states, counts, chosen, onChoose }: StateLegendProps<State>) {
  const names = Object.keys(states) as State[];
  return (
    <fieldset class="legend">
      <legend class="visually-hidden">{label}</legend>
      {names.map((state) => {
        const { sign, tone, word, meaning } = states[state];
        const number = counts[state] ?? 0;
        return (
          <button
            key={state}
            type="button"
            class="legend-state"
            data-state={state}
            aria-pressed={chosen === state}
            onClick={() => onChoose(chosen === state ? undefined : state)}
          >
            <span class="legend-sign" data-tone={tone}>
              <Sign name={sign} />
            </span>
            <span class="legend-words">
              <b>{word}</b> <span class="count">{count(number, 'cell')}</span>
              <span class="legend-meaning">{meaning}</span>
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
