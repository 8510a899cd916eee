/** How a thing is linked to others, relation by relation: each of the others in a line, with the evidence of the link. */
import type { ComponentChildren } from 'preact';
import { type Connection, usePages } from '../paging.js';
import linksQuery from '../queries/links.graphql?raw';
import { Evidence, type EvidenceRow } from './evidence.js';
import { More } from './more.js';
import { type Line, ThingLine } from './thing-line.js';
import './relations.css';

export interface Link {
  node: Line;
  evidence: EvidenceRow[];
}
export type Links = Connection<Link>;

interface Answer {
  node: { links: Links } | null;
}

const pickLinks = ({ node }: Answer) => node?.links;

export interface Relation {
  /** what the others are to the thing: "Mandated by" */
  name: string;
  link: string;
  direction: 'OUT' | 'IN';
  /** the first page, as the question of the view gave it */
  links: Links | null | undefined;
}

interface LinkListProps extends Omit<Relation, 'name'> {
  id: string;
  /** whether it mixes kinds, so that each says its own */
  withKind?: boolean;
  /** places of evidence that are shown at once */
  shown?: number;
}

/** The things at the other end of one kind of link; of a longer list, the rest on demand. */
export function LinkList({ id, link, direction, links, withKind, shown }: LinkListProps) {
  const isLong = Boolean(links?.pageInfo.hasNextPage);
  const pages = usePages<Answer, Link>(isLong ? linksQuery : null, { id, link, direction }, pickLinks);
  const rows = isLong && pages.rows.length > 0 ? pages.rows : (links?.edges ?? []);
  return (
    <>
      <ul class="link-list">
        {rows.map(({ node, evidence }) => (
          <li key={node.id} class="link-row">
            <ThingLine node={node} withKind={withKind} />
            <Evidence evidence={evidence} shown={shown} />
          </li>
        ))}
      </ul>
      {isLong && <More pages={pages} />}
    </>
  );
}

interface RelationsProps {
  id: string;
  relations: readonly Relation[];
  /** what is said where there are none */
  none?: ComponentChildren;
}

export const hasLinks = ({ links }: Pick<Relation, 'links'>): boolean => (links?.edges?.length ?? 0) > 0;

/** Several relations below one another; those that hold nothing are left out. */
export function Relations({ id, relations, none }: RelationsProps) {
  const known = relations.filter(hasLinks);
  if (known.length === 0) return <>{none}</>;
  return (
    <dl class="relations">
      {known.map(({ name, ...relation }) => (
        <div key={name} class="relation">
          <dt>{name}</dt>
          <dd>
            <LinkList id={id} {...relation} shown={1} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
