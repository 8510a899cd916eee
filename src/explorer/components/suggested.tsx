/** Suggestions as choices: the label, the rest of the name, the year and the kind. */
import type { Suggestion } from '../finding.js';
import { yearOf } from '../words.js';
import { type Choice, restOfName } from './combobox.js';
import { KindBadge } from './kind-badge.js';

export const choicesOf = (suggestions: readonly Suggestion[]): Choice[] =>
  suggestions.map(({ label, node }) => ({
    id: node.id,
    kind: node.kind,
    label,
    name: restOfName(node.name, label),
    facts: (
      <>
        {yearOf(node)} <KindBadge kind={node.kind} />
      </>
    ),
  }));
