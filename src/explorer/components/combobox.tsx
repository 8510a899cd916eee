/** A field that completes what is typed, after the combobox pattern of ARIA: arrows, Enter, Escape, and a list that is read aloud. */
import type { ComponentChildren, InputHTMLAttributes, RefObject } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { longestText } from '../finding.js';
import { count, type Kind } from '../words.js';
import './combobox.css';

/** A thing that may be chosen. */
export interface Choice {
  id: string;
  kind: Kind;
  label: string;
  /** the rest of its name, below the label */
  name: string;
  /** what stands at its right */
  facts: ComponentChildren;
}

/** Choices under one title; an empty title is not shown. */
export interface ChoiceGroup {
  title: string;
  choices: readonly Choice[];
}

/** Whether a list is open, and which choice the arrows have reached; -1 stands for the text itself, as typed. */
export function useChoiceList() {
  const [{ isOpen, active }, setState] = useState({ isOpen: false, active: -1 });
  return {
    isOpen,
    active,
    open: (at = -1) => setState({ isOpen: true, active: at }),
    close: () => setState({ isOpen: false, active: -1 }),
  };
}

/** The rest of a name whose beginning the label already shows. */
export function restOfName(name: string, label: string): string {
  if (name === label) return '';
  return name.startsWith(`${label} `) ? name.slice(label.length + 1) : name;
}

interface ComboboxProps {
  label: ComponentChildren;
  /** what the list is, read aloud */
  listLabel: string;
  list: ReturnType<typeof useChoiceList>;
  typed: string;
  onType: (text: string) => void;
  groups: readonly ChoiceGroup[];
  onChoose: (choice: Choice) => void;
  /** Escape on a closed list */
  onClear: () => void;
  /** Enter on the text itself; where left out the form sends it */
  onEnter?: () => void;
  inputRef?: RefObject<HTMLInputElement | null>;
  /** more attributes of the field */
  input: InputHTMLAttributes<HTMLInputElement>;
  /** what stands in the field beside the text */
  children?: ComponentChildren;
}

export function Combobox({
  label,
  listLabel,
  list,
  typed,
  onType,
  groups,
  onChoose,
  onClear,
  onEnter,
  inputRef,
  input,
  children,
}: ComboboxProps) {
  const id = useId();
  const choices = groups.flatMap((group) => group.choices);
  const isShown = list.isOpen && choices.length > 0;
  const chosen = isShown ? choices[list.active] : undefined;
  const optionId = (choice: Choice) => `${id}-${choices.indexOf(choice)}`;
  const activeId = chosen && optionId(chosen);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const places = choices.length + 1;
      list.open(((list.active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1);
    } else if (event.key === 'Enter' && (chosen || onEnter)) {
      event.preventDefault();
      if (chosen) onChoose(chosen);
      else onEnter?.();
    } else if (event.key === 'Escape') {
      if (!isShown) onClear();
      list.close();
    }
  };

  return (
    <>
      <label for={`${id}-input`}>{label}</label>
      <span class="combobox">
        <input
          {...input}
          ref={inputRef}
          id={`${id}-input`}
          type="text"
          role="combobox"
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
            onType(currentTarget.value);
            list.open();
          }}
          onKeyDown={onKeyDown}
          onBlur={list.close}
        />
        {children}
        <div id={`${id}-list`} role="listbox" aria-label={listLabel} class="combobox-list" hidden={!isShown}>
          {isShown &&
            groups.map(({ title, choices: members }) => (
              // biome-ignore lint/a11y/useSemanticElements: within a list box, options are grouped by role.
              <div key={title} role="group" aria-label={title || listLabel}>
                {title && (
                  <div class="combobox-group" aria-hidden="true">
                    {title}
                  </div>
                )}
                {members.map((choice) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the input, which keeps the focus.
                  <div
                    key={choice.id}
                    id={optionId(choice)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={choice === chosen}
                    class="combobox-choice"
                    // The input keeps the focus, so that the list is still there when the click ends.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => onChoose(choice)}
                  >
                    <span class="combobox-label">{choice.label}</span>
                    <span class="combobox-name">{choice.name}</span>
                    <span class="combobox-facts">{choice.facts}</span>
                  </div>
                ))}
              </div>
            ))}
        </div>
      </span>
      <span class="visually-hidden" role="status">
        {isShown ? count(choices.length, 'suggestion') : ''}
      </span>
    </>
  );
}
