/** What makes two rows of a link file one link. */
import { linkSpecs } from './graph.js';
import type { LinkRecord } from './records.js';

/** Kind of link, both ends, and the verb of a citation. */
export const linkKey = (link: LinkRecord): string =>
  [link.link, link.from, link.to, ...linkSpecs[link.link].identity.map((property) => link[property])].join('\t');
