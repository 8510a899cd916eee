/** The controls of the cube: its two axes, what is counted, and what it is narrowed to. */
import { useEffect, useId, useState } from 'preact/hooks';
import { asSentence } from '../facts-in-words.js';
import { longestText } from '../finding.js';
import { capital } from '../words.js';
import { dimensionWords, measureWords } from './headers.js';
import { Picker } from './picker.js';
import {
  categories,
  type Dimension,
  dimensions,
  type Measure,
  measures,
  type methods,
  type Question,
  swapped,
  withAxis,
  withFilter,
  withMember,
} from './question.js';
import './controls.css';

interface ControlsProps {
  question: Question;
  /** asks the question anew */
  onAsk: (question: Question) => void;
}

export function Controls({ question, onAsk }: ControlsProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <form class="cube-controls" aria-label="What to count" onSubmit={(event) => event.preventDefault()}>
      <Axes question={question} onAsk={onAsk} />
      {/* Shown on a narrow screen alone, where the fields would push the table out of sight. */}
      <button type="button" class="button cube-narrow-button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        Narrow the table
      </button>
      <div id={id} class={isOpen ? 'cube-narrowing cube-narrowing-open' : 'cube-narrowing'}>
        <Narrowing question={question} onAsk={onAsk} />
      </div>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div class="cube-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value as T)}>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Check({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label class="cube-check">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {label}
    </label>
  );
}

const dimensionOptions = dimensions.map((name) => [name, capital(dimensionWords[name][1])] as const);
const measureOptions = measures.map((name) => [name, capital(measureWords[name][1])] as const);

function Axes({ question, onAsk }: ControlsProps) {
  const { rows, columns, measure, includeEmpty } = question;
  const onAxis = (axis: 'rows' | 'columns') => (dimension: Dimension) => onAsk(withAxis(question, axis, dimension));
  return (
    <div class="cube-axes">
      <Choice label="Rows" value={rows} options={dimensionOptions} onChoose={onAxis('rows')} />
      <button type="button" class="button cube-swap" onClick={() => onAsk(swapped(question))}>
        <span aria-hidden="true">⇄</span>
        <span class="visually-hidden">Swap rows and columns</span>
      </button>
      <Choice label="Columns" value={columns} options={dimensionOptions} onChoose={onAxis('columns')} />
      <Choice<Measure>
        label="Count"
        value={measure}
        options={measureOptions}
        onChoose={(chosen) => onAsk({ ...question, measure: chosen })}
      />
      <Check
        label="Also rows and columns without any"
        isOn={includeEmpty}
        onChange={(isOn) => onAsk({ ...question, includeEmpty: isOn })}
      />
      <Check
        label="C7 with its sub-lines"
        isOn={question.filter.includeSubLines !== false}
        onChange={(isOn) => onAsk(withFilter(question, 'includeSubLines', isOn ? undefined : false))}
      />
    </div>
  );
}

/** The marks of evidence, as they are told beside it. */
const methodOptions = [
  ['CURATED', 'Read by a person'],
  ['EXTRACTED', 'Extracted by a program'],
  ['INFERRED', 'Inferred by a rule'],
  ['UNVERIFIED', 'Unverified'],
] as const satisfies readonly (readonly [(typeof methods)[number], string])[];

export const methodInWords = (method: string): string => methodOptions.find(([name]) => name === method)?.[1] ?? method;

function Narrowing({ question, onAsk }: ControlsProps) {
  const { filter } = question;
  const left = <T extends string>(all: readonly T[], taken: readonly string[] | undefined) => all.filter((one) => !taken?.includes(one));
  return (
    <>
      <Picker filter={filter} onPick={(part, id) => onAsk(withMember(question, part, id))} />
      <Choice
        label="Category"
        value=""
        options={[['', 'Any'], ...left(categories, filter.categories).map((name) => [name, asSentence(name)] as const)]}
        onChoose={(name) => name && onAsk(withMember(question, 'categories', name))}
      />
      <Choice
        label="Tagged by"
        value=""
        options={[['', 'Any method'], ...methodOptions.filter(([name]) => !filter.methods?.includes(name))]}
        onChoose={(name) => name && onAsk(withMember(question, 'methods', name))}
      />
      <Choice
        label="UN system"
        value={filter.unSystem === undefined ? '' : filter.unSystem ? 'within' : 'outside'}
        options={[
          ['', 'Any'],
          ['within', 'Within'],
          ['outside', 'Outside'],
        ]}
        onChoose={(chosen) => onAsk(withFilter(question, 'unSystem', chosen === '' ? undefined : chosen === 'within'))}
      />
      <Cycles question={question} onAsk={onAsk} />
      <Words question={question} onAsk={onAsk} />
    </>
  );
}

interface TextFieldProps {
  id?: string;
  label?: string;
  value: string;
  placeholder: string;
  /** how many characters it is wide; as wide as there is room when left out */
  size?: number;
  /** what it may hold; anything when left out */
  pattern?: RegExp;
  onCommit: (value: string) => void;
}

/** A field that asks anew when it is left or Enter is pressed, not with each letter; what it may not hold stays in it and asks nothing. */
function TextField({ id, label, value, placeholder, size, pattern, onCommit }: TextFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <input
      id={id}
      type="text"
      inputMode={pattern ? 'numeric' : undefined}
      aria-label={label}
      placeholder={placeholder}
      size={size}
      maxLength={size ?? longestText}
      autocomplete="off"
      aria-invalid={pattern && typed !== '' && !pattern.test(typed) ? true : undefined}
      value={typed}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value.trim();
        if (text !== value && (text === '' || !pattern || pattern.test(text))) onCommit(text);
      }}
    />
  );
}

function Cycles({ question, onAsk }: ControlsProps) {
  const { cycles } = question.filter;
  const year = (end: 'from' | 'to', label: string) => (
    <TextField
      label={label}
      value={String(cycles?.[end] ?? '')}
      placeholder={end}
      size={4}
      pattern={/^\d{4}$/}
      onCommit={(text) => {
        const changed = { ...cycles, [end]: text === '' ? undefined : Number(text) };
        onAsk(withFilter(question, 'cycles', changed.from === undefined && changed.to === undefined ? undefined : changed));
      }}
    />
  );
  return (
    <fieldset class="cube-field cube-cycles">
      <legend>Cycles</legend>
      {year('from', 'Cycles from')} – {year('to', 'Cycles to')}
    </fieldset>
  );
}

function Words({ question, onAsk }: ControlsProps) {
  const id = useId();
  return (
    <div class="cube-field cube-words">
      <label for={id}>Words of the summary</label>
      <TextField
        id={id}
        value={question.filter.text ?? ''}
        placeholder="All of them, whole"
        onCommit={(text) => onAsk(withFilter(question, 'text', text))}
      />
    </div>
  );
}
