/** A list from which some can be chosen, folded away until it is needed: what is chosen stands in its head. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import './chooser.css';

export interface Choice {
  key: string;
  label: string;
  /** what else tells it from the others */
  hint?: string;
}

interface ChooserProps {
  /** what is chosen: "Entities" */
  title: string;
  /** what is shown while none is chosen: "all that were ever listed" */
  standard: string;
  choices: readonly Choice[];
  /** keys of those chosen; none for the standard */
  chosen: readonly string[];
  onChoose: (keys: readonly string[]) => void;
  /** links or buttons for usual choices */
  children?: ComponentChildren;
}

/** So many can be overlooked without a field that narrows them. */
const longList = 24;

export function Chooser({ title, standard, choices, chosen, onChoose, children }: ChooserProps) {
  const [words, setWords] = useState('');
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = choices.filter(({ label, hint }) => wanted.every((word) => `${label} ${hint ?? ''}`.toLowerCase().includes(word)));
  const toggle = (key: string) => onChoose(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]);
  return (
    <details class="chooser">
      <summary>
        {title}: <b>{chosen.length > 0 ? `${chosen.length} chosen` : standard}</b>
      </summary>
      <fieldset>
        <legend class="visually-hidden">{title}</legend>
        <div class="chooser-head">
          {choices.length > longList && (
            <input
              type="search"
              class="chooser-words"
              aria-label={`Narrow the list: ${title}`}
              placeholder="Narrow the list"
              value={words}
              onInput={({ currentTarget }) => setWords(currentTarget.value)}
            />
          )}
          <button type="button" class="button" aria-pressed={chosen.length === 0} onClick={() => onChoose([])}>
            {standard}
          </button>
          {children}
        </div>
        <div class="chooser-list">
          <ul>
            {shown.map(({ key, label, hint }) => (
              <li key={key}>
                <label>
                  <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
                  <span>
                    {label} {hint && <span class="chooser-hint">{hint}</span>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </div>
        {shown.length === 0 && <p class="chooser-hint">Nothing has these words.</p>}
      </fieldset>
    </details>
  );
}
