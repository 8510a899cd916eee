/** The end of a list that is loaded page by page: how much is shown, and a button for more. */
import type { Pages } from '../paging.js';
import { Problem } from './state.js';

interface MoreProps {
  /** the list, as `usePages` gives it */
  pages: Pages<unknown, unknown>;
}

export function More({ pages }: MoreProps) {
  const { rows, total, hasMore, loadingMore, error, more, again } = pages;
  if (rows.length === 0) return null;
  return (
    <div class="more">
      {hasMore && (
        <button type="button" class="button" onClick={more} aria-disabled={loadingMore}>
          {loadingMore ? 'Loading…' : 'Show more'}
        </button>
      )}
      {total !== undefined && (
        <span class="more-count" role="status">
          {hasMore ? `${rows.length} of ${total.toLocaleString('en')}` : `${total.toLocaleString('en')} in all`}
        </span>
      )}
      {error && <Problem error={error} again={again} />}
    </div>
  );
}
