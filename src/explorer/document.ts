/** Completes a GraphQL document with the fragments of fragments/ that it uses, so that each question can share them and still be copied whole. */
import counted from './fragments/counted.graphql?raw';
import evidence from './fragments/evidence.graphql?raw';
import links from './fragments/links.graphql?raw';
import page from './fragments/page.graphql?raw';
import thing from './fragments/thing.graphql?raw';

const fragments: Readonly<Record<string, string>> = {
  CountedFields: counted,
  EvidenceFields: evidence,
  LinkFields: links,
  PageFields: page,
  ThingFields: thing,
};

/** The document with every shared fragment that it or one of these spreads; as it is when it spreads none. */
export function complete(document: string): string {
  const parts = [document];
  // What is appended meanwhile is looked through in its turn.
  for (const part of parts) {
    for (const [name, fragment] of Object.entries(fragments)) {
      if (part.includes(`...${name}`) && !parts.includes(fragment)) parts.push(fragment);
    }
  }
  return parts.map((part) => part.trim()).join('\n\n');
}
