/** Short ways of asking a store for lists in the tests. */
import type { NodeSummary } from '../../src/domain/records.js';
import type { Kind } from '../../src/domain/vocabulary.js';
import type { Condition, FindQuery, Page } from '../../src/store/graph-store.js';
import type { Opened } from './suite.js';

/** What stands after the last slash of an id. */
export const tail = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** `find`: one page of one scope. `found`: the ends of the ids of all that is found, after checking that the total is their number. */
export function finder(given: Opened) {
  const find = async (kinds: Kind[], where: Condition[] = [], more: Partial<FindQuery> = {}) => {
    const [page] = await given.store.find({ kinds, where, page: {}, ...more }, [[]]);
    return page as Page<NodeSummary>;
  };
  const found = async (kinds: Kind[], where?: Condition[], more?: Partial<FindQuery>) => {
    const { rows, total } = await find(kinds, where, { page: { total: true }, ...more });
    expect(total).toBe(rows.length);
    return rows.map(({ value }) => tail(value.id));
  };
  return { find, found };
}
