/** Reading the references in arguments: any form that a person would type becomes the one node it stands for. */
import type { NodeRecord } from '../domain/records.js';
import type { Kind } from '../domain/vocabulary.js';
import { badInput } from '../errors.js';
import type { Context } from './context.js';

/** The most ids that one argument may hold. */
export const greatestIdCount = 100;

/** The node of one of the kinds that a reference stands for; null for none; BAD_USER_INPUT with the candidates for several. */
export async function findReference(context: Context, reference: string, kinds?: readonly Kind[]): Promise<NodeRecord | null> {
  const match = await context.loaders.match(reference, kinds);
  if (match.status === 'AMBIGUOUS') {
    const candidates = match.candidates.map((node) => node.id);
    const shown =
      candidates.length > 5 ? `${candidates.slice(0, 5).join(', ')} or one of ${candidates.length - 5} more` : candidates.join(' or ');
    throw badInput(`"${brief(reference)}" can mean ${shown}. Give the id of the one you mean.`, { candidates });
  }
  return match.node;
}

/** The ids that the references of a filter stand for; an unknown one is refused by name. */
export async function requireReferences(
  context: Context,
  argument: string,
  references: readonly string[],
  kinds: readonly Kind[],
): Promise<string[]> {
  checkCount(argument, references);
  const nodes = await Promise.all(references.map((reference) => findReference(context, reference, kinds)));
  return nodes.map((node, index) => {
    if (!node) throw badInput(`\`${argument}\`: nothing is known as "${brief(references[index] as string)}".`, { argument });
    return node.id;
  });
}

/** Refuses more ids than one argument may hold. */
export function checkCount(argument: string, ids: readonly unknown[]): void {
  if (ids.length > greatestIdCount) {
    throw badInput(`\`${argument}\` takes at most ${greatestIdCount} ids, not ${ids.length}.`, { argument });
  }
}

/** A reference cut to what fits in a message. */
export const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
