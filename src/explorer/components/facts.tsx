/** What is known of a thing at a glance: each fact under its name; one that is not known says so. */
import type { ComponentChildren } from 'preact';
import './facts.css';

export interface Fact {
  /** what is told */
  name: string;
  /** what is known; nothing, null or an empty text where there is no data */
  value: ComponentChildren;
  /** left out where there is nothing to tell, as for what only some things have */
  ifAny?: boolean;
  /** whether it takes the whole width, as a list of themes does */
  wide?: boolean;
}

const isKnown = (value: ComponentChildren) => value !== null && value !== undefined && value !== '' && value !== false;

/** What stands in the place of a fact that is not known. */
export const NoData = () => <span class="no-data">no data</span>;

/** Nothing at all where no fact is to be told. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const told = facts.filter(({ value, ifAny }) => !ifAny || isKnown(value));
  if (told.length === 0) return null;
  return (
    <dl class="facts">
      {told.map(({ name, value, wide }) => (
        <div key={name} class={wide ? 'fact fact-wide' : 'fact'}>
          <dt>{name}</dt>
          <dd>{isKnown(value) ? value : <NoData />}</dd>
        </div>
      ))}
    </dl>
  );
}
