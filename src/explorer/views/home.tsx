/** The first page: the search, the questions of the three users as links to their answers, and the action lines. */
import { lineageOf, withParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { NodeLink } from '../components/node-link.js';
import { Page } from '../components/page.js';
import { SearchBox } from '../components/search-box.js';
import { Section } from '../components/section.js';
import { Loading, Problem } from '../components/state.js';
import homeQuery from '../queries/home.graphql?raw';
import metaQuery from '../queries/meta.graphql?raw';
import { type Kind, kindWords, type Thing } from '../words.js';
import './home.css';

const latestReview = 'resolution/A/RES/80/173';
const firstCall = 'resolution/A/RES/56/183';

interface Question {
  asks: string;
  address: string;
}

const askers: readonly { who: string; about: string; questions: readonly Question[] }[] = [
  {
    who: 'The analyst',
    about: 'Who reported, in which cycle, and where does it say so?',
    questions: [
      { asks: 'Who reported on C5, cybersecurity?', address: '/action-line/C5' },
      { asks: 'Who reported on C7 and its sub-lines?', address: '/action-line/C7' },
      { asks: 'Who has gone silent?', address: '/coverage' },
      { asks: 'What is not in the graph yet?', address: '/completeness' },
    ],
  },
  {
    who: 'The dashboard',
    about: 'How do entities, lines, goals and regions cross?',
    questions: [
      { asks: 'Entities by action line', address: withParameters('/cube', { rows: 'ENTITY', columns: 'ACTION_LINE' }) },
      { asks: 'Action lines by goal', address: withParameters('/cube', { rows: 'ACTION_LINE', columns: 'SDG' }) },
      { asks: 'Entities by region', address: withParameters('/cube', { rows: 'ENTITY', columns: 'REGION' }) },
      { asks: 'What the WSIS–SDG Matrix claims, and what was reported', address: '/claims' },
    ],
  },
  {
    who: 'The researcher',
    about: 'What does a text rest on, by which verb, in which paragraph?',
    questions: [
      { asks: 'The lineage of A/RES/80/173', address: withParameters(lineageOf(latestReview), { depth: 2 }) },
      {
        asks: 'From A/RES/80/173 back to the call for the Summit',
        address: withParameters('/paths', { from: latestReview, to: firstCall }),
      },
      { asks: 'What A/RES/80/173 asks, and of whom', address: '/resolution/A/RES/80/173' },
      { asks: 'What is due at the next session', address: '/due' },
    ],
  },
];

type Line = Thing & { code: string; title: string; parent: { id: string } | null };

/** The eleven lines, each with its sub-lines below it. */
function ActionLines({ lines }: { lines: readonly Line[] }) {
  return (
    <ol class="lines">
      {lines
        .filter(({ parent }) => !parent)
        .map((line) => (
          <li key={line.id} class="line">
            <span class="line-code">{line.code}</span>
            <span>
              <NodeLink node={line}>{line.title}</NodeLink>
              <SubLines lines={lines.filter(({ parent }) => parent?.id === line.id)} />
            </span>
          </li>
        ))}
    </ol>
  );
}

function SubLines({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="sub-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <NodeLink node={line}>{line.title}</NodeLink>
        </li>
      ))}
    </ul>
  );
}

/** How much is in the graph, in the order of its vocabulary. */
function Holdings() {
  const { data } = useAnswer<{ meta: { counts: { kind: Kind; count: number }[] } }>(metaQuery);
  return (
    <ul class="holdings" aria-label="What is in the graph">
      {data?.meta.counts.map(({ kind, count }) => (
        <li key={kind} data-kind={kind}>
          <b>{count.toLocaleString('en')}</b> {kindWords[kind][count === 1 ? 0 : 1]}
        </li>
      ))}
    </ul>
  );
}

export default function Home() {
  const { data, error, again } = useAnswer<{ actionLines: { nodes: Line[] } }>(homeQuery);
  return (
    <Page
      title="Twenty years of following up the World Summit on the Information Society"
      tab="Explore"
      lead="Who reported what on which action line, which resolution rests on which, what was asked of whom — each fact with the paragraph that proves it."
    >
      <SearchBox large />
      <Holdings />
      <div class="askers">
        {askers.map(({ who, about, questions }) => (
          <section key={who} class="asker">
            <h2>{who}</h2>
            <p>{about}</p>
            <ul>
              {questions.map(({ asks, address }) => (
                <li key={address}>
                  <a href={address}>{asks}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Section title="The action lines">
        {error ? <Problem error={error} again={again} /> : data ? <ActionLines lines={data.actionLines.nodes} /> : <Loading />}
      </Section>
    </Page>
  );
}
