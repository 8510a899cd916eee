/** Wholes and groups do not contain themselves: circles of PART_OF and MEMBER_OF. */
import { linkSpecs } from '../domain/graph.js';
import type { LinksByName } from './link-rules.js';
import type { LinkEntry } from './links.js';
import { type Problems, quoted } from './problems.js';

const longestTold = 10;

function tell(ids: readonly string[]): string {
  const told =
    ids.length > longestTold
      ? [...ids.slice(0, longestTold - 1), `… ${ids.length - longestTold} more …`, ids[ids.length - 1] as string]
      : ids;
  return told.map((id) => (id.startsWith('…') ? id : quoted(id))).join(' → ');
}

/** Hands over each link that closes a circle, with the ids on the circle; each node is visited once, without recursion. */
function findCircles(entries: readonly LinkEntry[], onCircle: (closing: LinkEntry, ids: readonly string[]) => void): void {
  const outgoing = new Map<string, LinkEntry[]>();
  for (const entry of entries) {
    const { from, to } = entry.record;
    if (from === to) continue; // a self-link is reported where it is read
    const before = outgoing.get(from);
    if (before) before.push(entry);
    else outgoing.set(from, [entry]);
  }
  const visited = new Set<string>();
  for (const start of outgoing.keys()) {
    if (visited.has(start)) continue;
    const way: string[] = []; // from the start to where we are
    const followed: number[] = []; // how many links of each step were followed
    const places = new Map<string, number>();
    const enter = (id: string): void => {
      visited.add(id);
      places.set(id, way.length);
      way.push(id);
      followed.push(0);
    };
    enter(start);
    while (way.length > 0) {
      const top = way.length - 1;
      const entry = outgoing.get(way[top] as string)?.[followed[top] as number];
      if (!entry) {
        places.delete(way.pop() as string);
        followed.pop();
        continue;
      }
      followed[top] = (followed[top] as number) + 1;
      const { to } = entry.record;
      const place = places.get(to);
      if (place !== undefined) onCircle(entry, [...way.slice(place), to]);
      else if (!visited.has(to)) enter(to);
    }
  }
}

/** Reports each circle once, at the link that closes it. */
export function checkCircles(links: LinksByName, problems: Problems): void {
  for (const name of ['PART_OF', 'MEMBER_OF'] as const) {
    findCircles(links.get(name) ?? [], ({ line }, ids) => {
      problems.add(linkSpecs[name].file, line, `${name} goes in a circle: ${tell(ids)}`, 'to');
    });
  }
}
