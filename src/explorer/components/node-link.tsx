/** A link to a thing's own page, by its name. */
import type { ComponentChildren } from 'preact';
import { addressOf } from '../address.js';
import type { Thing } from '../words.js';
import { KindBadge } from './kind-badge.js';

interface NodeLinkProps {
  node: Thing;
  /** what to show in place of the name, such as a symbol or an acronym; the name is then told on hover */
  children?: ComponentChildren;
  /** whether to say of what kind it is, where a list mixes several */
  withKind?: boolean;
}

export function NodeLink({ node, children, withKind = false }: NodeLinkProps) {
  const link = (
    <a class="node-link" href={addressOf(node.id)} title={children ? node.name : undefined}>
      {children ?? node.name}
    </a>
  );
  if (!withKind) return link;
  return (
    <span class="node-with-kind">
      {link} <KindBadge kind={node.kind} />
    </span>
  );
}
