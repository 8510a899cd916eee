/** A field that chooses a document: completions while somebody types, any form of reference on Enter. */
import { useEffect, useId, useState } from 'preact/hooks';
import { ask, useAnswer } from '../api.js';
import { KindBadge } from '../components/kind-badge.js';
import { longestText, type Match, type Suggestion } from '../finding.js';
import resolveQuery from '../queries/resolve.graphql?raw';
import suggestQuery from '../queries/suggest-documents.graphql?raw';
import { yearOf } from '../words.js';
import '../components/search-box.css';
import './document-picker.css';

interface DocumentPickerProps {
  label: string;
  /** what it holds: the name of what was chosen */
  text?: string;
  choose: (id: string) => void;
}

const documentKinds = /^(RESOLUTION|REPORT|OUTCOME_DOCUMENT|OTHER_DOCUMENT)$/;

export function DocumentPicker({ label, text = '', choose }: DocumentPickerProps) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    setTyped(text);
    setProblem('');
  }, [text]);
  const prefix = typed.trim().slice(0, longestText);
  const { data } = useAnswer<{ suggest: Suggestion[] }>(isOpen && prefix && typed !== text ? suggestQuery : null, { prefix });
  const suggestions = isOpen ? (data?.suggest ?? []) : [];
  const shown = suggestions.length > 0;

  const take = (chosen: string) => {
    setOpen(false);
    setActive(-1);
    setProblem('');
    setTyped(text);
    choose(chosen);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const suggestion = suggestions[active];
    if (suggestion) return take(suggestion.node.id);
    if (!prefix || typed === text) return;
    setOpen(false);
    try {
      const { resolve } = await ask<{ resolve: Match[] }>(resolveQuery, { reference: prefix });
      const match = resolve[0];
      if (match?.node && documentKinds.test(match.node.kind)) return take(match.node.id);
      setProblem(
        match?.status === 'AMBIGUOUS' ? 'That can mean several texts: choose one of the list.' : 'No text of the graph has this reference.',
      );
    } catch {
      setProblem('The server did not answer.');
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const places = suggestions.length + 1;
      setActive((at) => ((at + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1);
    } else if (event.key === 'Escape') {
      if (!shown) setTyped(text);
      setOpen(false);
      setActive(-1);
    }
  };
  return (
    <form class="document-picker search" onSubmit={submit}>
      <label for={`${id}-input`}>{label}</label>
      <span class="picker-field">
        <input
          id={`${id}-input`}
          type="text"
          role="combobox"
          placeholder="Symbol or words of the title"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-problem`}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={longestText}
          value={typed}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setOpen(true);
            setActive(-1);
            setProblem('');
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <div id={`${id}-list`} role="listbox" aria-label={`Suggestions: ${label}`} class="suggestions" hidden={!shown}>
          {suggestions.map((suggestion, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input, which keeps the focus.
            <div
              key={suggestion.node.id}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              class="suggestion"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion.node.id)}
            >
              <span class="suggestion-label">{suggestion.label}</span>
              <span class="suggestion-name">{suggestion.node.name === suggestion.label ? '' : suggestion.node.name}</span>
              <span class="suggestion-facts">
                {yearOf(suggestion.node)} <KindBadge kind={suggestion.node.kind} />
              </span>
            </div>
          ))}
        </div>
      </span>
      <span id={`${id}-problem`} class="picker-problem" role="status">
        {problem}
      </span>
    </form>
  );
}
