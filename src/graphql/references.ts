/** Reading the references in arguments: any form that a person would type becomes the one node it stands for. */
import type { NodeRecord } from '../domain/records.js';
import type { Kind } from '../domain/vocabulary.js';
import { badInput } from '../errors.js';
import type { Context } from './context.js';

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
  checkCount(context, argument, references);
  const nodes = await Promise.all(references.map((reference) => findReference(context, reference, kinds)));
  return Promise.all(nodes.map((node, index) => node?.id ?? refuseUnknown(context, argument, references[index] as string, kinds)));
}

/** Says what an unknown reference may have meant, or what it is if it is of another kind. */
async function refuseUnknown(context: Context, argument: string, reference: string, kinds: readonly Kind[]): Promise<never> {
  const wanted = kinds.map((kind) => kind.toLowerCase().replaceAll('_', ' ')).join(' or ');
  const [other, { suggestions }] = await Promise.all([context.loaders.match(reference), context.loaders.match(reference, kinds, true)]);
  if (other.node) throw badInput(`\`${argument}\`: "${brief(reference)}" is ${other.node.id}, not a ${wanted}.`, { argument });
  const ids = suggestions.map(({ id }) => id);
  const hint = ids.length ? ` Did you mean ${ids.join(' or ')}?` : '';
  throw badInput(`\`${argument}\`: no ${wanted} is known as "${brief(reference)}".${hint}`, { argument, suggestions: ids });
}

/** Refuses more ids than one argument may hold. */
export function checkCount({ limits }: Context, argument: string, ids: readonly unknown[]): void {
  if (ids.length <= limits.ids) return;
  throw badInput(`\`${argument}\` takes at most ${limits.ids} ids, not ${ids.length}. Ask in several requests.`, { argument });
}

/** A reference cut to what fits in a message. */
export const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
