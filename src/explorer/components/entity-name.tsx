/** An entity by its name, with the acronym by which everybody knows it. */
import type { Thing } from '../words.js';
import { NodeLink } from './node-link.js';

export interface NamedEntity extends Thing {
  acronym?: string | null;
}

export function EntityName({ entity }: { entity: NamedEntity }) {
  const { name, acronym } = entity;
  return (
    <>
      <NodeLink node={entity} />
      {acronym && acronym !== name && <span class="count"> {acronym}</span>}
    </>
  );
}
