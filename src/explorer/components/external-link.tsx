/** A link out of the explorer: it opens beside the page, says so, and tells the other side nothing. */
import type { ComponentChildren } from 'preact';

interface ExternalLinkProps {
  href: string;
  children: ComponentChildren;
}

/** Shown as plain text where the address is none of the web: an address of the dataset is never trusted to be one. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <a class="external" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}
