/** What a lineage shows, as it stands in the address. */
import { useParameters } from '../address.js';
import { depths } from './controls.js';
import { type Direction, most, some } from './reach.js';

export interface LineageState {
  direction: Direction;
  depth: number;
  /** null for all */
  verbs: ReadonlySet<string> | null;
  all: boolean;
  /** keys of the stacks that are open; null for all */
  open: ReadonlySet<string> | null;
  /** documents that are asked for: some at first, then as many as the limit of cost leaves room for */
  most: number;
}

const separator = '~';

function directionOf(text: string | undefined): Direction {
  const name = text?.toUpperCase();
  return name === 'DESCENDANTS' || name === 'BOTH' ? name : 'ANCESTORS';
}

const depthOf = (text = ''): number => ((depths as readonly string[]).includes(text) ? Number(text) : 2);

const listOf = (text: string | undefined): Set<string> => new Set(text?.split(separator).filter(Boolean));

/** The state, what it is as parameters (to hand on to the lineage of another text), and a way to change it. */
export function useLineageState(): [LineageState, Record<string, string | undefined>, (change: Partial<LineageState>) => void] {
  const [{ direction, depth, verbs, citations, open, most: wanted }, change] = useParameters();
  const state: LineageState = {
    direction: directionOf(direction),
    depth: depthOf(depth),
    verbs: verbs === undefined ? null : new Set([...listOf(verbs.toUpperCase())]),
    all: citations === 'all',
    open: open === 'all' ? null : listOf(open),
    most: wanted === String(most) ? most : some,
  };
  const set = (changed: Partial<LineageState>) => {
    const next = { ...state, ...changed };
    change({
      direction: next.direction === 'ANCESTORS' ? undefined : next.direction.toLowerCase(),
      depth: String(next.depth),
      verbs: next.verbs === null ? undefined : [...next.verbs].join(separator).toLowerCase() || 'none',
      citations: next.all ? 'all' : undefined,
      open: next.open === null ? 'all' : [...next.open].join(separator) || undefined,
      most: next.most === some ? undefined : String(next.most),
    });
  };
  return [state, { direction, depth, citations }, set];
}
