/** The search box: a combobox that completes what is typed; Enter goes to what the text stands for, or to the results of a search. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { addressOf } from '../address.js';
import { destinationOf, useSuggestions } from '../finding.js';
import { type Choice, Combobox, useChoiceList } from './combobox.js';
import { choicesOf } from './suggested.js';
import './search-box.css';

interface SearchBoxProps {
  /** whether it is the large one of the home page */
  large?: boolean;
  /** what it holds at first */
  text?: string;
}

export function SearchBox({ large = false, text = '' }: SearchBoxProps) {
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const list = useChoiceList();
  const choices = choicesOf(useSuggestions(list.isOpen ? typed : ''));

  useEffect(() => setTyped(text), [text]);
  useEffect(() => focusOnSlash(input.current), []);

  const go = (address: string) => {
    list.close();
    input.current?.blur();
    route(address);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (typed.trim()) go(await destinationOf(typed));
  };
  const choose = ({ id }: Choice) => {
    setTyped('');
    go(addressOf(id));
  };

  return (
    <search class={large ? 'search search-large' : 'search'}>
      <form action="/search" onSubmit={submit}>
        <Combobox
          label={<span class="visually-hidden">Search the graph</span>}
          listLabel="Suggestions"
          list={list}
          typed={typed}
          onType={setTyped}
          groups={[{ title: '', choices }]}
          onChoose={choose}
          onClear={() => setTyped('')}
          inputRef={input}
          input={{
            name: 'q',
            placeholder: large ? 'A symbol, an entity, an action line, words of a title' : 'Search',
            enterkeyhint: 'search',
          }}
        >
          {!typed && <kbd class="search-key">/</kbd>}
          <button type="submit" class="search-button">
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <circle cx="8.5" cy="8.5" r="5.5" />
              <path d="M12.8 12.8 18 18" />
            </svg>
            <span class="visually-hidden">Search</span>
          </button>
        </Combobox>
      </form>
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
