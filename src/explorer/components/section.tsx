/** A part of a page under a heading of its own, to which an address can point. */
import type { ComponentChildren } from 'preact';

interface SectionProps {
  title: string;
  /** how many things it lists, shown beside the title */
  count?: number;
  /** a sentence on what is shown and what is not */
  lead?: ComponentChildren;
  /** links or buttons at the right of the title */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

/** "Who reported" as "who-reported": the id of a section, for links within the page. */
export const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

export function Section({ title, count, lead, actions, children }: SectionProps) {
  const id = anchorOf(title);
  return (
    <section class="section" aria-labelledby={id}>
      <div class="section-head">
        <h2 id={id}>
          {title}
          {count !== undefined && <span class="count"> {count.toLocaleString('en')}</span>}
        </h2>
        {actions && <div class="section-actions">{actions}</div>}
      </div>
      {lead && <p class="section-lead">{lead}</p>}
      {children}
    </section>
  );
}
