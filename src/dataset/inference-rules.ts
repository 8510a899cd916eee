/** The rules that INFERRED rows name must be described in dataset.json. */
import { linkSpecs } from '../domain/graph.js';
import type { Evidence, InferenceRule } from '../domain/records.js';
import { manifestFile } from './files.js';
import type { LinkEntry } from './links.js';
import { type Problems, quoted } from './problems.js';
import { fileOf, type Register } from './register.js';

/** Reports each rule once, at the first row that names it. */
export function checkRuleNames(rules: readonly InferenceRule[], register: Register, links: readonly LinkEntry[], problems: Problems): void {
  const described = new Set(rules.map(({ name }) => name));
  const used = new Set<string>();
  const check = (evidence: readonly Evidence[], file: string, line: number) => {
    for (const { method, rule } of evidence) {
      if (method !== 'INFERRED' || rule === null || used.has(rule)) continue;
      used.add(rule);
      if (!described.has(rule))
        problems.add(file, line, `the rule ${quoted(rule)} is not described under "rules" in ${manifestFile}`, 'rule');
    }
  };
  for (const entry of register.entries) check(entry.record.sources, fileOf(entry), entry.line);
  for (const { record, line } of links) check(record.evidence, linkSpecs[record.link].file, line);
}
