/** What the checks of the examples share: the shapes of answers, and names that several of them need. */

export interface Node {
  id: string;
  name?: string;
}
export interface Evidence {
  document?: { symbol: string | null; title?: string } | null;
  title?: string | null;
  url?: string | null;
  paragraph: string | null;
  footnote: number | null;
  where: string | null;
  method: string;
  rule?: string | null;
}
export interface Link {
  from: string;
  to: string;
  verb: string;
  where: string | null;
  paragraph: string | null;
}
export interface Connection<T> {
  totalCount: number;
  nodes: T[];
  edges: (T & { node: Node & Record<string, unknown>; evidence: Evidence[] })[];
}
// biome-ignore lint/suspicious/noExplicitAny: each example has a shape of its own, which its check states by what it reads
export type Data = any;

export const ids = (nodes: readonly Node[]) => nodes.map(({ id }) => id);
export const acts = (...symbols: string[]) => symbols.map((symbol) => `resolution/A/RES/${symbol}`);
export const summit = ['WSIS-03/GENEVA/DOC/4', 'WSIS-03/GENEVA/DOC/5', 'WSIS-05/TUNIS/DOC/6(Rev.1)', 'WSIS-05/TUNIS/DOC/7'].map(
  (id) => `outcome-document/${id}`,
);
export const paragraphsOf = (asks: { paragraph: string }[]) => asks.map(({ paragraph }) => Number(paragraph));

/** A/76/64-E/2021/11, footnote 1: 29 contributors. */
export const contributors = [
  ...['APC', 'AUC', 'CoE', 'DESA', 'ECE', 'ECLAC', 'ESCAP', 'ESCWA', 'FAO', 'IFLA', 'IGF-secretariat', 'ISOC', 'ITC', 'ITU', 'OECD'],
  ...['UN-Women', 'UNCTAD', 'UNDP', 'UNEP', 'UNESCO', 'UNGIS', 'UNICEF', 'UNIDO', 'UNODC', 'WHO', 'WIPO', 'WMO', 'World-Bank', 'WTO'],
].map((name) => `entity/${name}`);
