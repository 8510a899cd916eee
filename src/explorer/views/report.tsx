/** The page of a report: its cycle, who contributed as far as that is known, what its paragraphs tell, and where it stands among the texts. */
import { withParameters } from '../address.js';
import { ContributionsByParagraph } from '../components/contributions-by-paragraph.js';
import { type Description, type DocumentFacts, DocumentFrame, type Part, readFact } from '../components/document-frame.js';
import { EntityName, type NamedEntity } from '../components/entity-name.js';
import type { EvidenceRow } from '../components/evidence.js';
import { More } from '../components/more.js';
import { Notice } from '../components/notice.js';
import type { Links } from '../components/relations.js';
import { SameEvidence } from '../components/same-evidence.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { asSentence, howFarListed, type Reading, readShortly } from '../facts-in-words.js';
import { type Connection, usePages } from '../paging.js';
import contributorsQuery from '../queries/contributors.graphql?raw';
import type { ThingViewProps } from '../routes.js';
import { count, dateInWords } from '../words.js';

interface ReportFacts extends DocumentFacts {
  series: string;
  cycle: number | null;
  cycleFrom: number | null;
  contributorList: Reading;
  contributorCount: number | null;
  ecosocSession: string | null;
  agendaItems: string | null;
  jobNumber: string | null;
  inputs: Links;
  contributors: { totalCount: number };
}

interface Contributor {
  node: NamedEntity;
  evidence: EvidenceRow[];
}
interface ContributorsAnswer {
  report: { contributors: Connection<Contributor> } | null;
}

const pickContributors = ({ report }: ContributorsAnswer) => report?.contributors;

function Contributors({ report }: { report: string }) {
  const pages = usePages<ContributorsAnswer, Contributor>(contributorsQuery, { id: report }, pickContributors);
  if (pages.error && pages.rows.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (!pages.data) return <Loading />;
  return (
    <>
      <SameEvidence label="Contributors" rows={pages.rows} show={({ node }) => <EntityName entity={node} />} />
      <More pages={pages} />
    </>
  );
}

function contributorPart({ id, contributors, contributorList, contributorCount }: ReportFacts): Part {
  const told = contributorCount === null ? '' : ` The report itself tells of ${count(contributorCount, 'contributor')}.`;
  return {
    title: 'Contributors',
    count: contributors.totalCount || undefined,
    content: (
      <>
        <Notice>
          {howFarListed(contributorList)}
          {told} <a href={withParameters('/coverage', { reports: id })}>Who contributed, who was silent, and of whom nothing is known</a>
        </Notice>
        {contributors.totalCount > 0 && <Contributors report={id} />}
      </>
    ),
  };
}

function contributionPart(id: string, contributions: number): Part {
  return {
    title: 'What its paragraphs tell',
    count: contributions || undefined,
    lead: 'What entities report having done, by paragraph; to be named in a paragraph is not yet to have done it.',
    content:
      contributions > 0 ? <ContributionsByParagraph document={id} /> : <Empty>No data: no contribution was read from its text.</Empty>,
  };
}

/** The year reported on, or the years where the cycle has several. */
const cycleInWords = ({ cycle, cycleFrom }: ReportFacts): string =>
  cycle === null ? '' : cycleFrom !== null && cycleFrom !== cycle ? `${cycleFrom}–${cycle}` : String(cycle);

function describe(report: ReportFacts, contributions: number): Description {
  const { id, series, date, citationsRead, contributorList, contributorCount, ecosocSession, agendaItems, jobNumber } = report;
  const isOfSession = series === 'CSTD_SESSION';
  const cycle = cycleInWords(report);
  return {
    lead: [
      date ? `Issued ${dateInWords(date)}` : 'Date of issue: no data',
      cycle ? `reporting cycle ${cycle}` : series === 'WSIS_PROGRESS' && 'reporting cycle: no data',
    ]
      .filter(Boolean)
      .join(', '),
    facts: [
      { name: 'Series', value: asSentence(series) },
      ...(isOfSession
        ? []
        : [
            { name: 'List of contributors', value: contributorList === 'NONE' ? undefined : `known: ${readShortly(contributorList)}` },
            { name: 'Contributors by its own count', value: contributorCount ?? undefined },
          ]),
      { name: 'Session of the Council', value: ecosocSession, ifAny: true },
      { name: 'Agenda items', value: agendaItems, ifAny: true },
      { name: 'Job number', value: jobNumber, ifAny: true },
      readFact(citationsRead, 'citations'),
    ],
    relations: [
      { name: 'Reviewed at', link: 'REVIEWED', direction: 'IN', links: report.reviewedAt },
      { name: 'Issued by', link: 'ISSUED', direction: 'IN', links: report.issuedBy },
      { name: 'Mandated by', link: 'MANDATES', direction: 'IN', links: report.mandatedBy },
      { name: 'Inputs', link: 'INPUT_TO', direction: 'IN', links: report.inputs },
    ],
    before: isOfSession && contributions === 0 ? [] : [contributorPart(report), contributionPart(id, contributions)],
  };
}

export default function ReportView({ id }: ThingViewProps) {
  return <DocumentFrame id={id} describe={describe} />;
}
