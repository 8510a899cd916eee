/** The named examples of schema/examples: who asks what, as their first line says, and the question as the editor takes it. */
import { Kind, parse, valueFromASTUntyped } from 'graphql';
import { capital } from '../words.js';
import type { Question } from './question.js';

export interface Example extends Question {
  /** the name of its file, as in an address */
  name: string;
  /** its name in words */
  title: string;
  /** who asks: Analyst, Dashboard, Researcher, or Everybody */
  who: string;
  /** what is asked, as its first line says */
  about: string;
}

const files = import.meta.glob<string>('../../../schema/examples/*.graphql', { query: '?raw', import: 'default', eager: true });

/** The defaults that the operation gives its variables, as JSON: what can be changed stands there ready to be changed. */
function variablesOf(query: string): string {
  const [operation] = parse(query).definitions;
  const defaults = (operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : []).flatMap(
    ({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : []),
  );
  return defaults.length > 0 ? JSON.stringify(Object.fromEntries(defaults), null, 2) : '';
}

function exampleOf([path, text]: [string, string]): Example {
  const name = path.replace(/^.*\/|\.graphql$/g, '');
  const title = capital(name.replaceAll('-', ' ').replace('sdg', 'SDG'));
  const [, who = 'Everybody', about = ''] = /^# *(\w+): *(.*)/.exec(text) ?? [];
  const query = text.trim();
  return { name, title, who, about: capital(about), query, variables: variablesOf(query) };
}

/** All examples, by name. */
export const examples: readonly Example[] = Object.entries(files)
  .map(exampleOf)
  .sort((one, other) => (one.name < other.name ? -1 : 1));

/** The examples of each of those who ask, in the order in which the first page names them. */
export const examplesByAsker: readonly { who: string; its: readonly Example[] }[] = [
  ...new Set(['Everybody', 'Analyst', 'Dashboard', 'Researcher', ...examples.map(({ who }) => who)]),
]
  .map((who) => ({ who, its: examples.filter((example) => example.who === who) }))
  .filter(({ its }) => its.length > 0);
