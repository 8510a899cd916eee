/** What a reader may not conclude from what is shown, in a line where it cannot be overlooked. */
import type { ComponentChildren } from 'preact';
import './notice.css';

export function Notice({ children }: { children: ComponentChildren }) {
  return (
    <p class="notice" role="note">
      {children}
    </p>
  );
}
