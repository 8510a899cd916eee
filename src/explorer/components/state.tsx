/** What stands in the place of an answer: that it is coming, that it failed and what to do, or that there is nothing. */
import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api.js';

/** Shown only after a moment, so that quick answers do not flicker. */
export function Loading({ what = 'Loading' }: { what?: string }) {
  return (
    <p class="loading" role="status">
      {what}…
    </p>
  );
}

const advice: Readonly<Record<string, string>> = {
  UNREACHABLE: 'See whether the server still runs, then try again.',
  UNAVAILABLE: 'The database cannot be reached now. It is tried again when you ask.',
  TIMEOUT: 'It took too long. Ask for less: fewer levels, a narrower filter.',
  QUERY_TOO_COSTLY: 'It could return too much. Ask for less: fewer levels, a narrower filter.',
  BAD_USER_INPUT: 'Something in the address cannot be used. Change it, or begin again from the search.',
  BAD_CURSOR: 'The list has changed meanwhile. Load the page again.',
};

export function Problem({ error, again }: { error: ApiError; again?: () => void }) {
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{error.message}</strong>
      </p>
      <p>{advice[error.code] ?? 'This is a fault of ours. Try again; if it stays, tell us what you asked.'}</p>
      <p class="problem-actions">
        {again && (
          <button type="button" class="button" onClick={again}>
            Try again
          </button>
        )}
        <code>{error.code}</code>
      </p>
    </div>
  );
}

/** Nothing to show, and why: an absence in the graph is seldom one in the world. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
