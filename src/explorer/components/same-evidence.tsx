/** Facts that the same places prove: the things beside one another, the evidence once for all of them. */
import type { ComponentChildren } from 'preact';
import { Evidence, type EvidenceRow } from './evidence.js';
import './same-evidence.css';

interface Row {
  node: { id: string };
  evidence: EvidenceRow[];
}

interface SameEvidenceProps<R extends Row> {
  rows: readonly R[];
  /** what stands for a thing */
  show: (row: R) => ComponentChildren;
  /** read aloud before the list */
  label: string;
}

/** Rows with equal evidence, in the order of the first of each. */
function groupsOf<R extends Row>(rows: readonly R[]): R[][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.evidence);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

export function SameEvidence<R extends Row>({ rows, show, label }: SameEvidenceProps<R>) {
  return (
    <ul class="same-evidence" aria-label={label}>
      {groupsOf(rows).map((group) => (
        <li key={group[0]?.node.id} class="same-evidence-group">
          <ul class={group.length > 3 ? 'same-evidence-things same-evidence-many' : 'same-evidence-things'}>
            {group.map((row) => (
              <li key={row.node.id} class="same-evidence-thing">
                {show(row)}
              </li>
            ))}
          </ul>
          <Evidence evidence={group[0]?.evidence ?? []} shown={1} />
        </li>
      ))}
    </ul>
  );
}
