/** The words of claimed and reported: the states of a cell of the matrix, and what each does not mean. */
import type { StateWords } from '../components/state-legend.js';
import type { Thing } from '../words.js';

export type ClaimState = 'BOTH' | 'CLAIMED' | 'REPORTED' | 'NEITHER' | 'NO_DATA';

export type ClaimLine = Thing & { code: string; title: string; parent: { id: string } | null };
export type ClaimGoal = Thing & { number: number; title: string };

export interface ClaimsAnswer {
  claimedVersusReported: { actionLine: { id: string }; sdg: { id: string }; claimed: boolean; reported: number }[];
  actionLines: { nodes: ClaimLine[] };
  sdgs: { nodes: ClaimGoal[] };
}

export const states: Readonly<Record<ClaimState, StateWords>> = {
  BOTH: {
    sign: 'target',
    tone: 'strong',
    word: 'claimed and reported',
    meaning: 'The matrix links the two, and contributions are tagged with both: their number stands beside the sign.',
  },
  CLAIMED: {
    sign: 'ring',
    tone: 'soft',
    word: 'claimed, no report known',
    meaning: 'The matrix links the two; no contribution in the graph is tagged with both. That is no proof that none was made.',
  },
  REPORTED: {
    sign: 'disc',
    tone: 'warning',
    word: 'reported, not claimed',
    meaning: 'The matrix does not link the two, but contributions are tagged with both: their number stands beside the sign.',
  },
  NEITHER: {
    sign: 'dot',
    tone: 'plain',
    word: 'neither',
    meaning: 'The matrix does not link the two, and no contribution is known that is tagged with both.',
  },
  NO_DATA: {
    sign: 'unknown',
    tone: 'void',
    word: 'no data',
    meaning: 'Of the line itself, apart from its sub-lines, neither claims nor reports are in the graph.',
  },
};

export interface ClaimCell {
  state: ClaimState;
  /** contributions tagged with both */
  reported: number;
}

/** The state of every line and goal, by "line goal". A line of which nothing at all is said has no data. */
export function cellsOf({ claimedVersusReported, actionLines, sdgs }: ClaimsAnswer): ReadonlyMap<string, ClaimCell> {
  const checks = new Map(claimedVersusReported.map((check) => [`${check.actionLine.id} ${check.sdg.id}`, check]));
  const spokenOf = new Set(claimedVersusReported.map(({ actionLine }) => actionLine.id));
  const stateOf = (line: string, goal: string): ClaimCell => {
    const { claimed = false, reported = 0 } = checks.get(`${line} ${goal}`) ?? {};
    if (claimed) return { state: reported > 0 ? 'BOTH' : 'CLAIMED', reported };
    if (reported > 0) return { state: 'REPORTED', reported };
    return { state: spokenOf.has(line) ? 'NEITHER' : 'NO_DATA', reported };
  };
  return new Map(actionLines.nodes.flatMap(({ id: line }) => sdgs.nodes.map(({ id: goal }) => [`${line} ${goal}`, stateOf(line, goal)])));
}
