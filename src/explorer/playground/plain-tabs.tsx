/** @jsxImportSource react */
/**
 * Stands in for the package framer-motion in the build, of which GraphiQL uses only `Reorder`, to drag its tabs: an eighth of its size for little.
 * Its tabs hold two buttons each, which a tab must not; here they are a list of buttons, one of them current.
 */
import type { ReactNode, Ref } from 'react';

interface ListProps {
  ref?: Ref<HTMLUListElement>;
  className?: string;
  'aria-label'?: string;
  children?: ReactNode;
}

interface ItemProps {
  ref?: Ref<HTMLLIElement>;
  className?: string;
  'aria-selected'?: boolean;
  children?: ReactNode;
}

export const Reorder = {
  Group: ({ ref, className, 'aria-label': label, children }: ListProps) => (
    <ul ref={ref} className={className} aria-label={label}>
      {children}
    </ul>
  ),
  Item: ({ ref, className, 'aria-selected': isCurrent, children }: ItemProps) => (
    <li ref={ref} className={className} aria-current={isCurrent ? 'true' : undefined}>
      {children}
    </li>
  ),
};
