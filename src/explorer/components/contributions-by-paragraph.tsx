/** The contributions that a document describes, in the order of its paragraphs. */
import { usePages } from '../paging.js';
import query from '../queries/tagged-contributions.graphql?raw';
import { capital, paragraphInWords } from '../words.js';
import { type ContributionRow, Contributions, type ContributionsAnswer, pickContributions } from './contribution-list.js';
import { More } from './more.js';
import { Loading, Problem } from './state.js';
import './contributions-by-paragraph.css';

/** Rows of one paragraph together; the API gives them in its order. */
function byParagraph(rows: readonly ContributionRow[]): { paragraph: string; rows: ContributionRow[] }[] {
  const groups: { paragraph: string; rows: ContributionRow[] }[] = [];
  for (const row of rows) {
    const paragraph = row.paragraph ? capital(paragraphInWords(row.paragraph)) : 'Without a paragraph';
    const last = groups.at(-1);
    if (last?.paragraph === paragraph) last.rows.push(row);
    else groups.push({ paragraph, rows: [row] });
  }
  return groups;
}

export function ContributionsByParagraph({ document }: { document: string }) {
  const pages = usePages<ContributionsAnswer, ContributionRow>(query, { filter: { documents: [document] }, first: 50 }, pickContributions);
  if (pages.error && pages.rows.length === 0) return <Problem error={pages.error} again={pages.again} />;
  if (!pages.data) return <Loading />;
  return (
    <>
      {byParagraph(pages.rows).map(({ paragraph, rows }) => (
        <section key={paragraph} class="told" aria-label={paragraph}>
          <h3>{paragraph}</h3>
          <Contributions rows={rows} label={paragraph} />
        </section>
      ))}
      <More pages={pages} />
    </>
  );
}
