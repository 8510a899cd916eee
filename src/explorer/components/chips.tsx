/** A filter of a list as a row of links, each with how many it leaves; what is chosen stands in the address. */
import { useRoute } from 'preact-iso';
import { useParameters, withParameters } from '../address.js';
import './chips.css';

export interface Choice {
  value: string;
  label: string;
  count?: number;
}

interface ChipsProps {
  /** what is chosen, before the links: "Verb" */
  label: string;
  /** more of it for those who do not see of what it is part: "Verbs by which it cites" */
  spoken?: string;
  /** the parameter of the address in which the choice stands */
  parameter: string;
  /** how many there are of all */
  all?: number;
  choices: readonly Choice[];
}

export function Chips({ label, spoken = label, parameter, all, choices }: ChipsProps) {
  const { path } = useRoute();
  const [parameters] = useParameters();
  const asked = parameters[parameter];
  const chosen = choices.find(({ value }) => value === asked)?.value ?? '';
  return (
    <nav class="filter-chips" aria-label={spoken}>
      <span class="filter-chips-label" aria-hidden="true">
        {label}
      </span>
      {[{ value: '', label: 'All', count: all }, ...choices].map((choice) => (
        <a
          key={choice.value}
          href={withParameters(path, { ...parameters, [parameter]: choice.value })}
          aria-current={chosen === choice.value ? 'true' : undefined}
        >
          {choice.label} {choice.count !== undefined && <span class="count">{choice.count.toLocaleString('en')}</span>}
        </a>
      ))}
    </nav>
  );
}
