/**
 * What the examples of the researcher must answer, written by hand from the documents and the facts, not from an answer of the program.
 * Each check is given the data of the answer; the source of what it expects is in its comments.
 */
import { acts, type Data, type Evidence, ids, type Link, type Node, paragraphsOf, summit } from './shapes.js';

export const researcherChecks: Record<string, (data: Data) => void> = {
  'common-ground'({ commonAncestors }) {
    // both preambles name 70/1, 70/125 and the documents of Geneva and Tunis; 80/118, para. 66, takes note of 79/277, which 80/173 recalls
    expect(ids(commonAncestors)).toEqual(expect.arrayContaining([...acts('70/1', '70/125', '79/277', '79/1'), ...summit]));
    for (const text of acts('80/173', '80/118')) expect(ids(commonAncestors)).not.toContain(text);
  },
  'lineage-of-a-resolution'({ lineage }) {
    // A/RES/80/173, preamble and para. 2; A/RES/79/277, footnotes 2 and 4
    const depth = Object.fromEntries(lineage.nodes.map((one: { depth: number; document: Node }) => [one.document.id, one.depth]));
    for (const id of [...acts('70/125', '70/1', '79/277', '79/1'), ...summit]) expect({ id, depth: depth[id] }).toEqual({ id, depth: 1 });
    for (const id of acts('60/252', '59/220', '79/194')) expect({ id, depth: depth[id] }).toEqual({ id, depth: 2 });
    const [outcome, review] = acts('80/173', '70/125');
    expect(lineage.links).toContainEqual({ from: outcome, to: review, verb: 'RECALLS', where: 'PREAMBLE', paragraph: 'PP1' });
    expect(lineage.truncated).toBe(false);
  },
  'paths-between-two-texts'({ paths }) {
    // the shortest: A/RES/80/173, PP4, recalls 79/277, whose footnote 4 hangs on "Recalling"
    const [outcome, modalities, endorsement] = acts('80/173', '79/277', '60/252');
    expect(ids(paths[0].documents)).toEqual([outcome, modalities, endorsement]);
    expect(paths[0].links).toMatchObject([
      { verb: 'RECALLS', where: 'PREAMBLE', paragraph: 'PP4' },
      { verb: 'RECALLS', where: 'FOOTNOTE', paragraph: 'PP1', evidence: [{ footnote: 4 }] },
    ]);
    expect(paths).toHaveLength(5);
  },
  'session-of-the-commission'({ session }) {
    // sessions.json, CSTD 24; facts/README.md on its report
    expect(session).toMatchObject({ number: 24, startDate: '2021-05-17', endDate: '2021-05-21', place: 'virtual' });
    expect(session.chair).toContain('Peter Major');
    expect(session.themes).toHaveLength(2);
    expect(ids(session.reviewed)).toEqual(expect.arrayContaining(['report/A/76/64-E/2021/11', 'report/E/CN.16/2021/2']));
    expect(ids(session.recommended)).toEqual(['resolution/E/RES/2021/28', 'resolution/E/RES/2021/29']);
    expect([session.report.id, session.previous.id, session.next.id]).toEqual(['report/E/2021/31', 'session/CSTD-23', 'session/CSTD-25']);
  },
  'what-a-text-cites'({ document }) {
    // A/RES/79/277: recitals 1 to 6 and footnotes 1 to 6, in that order
    const edges = document.cites.edges as (Link & { node: Node; evidence: Evidence[] })[];
    const cited = edges.map(({ node }) => node.id);
    expect(new Set(cited)).toEqual(new Set([...summit, ...acts('59/220', '60/252', '70/125', '79/194', '70/1')]));
    expect(edges.filter(({ where }) => where === 'FOOTNOTE').map(({ node, evidence }) => [node.id, evidence[0]?.footnote])).toEqual([
      ['resolution/A/RES/59/220', 2],
      ['resolution/A/RES/60/252', 4],
      ['resolution/A/RES/70/1', 6],
    ]);
    const places = edges.map(({ paragraph }) => Number(paragraph?.replace('PP', '')));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const citing = document.citedBy.edges.map(({ node, verb, paragraph }: Link & { node: Node }) => `${node.id} ${verb} ${paragraph}`);
    expect(citing).toEqual(expect.arrayContaining(['resolution/A/RES/80/173 RECALLS PP4', 'resolution/A/RES/80/118 TAKES_NOTE_OF 66']));
  },
  'what-is-due'({ session }) {
    // A/RES/80/173, paras. 67, 113 and 117: "at its thirtieth session, in 2027"
    expect(session).toMatchObject({ id: 'session/CSTD-30', startDate: null, previous: { id: 'session/CSTD-29' }, next: null });
    const due = session.asksDue.nodes.filter(({ document }: { document: { symbol: string } }) => document.symbol === 'A/RES/80/173');
    expect(paragraphsOf(due)).toEqual([67, 113, 117]);
    expect(due.map(({ verb }: { verb: string }) => verb)).toEqual(['REQUESTS', 'REQUESTS', 'REQUESTS']);
  },
  'what-was-asked-of-whom'({ resolution }) {
    // A/RES/80/173: facts/README.md names paragraphs that ask, and 109, 115 and 123 that only note, welcome or recognize
    const asks = resolution.asks.nodes as {
      paragraph: string;
      verb: string;
      addressees: Node[];
      dueAt: Node | null;
      dueYear: number | null;
    }[];
    const paragraphs = paragraphsOf(asks);
    expect(paragraphs).toEqual([...paragraphs].sort((a, b) => a - b));
    expect(paragraphs).toEqual(
      expect.arrayContaining([53, 67, 86, 98, 99, 100, 107, 108, 110, 111, 112, 113, 117, 121, 122, 124, 125, 126, 127]),
    );
    for (const silent of [109, 115, 119, 120, 123]) expect(paragraphs).not.toContain(silent);
    const at = (paragraph: number) => asks.filter((ask) => Number(ask.paragraph) === paragraph);
    expect(at(122)).toMatchObject([{ verb: 'REQUESTS', addressees: [{ id: 'entity/UNGIS' }], dueAt: { id: 'session/CSTD-29' } }]);
    expect(at(127)).toMatchObject([
      { verb: 'REQUESTS', addressees: [{ id: 'entity/General-Assembly' }], dueAt: { id: 'event/ga-hlm-2035' } },
    ]);
    expect(at(124)[0]?.addressees).toMatchObject([{ id: 'entity/Secretary-General' }]);
    expect(resolution.adoptedOn).toBe('2025-12-17');
  },
};
