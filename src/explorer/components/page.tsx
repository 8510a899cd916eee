/** The frame of every view: its title in the tab and as the heading, which gets the focus after a navigation so that it is read aloud. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Kind } from '../words.js';
import { KindBadge } from './kind-badge.js';

/** The first page is shown by the browser itself, which leaves the focus at its beginning. */
let navigated = false;

interface PageProps {
  title: string;
  /** a shorter title for the tab, such as the symbol */
  tab?: string;
  /** the kind of thing that the page is about, shown above the title */
  kind?: Kind;
  /** a sentence or a few facts below the title */
  lead?: ComponentChildren;
  /** links or buttons beside the title */
  actions?: ComponentChildren;
  /** whether it may use the whole width of a large screen, as a heat map does */
  wide?: boolean;
  children?: ComponentChildren;
}

export function Page({ title, tab, kind, lead, actions, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab ?? title} · WSIS graph`;
  }, [tab, title]);
  useEffect(() => {
    const isTyping = document.activeElement?.matches('input, textarea, select');
    if (navigated && !isTyping) heading.current?.focus({ preventScroll: true });
    navigated = true;
  }, []);
  return (
    <article class={wide ? 'page page-wide' : 'page'}>
      <header class="page-head">
        <div class="page-title">
          {kind && <KindBadge kind={kind} />}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div class="page-lead">{lead}</div>}
        </div>
        {actions && <div class="page-actions">{actions}</div>}
      </header>
      {children}
    </article>
  );
}
