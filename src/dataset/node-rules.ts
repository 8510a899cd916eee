/** What nodes of one kind must be among each other: sessions in the order of their dates, evidence that exists. */
import { isAfter } from '../domain/date.js';
import { documentKinds } from '../domain/vocabulary.js';
import type { Problems } from './problems.js';
import { fileOf, type NodeEntry, type Register } from './register.js';

/** The documents that nodes give as evidence must be nodes themselves. */
export function checkNodeEvidence(register: Register, problems: Problems): void {
  for (const entry of register.entries) {
    const document = entry.record.sources[0]?.document;
    const report = (message: string) => problems.add(fileOf(entry), entry.line, message, 'evidence_document');
    if (document) register.checkReference(document, documentKinds, report);
  }
}

const numberOf = ({ record }: NodeEntry): number => record.number as number;
const startOf = ({ record }: NodeEntry): string | null => record.startDate as string | null;
const lastOf = ({ record }: NodeEntry): string | null => (record.endDate ?? record.startDate) as string | null;

/** Session numbers are unique, and a later session has a later date; the dates that are known are compared as far as they are. */
export function checkSessions(register: Register, problems: Problems): void {
  const sessions = register.entries.filter(({ record }) => record.kind === 'SESSION' && record.number !== null);
  sessions.sort((a, b) => numberOf(a) - numberOf(b) || a.line - b.line);
  let previous: NodeEntry | null = null;
  let dated: NodeEntry | null = null;
  for (const session of sessions) {
    const { line } = session;
    const file = fileOf(session);
    if (previous && numberOf(previous) === numberOf(session)) {
      problems.add(file, line, `session number ${numberOf(session)} stands already at ${file}:${previous.line}`, 'number');
    }
    previous = session;
    const start = startOf(session);
    if (start === null) continue;
    const before = dated ? lastOf(dated) : null;
    if (dated && before && isAfter(before, start)) {
      const earlier = `session ${numberOf(dated)} (${before}, line ${dated.line})`;
      problems.add(file, line, `session ${numberOf(session)} begins on ${start}, before the end of ${earlier}`, 'start_date');
    }
    dated = session;
  }
}
