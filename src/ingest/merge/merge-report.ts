/** What a merge did and did not do, told so that a person can check each point in the text. */
import type { Unresolved } from '../facts.js';
import type { SessionNamed } from './to-records.js';

/** A fact that was added or completed. */
export interface MergeEntry {
  /** id of the document that states it */
  document: string;
  paragraph: string | null;
  /** id of the node, or the link as a sentence: `resolution/A/RES/80/173 RECALLS resolution/A/RES/70/125` */
  id: string;
  what: string;
}

/** Where dataset and text differ; the dataset was left as it is. */
export interface MergeConflict extends MergeEntry {
  /** what the dataset has; null for nothing */
  kept: string | null;
  /** what the text says; null for nothing */
  read: string | null;
}

export interface MergeReport {
  counts: { added: number; completed: number; known: number; conflicts: number; unresolved: number; sessions: number };
  added: readonly MergeEntry[];
  completed: readonly MergeEntry[];
  /** facts read that the dataset has already */
  known: readonly MergeEntry[];
  conflicts: readonly MergeConflict[];
  unresolved: readonly (Unresolved & { document: string })[];
  /** sessions of the Commission that are named: no link of the vocabulary holds that */
  sessions: readonly (SessionNamed & { document: string })[];
}

/** Takes notes while documents are merged; what is noted twice counts once. */
export class MergeNotes {
  private readonly lists = { added: new Map(), completed: new Map(), known: new Map(), conflicts: new Map() } as {
    [list in 'added' | 'completed' | 'known']: Map<string, MergeEntry>;
  } & { conflicts: Map<string, MergeConflict> };
  private readonly unresolved = new Map<string, Unresolved & { document: string }>();
  private readonly sessions: (SessionNamed & { document: string })[] = [];

  note(list: 'added' | 'completed' | 'known', entry: MergeEntry): void {
    this.lists[list].set(JSON.stringify(entry), entry);
  }

  conflict(conflict: MergeConflict): void {
    this.lists.conflicts.set(JSON.stringify(conflict), conflict);
  }

  leaveOpen(document: string, open: readonly Unresolved[], sessions: readonly SessionNamed[]): void {
    for (const one of open) this.unresolved.set(JSON.stringify([document, one]), { document, ...one });
    for (const session of sessions) this.sessions.push({ document, ...session });
  }

  report(): MergeReport {
    const [added, completed, known, conflicts, unresolved] = [
      this.lists.added,
      this.lists.completed,
      this.lists.known,
      this.lists.conflicts,
      this.unresolved,
    ].map((list) => [...list.values()]) as [MergeEntry[], MergeEntry[], MergeEntry[], MergeConflict[], MergeReport['unresolved']];
    const { sessions } = this;
    const counts = {
      added: added.length,
      completed: completed.length,
      known: known.length,
      conflicts: conflicts.length,
      unresolved: unresolved.length,
      sessions: sessions.length,
    };
    return { counts, added, completed, known, conflicts, unresolved, sessions };
  }
}
