/** What stands in the place of a thing's own facts until they are there: that they come, that they failed; nothing where the address names another kind. */
import type { Answer } from '../api.js';
import { Loading, Problem } from './state.js';

export function Pending({ answer }: { answer: Answer<unknown> }) {
  if (answer.error) return <Problem error={answer.error} again={answer.again} />;
  return answer.data ? null : <Loading />;
}
