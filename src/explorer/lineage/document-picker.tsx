/** A field that chooses a document: completions while somebody types, any form of reference on Enter. */
import { useEffect, useId, useState } from 'preact/hooks';
import { ask } from '../api.js';
import { Combobox, useChoiceList } from '../components/combobox.js';
import { choicesOf } from '../components/suggested.js';
import { longestText, type Match, useSuggestions } from '../finding.js';
import resolveQuery from '../queries/resolve.graphql?raw';
import type { Kind } from '../words.js';
import './document-picker.css';

interface DocumentPickerProps {
  label: string;
  /** what it holds: the name of what was chosen */
  text?: string;
  choose: (id: string) => void;
}

const documentKinds: readonly Kind[] = ['RESOLUTION', 'REPORT', 'OUTCOME_DOCUMENT', 'OTHER_DOCUMENT'];

export function DocumentPicker({ label, text = '', choose }: DocumentPickerProps) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const [problem, setProblem] = useState('');
  const list = useChoiceList();
  const hasTyped = typed.trim() !== '' && typed !== text;
  const choices = choicesOf(useSuggestions(list.isOpen && hasTyped ? typed : '', documentKinds));
  useEffect(() => {
    setTyped(text);
    setProblem('');
  }, [text]);

  const take = (chosen: string) => {
    list.close();
    setProblem('');
    setTyped(text);
    choose(chosen);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!hasTyped) return;
    list.close();
    try {
      const { resolve } = await ask<{ resolve: Match[] }>(resolveQuery, { reference: typed.trim().slice(0, longestText) });
      const match = resolve[0];
      if (match?.node && documentKinds.includes(match.node.kind)) return take(match.node.id);
      setProblem(
        match?.status === 'AMBIGUOUS' ? 'That can mean several texts: choose one of the list.' : 'No text of the graph has this reference.',
      );
    } catch {
      setProblem('The server did not answer.');
    }
  };
  return (
    <form class="document-picker" onSubmit={submit}>
      <Combobox
        label={label}
        listLabel={`Suggestions: ${label}`}
        list={list}
        typed={typed}
        onType={(next) => {
          setTyped(next);
          setProblem('');
        }}
        groups={[{ title: '', choices }]}
        onChoose={({ id: chosen }) => take(chosen)}
        onClear={() => setTyped(text)}
        input={{
          placeholder: 'Symbol or words of the title',
          'aria-describedby': `${id}-problem`,
          onFocus: ({ currentTarget }) => currentTarget.select(),
        }}
      />
      <span id={`${id}-problem`} class="picker-problem" role="status">
        {problem}
      </span>
    </form>
  );
}
