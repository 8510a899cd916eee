/** All ids of a dataset with the places where they stand, so that references can be checked in one pass. */
import { kindOfId, kinds, nodeSpecs } from '../domain/graph.js';
import type { NodeRecord } from '../domain/records.js';
import type { Kind } from '../domain/vocabulary.js';
import type { Report } from './cells.js';
import { oneOf, quoted } from './problems.js';

/** A node and its place. A row that failed a check of its own is here too, with null for what could not be read. */
export interface NodeEntry {
  record: NodeRecord;
  line: number;
  /** its place among all entries */
  at: number;
}

/** The file of an entry. */
export const fileOf = ({ record }: NodeEntry): string => nodeSpecs[record.kind].file;

const place = (entry: NodeEntry): string => `${fileOf(entry)}:${entry.line}`;
const foldId = (id: string): string => id.normalize('NFKC').toLowerCase();

/** Reports an id that nobody could refer to safely. */
export function checkId(id: string, kind: Kind, report: Report): void {
  const prefix = `${nodeSpecs[kind].prefix}/`;
  if (!id.startsWith(prefix)) report(`the id ${quoted(id)} must begin with ${prefix}`);
  else if (id.split('/').some((part) => part.trim() === '')) report(`the id ${quoted(id)} has an empty part`);
  if (/[\p{C}\p{Zl}\p{Zp}|]|(?! )\s| {2}/u.test(id)) report(`the id ${quoted(id)} holds a control character, a strange blank or a |`);
  if (id.normalize('NFC') !== id) report(`the id ${quoted(id)} is not in Unicode normalization form C`);
  if (/[\u{D800}-\u{10FFFF}]/u.test(id)) report(`the id ${quoted(id)} holds a character beyond U+D7FF, which not every store orders alike`);
  if (id.trim() !== id) report(`the id ${quoted(id)} begins or ends with a blank`);
  if (/(^|\/)(__proto__|constructor|prototype)(\/|$)/.test(id)) report(`the id ${quoted(id)} has a name that JavaScript reserves`);
}

/** The ids read so far. */
export class Register {
  readonly entries: NodeEntry[] = [];
  private readonly byId = new Map<string, NodeEntry>();
  private readonly byFoldedId = new Map<string, NodeEntry>();
  private readonly unreadKinds = new Set<Kind>();

  /** The file of this kind was not read in full: what it may hold is not reported as missing. */
  markUnread(kind: Kind): void {
    this.unreadKinds.add(kind);
  }

  get complete(): boolean {
    return this.unreadKinds.size === 0;
  }

  /** Enters a node, and reports an id that stands already, as it is or in other letters; the first one counts. */
  add(record: NodeRecord, line: number, report: Report): void {
    const { id } = record;
    const entry = { record, line, at: this.entries.length };
    this.entries.push(entry);
    const folded = foldId(id);
    const same = this.byId.get(id);
    const alike = this.byFoldedId.get(folded);
    if (same) report(`the id ${quoted(id)} stands already at ${place(same)}`);
    else if (alike) report(`the id ${quoted(id)} differs only by case or Unicode form from ${quoted(alike.record.id)} at ${place(alike)}`);
    if (!same) this.byId.set(id, entry);
    if (!alike) this.byFoldedId.set(folded, entry);
  }

  find(id: string): NodeEntry | undefined {
    return this.byId.get(id);
  }

  /** Reports a reference to nothing, or to a node of a kind that may not stand here. */
  checkReference(id: string, allowed: readonly Kind[], report: Report): void {
    const found = this.byId.get(id)?.record.kind;
    // Nearly every reference is sound, and there are millions.
    if (found && allowed.includes(found) && id.startsWith(nodeSpecs[found].prefix)) return;
    const kind = kindOfId(id);
    if (kind === null) {
      report(`${quoted(id)} is not an id; an id begins with ${oneOf(kinds.map((name) => `${nodeSpecs[name].prefix}/`))}`);
    } else if (!allowed.includes(kind)) {
      report(`${quoted(id)} is of kind ${kind}; allowed here is ${oneOf(allowed)}`);
    } else if (!this.byId.has(id) && !this.unreadKinds.has(kind)) {
      const alike = this.byFoldedId.get(foldId(id));
      report(`there is no ${quoted(id)} in the dataset${alike ? `; ${quoted(alike.record.id)} is at ${place(alike)}` : ''}`);
    }
  }
}
