/** The resolutions that nobody has read: what somebody could read next. */
import { ExternalLink } from '../components/external-link.js';
import { More } from '../components/more.js';
import { NodeLink } from '../components/node-link.js';
import { Section } from '../components/section.js';
import { Empty, Loading, Problem } from '../components/state.js';
import { lookUp } from '../components/text-link.js';
import { type Connection, usePages } from '../paging.js';
import unreadQuery from '../queries/unread-resolutions.graphql?raw';
import { count, dateInWords, type Thing } from '../words.js';

type UnreadResolution = Thing & {
  symbol: string | null;
  title: string;
  date: string | null;
  url: string | null;
  citedBy: { totalCount: number };
};

const pickUnread = ({ resolutions }: { resolutions: Connection<UnreadResolution> }) => resolutions;

export function Unread() {
  const pages = usePages<{ resolutions: Connection<UnreadResolution> }, UnreadResolution>(unreadQuery, {}, pickUnread);
  const { rows } = pages;
  return (
    <Section
      title="Resolutions that nobody has read"
      count={pages.total}
      lead="Known because others cite them, newest first. What they cite and ask is not here: each of them read would add to the graph."
    >
      {rows.length > 0 ? (
        <ul class="unread">
          {rows.map((row) => (
            <UnreadRow key={row.id} row={row} />
          ))}
        </ul>
      ) : pages.error ? (
        <Problem error={pages.error} again={pages.again} />
      ) : pages.loading ? (
        <Loading />
      ) : (
        <Empty>Every resolution in the graph was read, at least in part.</Empty>
      )}
      <More pages={pages} />
    </Section>
  );
}

function UnreadRow({ row }: { row: UnreadResolution }) {
  const { symbol, name, title, date, citedBy } = row;
  const text = row.url ?? lookUp(symbol);
  return (
    <li class="unread-row">
      <span>
        <NodeLink node={row}>{symbol ?? name}</NodeLink>
        {text && (
          <>
            {' '}
            <ExternalLink href={text}>text</ExternalLink>
          </>
        )}
      </span>
      <span>{title === symbol ? <span class="gap-note">title not known</span> : title}</span>
      <span class="gap-note">
        {date ? `adopted ${dateInWords(date)}` : 'date not known'} · cited by {count(citedBy.totalCount, 'text')}
      </span>
    </li>
  );
}
