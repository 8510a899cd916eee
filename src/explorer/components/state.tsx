/** What stands in the place of an answer: that it is coming, that it failed and what to do, or that there is nothing. */
import type { ComponentChildren } from 'preact';
import { adviceOn } from '../advice.js';
import type { ApiError } from '../api.js';

/** Shown only after a moment, so that quick answers do not flicker. */
export function Loading({ what = 'Loading' }: { what?: string }) {
  return (
    <p class="loading" role="status">
      {what}…
    </p>
  );
}

export function Problem({ error, again }: { error: ApiError; again?: () => void }) {
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{error.message}</strong>
      </p>
      <p>{adviceOn(error.code)}</p>
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
