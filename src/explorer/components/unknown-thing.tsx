/** What is shown at the address of a thing that is not in the graph: that it is not, and what may have been meant. */
import { useAnswer } from '../api.js';
import type { Match } from '../finding.js';
import resolveQuery from '../queries/resolve.graphql?raw';
import { NodeLink } from './node-link.js';
import { Page } from './page.js';
import { Section } from './section.js';

export function UnknownThing({ id }: { id: string }) {
  const reference = id.slice(id.indexOf('/') + 1);
  const { data } = useAnswer<{ resolve: Match[] }>(resolveQuery, { reference });
  const match = data?.resolve[0];
  const near = match ? [...(match.node ? [match.node] : []), ...match.candidates, ...match.suggestions] : [];
  return (
    <Page
      title={`“${reference}” is not in this graph`}
      lead="That says nothing about whether it exists: the graph holds what its sources name."
    >
      {near.length > 0 && (
        <Section title="Was one of these meant?">
          <ul class="plain-list">
            {near.map((node) => (
              <li key={node.id}>
                <NodeLink node={node} withKind />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
