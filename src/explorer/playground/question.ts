/** A question in the playground, and the address that holds it: short for a named example, else its text and variables, so that it can be shared. */
import { withParameters } from '../address.js';
import { type Example, examples } from './examples.js';

export interface Question {
  /** text of the GraphQL document */
  query: string;
  /** its variables, as JSON as it was typed; empty where there are none */
  variables: string;
}

/** The most characters that an address may have: what browsers, mail and proxies are known to pass on. */
export const longestAddress = 8 * 1024;

export const isSame = (one: Question, other: Question): boolean => one.query === other.query && one.variables === other.variables;

/** The example that a question is, unchanged. */
export const exampleLike = (question: Question): Example | undefined => examples.find((example) => isSame(example, question));

type Parameters = Readonly<Record<string, string | undefined>>;

/** The question that an address asks for: 'none' where it asks for none, 'unknown' where it names an example that is not there. */
export function questionIn({ example, query, variables }: Parameters): Question | 'none' | 'unknown' {
  if (query) return { query, variables: variables ?? '' };
  if (!example) return 'none';
  const found = examples.find(({ name }) => name === example);
  return found ? { query: found.query, variables: found.variables } : 'unknown';
}

/** The parameters that stand for a question, however long. */
function parametersFor(question: Question): Parameters {
  const example = exampleLike(question)?.name;
  if (example) return { example };
  return { query: question.query, variables: question.variables.trim() ? question.variables : undefined };
}

/** The whole address of a question, which may turn out longer than an address may be. */
export const linkTo = (question: Question): string => location.origin + withParameters('/playground', parametersFor(question));

const none = { example: undefined, query: undefined, variables: undefined };

/** All parameters of the address, as they stand for a question; none for an empty one, and for one that is too long. */
export function parametersOf(question: Question): Parameters {
  const isHeld = question.query.trim() !== '' && linkTo(question).length <= longestAddress;
  return isHeld ? { ...none, ...parametersFor(question) } : none;
}
