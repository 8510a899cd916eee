/** The plain records that travel between dataset, stores and API: no classes, no behaviour. */
import type { Kind, LinkName, Method, Where } from './vocabulary.js';

export type Value = string | number | boolean | readonly string[] | null;

/** Why a fact is believed: the document or source that states it, where in it, and how it was read. */
export interface Evidence {
  /** id of the document in the graph, or null where the source is only named */
  document: string | null;
  title: string | null;
  url: string | null;
  /** "12" operative, "PP3" third of the preamble, "27" of a report; null where it is not known */
  paragraph: string | null;
  footnote: number | null;
  where: Where | null;
  /** ISO 639-1 code of the text that was read, or null where it is not known */
  language: string | null;
  method: Method;
  /** 0 to 1, or null where nobody gave one */
  confidence: number | null;
  /** name of the rule of an INFERRED fact */
  rule: string | null;
  note: string | null;
}

/** A node of which the `sources` may be left out. */
export interface NodeSummary {
  id: string;
  kind: Kind;
  name: string;
  alternateNames: readonly string[];
  sameAs: readonly string[];
  sources?: readonly Evidence[];
  [property: string]: Value | readonly Evidence[] | undefined;
}

/** A node with the properties of its kind beside the common ones (see graph.ts). */
export interface NodeRecord extends NodeSummary {
  sources: readonly Evidence[];
}

/** A link of which the `evidence` may be left out. Identity: link, from, to, and verb for CITES. */
export interface LinkSummary {
  link: LinkName;
  from: string;
  to: string;
  evidence?: readonly Evidence[];
  [property: string]: Value | readonly Evidence[] | undefined;
}

/** A link with its properties and at least one piece of evidence, in the order of the text. */
export interface LinkRecord extends LinkSummary {
  evidence: readonly Evidence[];
}

/** A source of the dataset as a whole, as dataset.json names it. */
export interface DatasetSource {
  title: string;
  url: string | null;
  licence: string | null;
}

/** A rule by which INFERRED facts follow. */
export interface InferenceRule {
  name: string;
  /** when it holds, and what follows */
  meaning: string;
}

/** A whole graph: what the reader makes from CSV, what a store is loaded with, and what it exports. */
export interface Dataset {
  /** calendar version and checksum, such as "2026.11+0123456789ab" */
  version: string;
  licence: string;
  sources: readonly DatasetSource[];
  rules: readonly InferenceRule[];
  nodes: readonly NodeRecord[];
  links: readonly LinkRecord[];
}
