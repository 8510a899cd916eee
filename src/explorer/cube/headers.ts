/** How the keys of the table are told: short code, title, and the words for dimensions and measures. */
import { asSentence } from '../facts-in-words.js';
import type { Thing } from '../words.js';
import type { Dimension, Measure } from './question.js';

/** A row or a column as the API gives it. */
export interface Header {
  key: string;
  label: string;
  total: number;
  node:
    | (Thing & {
        acronym?: string | null;
        code?: string;
        number?: number;
        symbol?: string | null;
        title?: string;
      })
    | null;
}

/** Each dimension in the singular and the plural. */
export const dimensionWords: Readonly<Record<Dimension, readonly [string, string]>> = {
  ENTITY: ['entity', 'entities'],
  ACTION_LINE: ['action line', 'action lines'],
  SDG: ['goal', 'goals'],
  REGION: ['region', 'regions'],
  ENTITY_CATEGORY: ['category of entity', 'categories of entity'],
  DOCUMENT: ['document', 'documents'],
  CYCLE: ['cycle', 'cycles'],
};

export const measureWords: Readonly<Record<Measure, readonly [string, string]>> = {
  CONTRIBUTIONS: ['contribution', 'contributions'],
  ENTITIES: ['entity', 'entities'],
  DOCUMENTS: ['document', 'documents'],
};

/** How a contribution stands to a key: "by ITU", "under C5". */
const standing: Readonly<Record<Dimension, string>> = {
  ENTITY: 'by',
  ACTION_LINE: 'under',
  SDG: 'for',
  REGION: 'in',
  ENTITY_CATEGORY: 'by the category',
  DOCUMENT: 'told in',
  CYCLE: 'of',
};

/** The short name of a key, where it has one: "ITU", "C7.e-health", "SDG 9", "A/76/64-E/2021/11". */
export function codeOf({ node }: Header): string | null {
  if (!node) return null;
  if (node.number !== undefined) return `SDG ${node.number}`;
  return node.acronym || node.code || node.symbol || null;
}

/** The name of a key without its short name: "International Telecommunication Union", "Civil society", "2020". */
export function titleOf({ node, label }: Header, dimension: Dimension): string {
  if (dimension === 'ENTITY_CATEGORY') return asSentence(label);
  if (dimension === 'CYCLE' || !node) return label;
  return node.title ?? node.name;
}

/** The whole name of a key: "C7 ICT applications: benefits in all aspects of life". */
export function nameOf(header: Header, dimension: Dimension): string {
  const [code, title] = [codeOf(header), titleOf(header, dimension)];
  return code && code !== title ? `${code} ${title}` : title;
}

/** The shortest name by which a key can be spoken of. */
export const shortOf = (header: Header, dimension: Dimension): string => codeOf(header) ?? titleOf(header, dimension);

/** "by ITU", "under C5", "in Africa". */
export const standingOf = (header: Header, dimension: Dimension): string => `${standing[dimension]} ${shortOf(header, dimension)}`;
