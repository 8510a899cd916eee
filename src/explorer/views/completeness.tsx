/** What is not in the graph yet, with figures; by which rules facts were inferred; sources, terms, and how to help. */
import { withParameters } from '../address.js';
import { useAnswer } from '../api.js';
import { ExternalLink } from '../components/external-link.js';
import { NodeLink } from '../components/node-link.js';
import { Notice } from '../components/notice.js';
import { Page } from '../components/page.js';
import { anchorOf, Section } from '../components/section.js';
import { Sign } from '../components/sign.js';
import { Loading, Problem } from '../components/state.js';
import { Table } from '../components/table.js';
import { lookUp } from '../components/text-link.js';
import { readShortly } from '../facts-in-words.js';
import completenessQuery from '../queries/completeness.graphql?raw';
import { count, type Thing } from '../words.js';
import './completeness.css';
import { cycleOf, listWords, type Reading } from './coverage-words.js';
import { Provenance } from './provenance.js';
import { Shares } from './shares.js';
import { Unread } from './unread.js';

interface ReportGap {
  contributorList: Reading;
  contributorsKnown: number;
  contributionsKnown: number;
  note: string | null;
  report: Thing & {
    symbol: string | null;
    date: string | null;
    url: string | null;
    cycle: number | null;
    cycleFrom: number | null;
    contributorCount: number | null;
    citationsRead: Reading;
  };
}

interface Counted {
  totalCount: number;
}
interface Spread extends Counted {
  facets: { axis: string; missing: number }[];
}

interface Answer {
  completeness: {
    reports: ReportGap[];
    documentsRead: { full: number; partial: number; none: number };
    statedTags: number;
    inferredTags: number;
    unverifiedFacts: number;
  };
  full: Counted;
  partial: Counted;
  none: Counted;
  contributions: Spread;
  asks: Spread;
}

export default function CompletenessView() {
  const { data, error, again } = useAnswer<Answer>(completenessQuery);
  return (
    <Page
      title="What is missing"
      lead="What is not in the graph yet, so that an absence here is not taken for one in the world."
      actions={
        <>
          <a class="button" href="/coverage">
            Coverage
          </a>
          <a class="button" href={withParameters('/playground', { example: 'what-is-missing' })}>
            The question in GraphQL
          </a>
        </>
      }
    >
      <Notice>
        <strong>A zero here means “none known”.</strong> The graph holds what somebody has read so far. Who is not named may have acted;
        what cites nothing may not have been read; a question with a small answer may have a large one.
      </Notice>
      {error ? <Problem error={error} again={again} /> : data ? <Gaps answer={data} /> : <Loading what="Counting what is missing" />}
      <Unread />
      <Provenance />
      <Help />
    </Page>
  );
}

const missing = ({ facets }: Spread, axis: string): number => facets.find((facet) => facet.axis === axis)?.missing ?? 0;

function Gaps({ answer }: { answer: Answer }) {
  const { reports, documentsRead, statedTags, inferredTags, unverifiedFacts } = answer.completeness;
  const { full, partial, none } = documentsRead;
  const { contributions, asks } = answer;
  const whole = reports.filter(({ contributorList }) => contributorList === 'FULL').length;
  const told = reports.filter(({ contributionsKnown }) => contributionsKnown > 0).length;
  return (
    <>
      <ul class="figures" aria-label="In short">
        <Figure
          number={whole}
          of={reports.length}
          about="Annual reports"
          words="annual reports have their whole list of contributors here"
        />
        <Figure
          number={told}
          of={reports.length}
          about="Annual reports"
          words="annual reports have activities here, read from their paragraphs"
        />
        <Figure
          number={full}
          of={full + partial + none}
          about="Documents read for citations"
          words="documents were read in full for what they cite"
        />
        <Figure
          number={inferredTags}
          of={statedTags + inferredTags}
          about="Contributions and their tags"
          words="tags of contributions are inferred, not stated"
        />
        <Figure number={unverifiedFacts} about="Facts without a source" words="facts had no source at hand" />
      </ul>
      <Section
        title="Annual reports"
        count={reports.length}
        lead="How much of each report of the Secretary-General is known. Only where the whole list of contributors is known can silence be told."
      >
        <Reports reports={reports} />
      </Section>
      <Section
        title="Documents read for citations"
        count={full + partial + none}
        lead="A document that was not read cites nothing here, whatever it cites; in a lineage it is a leaf that says so."
      >
        <Shares
          label="Documents by how far they were read"
          parts={[
            { words: 'read in full', number: full },
            { words: 'read in part: an excerpt, a copy without footnotes', number: partial },
            { words: 'not read: known because others cite or name them', number: none },
          ]}
        />
        <p>
          Of the {count(answer.full.totalCount + answer.partial.totalCount + answer.none.totalCount, 'resolution')} among them,{' '}
          {answer.full.totalCount} were read in full, {answer.partial.totalCount} in part, {answer.none.totalCount} not.
        </p>
      </Section>
      <Section
        title="Contributions and their tags"
        count={contributions.totalCount}
        lead="A contribution stands under an action line, a goal or a region by a tag: stated by the text, or inferred from the subject by a rule."
      >
        <Shares
          label="Tags by how they came about"
          parts={[
            { words: 'tags stated by a text', number: statedTags },
            { words: 'tags inferred by a rule', number: inferredTags },
          ]}
        />
        <ul class="plain-list" aria-label="Contributions without a tag">
          <li>{count(missing(contributions, 'ACTION_LINE'), 'contribution')} without an action line</li>
          <li>{count(missing(contributions, 'SDG'), 'contribution')} without a goal</li>
          <li>{count(missing(contributions, 'REGION'), 'contribution')} without a region; one told at the international level has none</li>
          <li>{count(missing(contributions, 'CYCLE'), 'contribution')} of unknown cycle</li>
        </ul>
      </Section>
      <Section title="Asks" count={asks.totalCount} lead="What resolutions and decisions ask, as far as their texts were read.">
        <ul class="plain-list" aria-label="Asks of which something is missing">
          <li>
            {count(missing(asks, 'DUE_YEAR'), 'ask')} without a date: see <a href="/due?when=all">what is due</a>
          </li>
          <li>{count(missing(asks, 'ADDRESSEE'), 'ask')} that name no entity, but a class of addressee or nobody</li>
        </ul>
      </Section>
      <Section title="Facts without a source" count={unverifiedFacts}>
        <p>
          Nodes and links for which no source was at hand are in the graph so that they can be found and mended. Wherever they are shown
          they are marked as unverified; do not rely on them.
        </p>
      </Section>
    </>
  );
}

interface FigureProps {
  number: number;
  of?: number;
  /** title of the section that tells more */
  about: string;
  words: string;
}

function Figure({ number, of, about, words }: FigureProps) {
  return (
    <li class="figure">
      <a href={`#${anchorOf(about)}`} class="figure-number">
        {number.toLocaleString('en')}
        {of !== undefined && <small> of {of.toLocaleString('en')}</small>}
      </a>
      <p>{words}</p>
    </li>
  );
}

function Reports({ reports }: { reports: readonly ReportGap[] }) {
  return (
    <div class="reports-known">
      <Table
        caption="Annual reports and how much of each is known"
        rows={reports}
        keyOf={({ report }) => report.id}
        stacks
        columns={[
          { title: 'Report', head: true, cell: ({ report }) => <ReportName report={report} /> },
          { title: 'Cycle', numeric: true, cell: ({ report }) => cycleOf(report) },
          {
            title: 'List of contributors',
            short: true,
            cell: ({ contributorList }) => (
              <span class="known-sign">
                <Sign name={listWords[contributorList].sign} /> {listWords[contributorList].word}
              </span>
            ),
          },
          {
            title: 'Contributors',
            numeric: true,
            cell: ({ contributorsKnown, report: { contributorCount } }) =>
              contributorCount === null ? contributorsKnown : `${contributorsKnown} of ${contributorCount}`,
          },
          { title: 'Activities', numeric: true, cell: ({ contributionsKnown }) => contributionsKnown },
          { title: 'Citations read', short: true, cell: ({ report }) => readShortly(report.citationsRead) },
          { title: 'Note', cell: ({ note }) => note && <Note text={note} /> },
        ]}
      />
    </div>
  );
}

function ReportName({ report }: { report: ReportGap['report'] }) {
  const text = report.url ?? lookUp(report.symbol);
  return (
    <span class="report-name">
      <NodeLink node={report}>{report.symbol ?? report.name}</NodeLink>
      {text && (
        <>
          {' '}
          <ExternalLink href={text}>text</ExternalLink>
        </>
      )}
    </span>
  );
}

/** So much of a note is read at a glance; the rest opens. */
const glance = 90;

function Note({ text }: { text: string }) {
  if (text.length <= glance) return <span class="gap-note">{text}</span>;
  return (
    <details class="gap-note">
      <summary>
        <span class="gap-glance">{text.slice(0, text.lastIndexOf(' ', glance - 12))} …</span>
        <span class="gap-fold">Fold</span>
      </summary>
      {text}
    </details>
  );
}

function Help() {
  return (
    <Section title="How to help">
      <ul class="help">
        <li>
          <strong>Bring a text that is missing.</strong> Take an annual report or a resolution from the lists above (the links lead to the
          UN’s own pages) and let the program read it: <code>npx wsis-graph ingest FILE.pdf</code>. It proposes facts, each with its
          paragraph; a person checks them. <code>seed/README.md</code> tells the steps for next year’s report.
        </li>
        <li>
          <strong>Mend a fact.</strong> Each fact shows where it comes from. If the document says otherwise, the document counts:{' '}
          <code>CONTRIBUTING.md</code> says how to change a row with its evidence.
        </li>
        <li>
          <strong>Write a summary.</strong> Many asks were read by a program and say no more than verb, addressee and date:{' '}
          <a href="/due?when=all">see them by date</a>.
        </li>
        <li>
          <strong>Ask for the gaps yourself.</strong> The figures of this page are one question to the public API:{' '}
          <a href={withParameters('/playground', { example: 'what-is-missing' })}>open it in the playground</a>.
        </li>
      </ul>
    </Section>
  );
}
