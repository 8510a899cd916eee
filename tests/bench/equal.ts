/** Whether two servers answer alike: the order of members does not count, nor what is each server's own, such as cursors. */

/** The JSON of an answer with sorted members and without cursors. */
export function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([key]) => key !== 'endCursor' && key !== 'extensions');
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, normal(member)]));
}

/** Where two answers first differ, as a path with both values; null when they do not. */
export function difference(one: unknown, other: unknown, path = ''): string | null {
  const [left, right] = [normal(one), normal(other)];
  if (JSON.stringify(left) === JSON.stringify(right)) return null;
  if (typeof left === 'object' && typeof right === 'object' && left && right) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const found = difference((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key], `${path}.${key}`);
      if (found) return found;
    }
  }
  return `${path || '.'}: ${brief(left)} and ${brief(right)}`;
}

const brief = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);
