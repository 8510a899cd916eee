/** The search box: a combobox that completes what is typed; Enter goes to what the text stands for, or to the results of a search. */

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { addressOf } from '../address.js';
import { destinationOf, longestText, type Suggestion, useSuggestions } from '../finding.js';
import { yearOf } from '../words.js';
import { KindBadge } from './kind-badge.js';
import './search-box.css';

interface SearchBoxProps {
  /** whether it is the large one of the home page */
  large?: boolean;
  /** what it holds at first */
  text?: string;
}

/** The rest of a name whose beginning the label already shows. */
function restOfName({ label, node }: Suggestion): string {
  if (node.name === label) return '';
  return node.name.startsWith(`${label} `) ? node.name.slice(label.length + 1) : node.name;
}

export function SearchBox({ large = false, text = '' }: SearchBoxProps) {
  const { route } = useLocation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(isOpen ? typed : '');
  const shown = isOpen && suggestions.length > 0;

  useEffect(() => setTyped(text), [text]);
  useEffect(() => focusOnSlash(input.current), []);

  const go = (address: string) => {
    setOpen(false);
    setActive(-1);
    input.current?.blur();
    route(address);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const chosen = shown ? suggestions[active] : undefined;
    if (chosen) return choose(chosen);
    if (typed.trim()) go(await destinationOf(typed));
  };
  const choose = ({ node }: Suggestion) => {
    setTyped('');
    go(addressOf(node.id));
  };
  const step = (by: number) => {
    setOpen(true);
    // One place beyond the last stands for the text itself, as typed.
    const places = suggestions.length + 1;
    setActive((at) => ((at + 1 + by + places) % places) - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      if (!shown) setTyped('');
      setOpen(false);
      setActive(-1);
    }
  };

  return (
    <search class={large ? 'search search-large' : 'search'}>
      <form action="/search" onSubmit={submit}>
        <label class="visually-hidden" for={`${id}-input`}>
          Search the graph
        </label>
        <input
          ref={input}
          id={`${id}-input`}
          name="q"
          type="text"
          role="combobox"
          placeholder={large ? 'A symbol, an entity, an action line, words of a title' : 'Search'}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={longestText}
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        {!typed && <kbd class="search-key">/</kbd>}
        <button type="submit" class="search-button">
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <circle cx="8.5" cy="8.5" r="5.5" />
            <path d="M12.8 12.8 18 18" />
          </svg>
          <span class="visually-hidden">Search</span>
        </button>
      </form>
      <div id={`${id}-list`} role="listbox" aria-label="Suggestions" class="suggestions" hidden={!shown}>
        {shown &&
          suggestions.map((suggestion, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input, which keeps the focus.
            <div
              key={suggestion.node.id}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              class="suggestion"
              // The input keeps the focus, so that the list is still there when the click ends.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(suggestion)}
            >
              <span class="suggestion-label">{suggestion.label}</span>
              <span class="suggestion-name">{restOfName(suggestion)}</span>
              <span class="suggestion-facts">
                {yearOf(suggestion.node)} <KindBadge kind={suggestion.node.kind} />
              </span>
            </div>
          ))}
      </div>
      <p class="visually-hidden" role="status">
        {shown ? `${suggestions.length} suggestions` : ''}
      </p>
    </search>
  );
}

/** The key "/" leads to the box from anywhere but another field. Returns how to end that. */
function focusOnSlash(input: HTMLInputElement | null): () => void {
  const onKey = (event: KeyboardEvent) => {
    const isTyping = (event.target as Element).matches('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    event.preventDefault();
    input?.focus();
    input?.select();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
