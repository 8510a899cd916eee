/** The WSIS–SDG Matrix and the citations of the facts, cell by cell and link by link. */
import { type Api, seedApi } from '../support/api.js';
import { describeWithFacts, facts, plainSymbol } from '../support/facts.js';

let api: Api;
beforeAll(async () => {
  api = await seedApi();
});

interface Cell {
  actionLine: string;
  sdg: number;
  linked: boolean;
  targets: string[];
}
interface Citation {
  from: string;
  to: string;
  verb: string;
}

const printed = (line: string, goal: number, targets: readonly string[]) => `${line} × ${goal}: ${[...targets].sort().join(' ')}`;

describeWithFacts('the WSIS–SDG Matrix of the facts', () => {
  const cells = () => facts<Cell[]>('wsis-sdg-matrix.json').filter(({ linked }) => linked);

  test('equals what sdg(id) { actionLines } gives for all seventeen goals, cell by cell with its targets', async () => {
    const seen: string[] = [];
    for (let goal = 1; goal <= 17; goal++) {
      const { sdg } = await api.ask<{
        sdg: { actionLines: { totalCount: number; edges: { node: { code: string }; targets: { code: string }[] }[] } };
      }>('query ($id: ID!) { sdg(id: $id) { actionLines(first: 100) { totalCount edges { node { code } targets { code } } } } }', {
        id: String(goal),
      });
      expect(sdg.actionLines.totalCount).toBe(sdg.actionLines.edges.length);
      seen.push(
        ...sdg.actionLines.edges.map(({ node, targets }) =>
          printed(
            node.code,
            goal,
            targets.map(({ code }) => code),
          ),
        ),
      );
    }
    expect(seen.sort()).toEqual(
      cells()
        .map(({ actionLine, sdg, targets }) => printed(actionLine, sdg, targets))
        .sort(),
    );
    expect(seen).toHaveLength(124);
  });

  test('equals what actionLines { sdgs } gives, with C7 by its sub-lines and with nothing of its own', async () => {
    const { actionLines } = await api.ask<{
      actionLines: {
        nodes: { code: string; own: { edges: { node: { number: number }; targets: { code: string }[] }[] }; all: { totalCount: number } }[];
      };
    }>(
      '{ actionLines(first: 19) { nodes { code own: sdgs(includeSubLines: false, first: 100) { edges { node { number } targets { code } } } all: sdgs(first: 100) { totalCount } } } }',
    );
    const seen = actionLines.nodes.flatMap(({ code, own }) =>
      own.edges.map(({ node, targets }) =>
        printed(
          code,
          node.number,
          targets.map((target) => target.code),
        ),
      ),
    );
    expect(seen.sort()).toEqual(
      cells()
        .map(({ actionLine, sdg, targets }) => printed(actionLine, sdg, targets))
        .sort(),
    );
    const c7 = actionLines.nodes.find(({ code }) => code === 'C7');
    expect(c7?.own.edges).toEqual([]);
    expect(c7?.all.totalCount).toBe(cells().filter(({ actionLine }) => actionLine.startsWith('C7.')).length);
  });

  test('claimedVersusReported claims the same cells and no others', async () => {
    const { claimedVersusReported: claims } = await api.ask<{
      claimedVersusReported: {
        actionLine: { code: string };
        sdg: { number: number };
        claimed: boolean;
        reported: number;
        evidence: unknown[];
      }[];
    }>('{ claimedVersusReported { actionLine { code } sdg { number } claimed reported evidence { method } } }');
    const claimed = claims.filter((claim) => claim.claimed);
    expect(claimed.map(({ actionLine, sdg }) => `${actionLine.code} ${sdg.number}`).sort()).toEqual(
      cells()
        .map(({ actionLine, sdg }) => `${actionLine} ${sdg}`)
        .sort(),
    );
    for (const { claimed: isClaimed, evidence, reported } of claims) {
      expect(evidence.length > 0).toBe(isClaimed);
      expect(isClaimed || reported > 0).toBe(true);
    }
    for (const target of ['4.4', '9.c', '16.10']) {
      const { node } = await api.ask<{ node: { actionLines: { code: string }[] } }>(
        `{ node(id: "sdg-target/${target}") { ... on SdgTarget { actionLines { code } } } }`,
      );
      const lines = cells().filter(({ targets }) => targets.includes(target));
      expect(node.actionLines.map(({ code }) => code).sort()).toEqual(lines.map(({ actionLine }) => actionLine).sort());
    }
  });
});

/** Facts that the issue tells to read as another verb: the operative verb of the paragraph, of the clause of the footnote, or CITES. */
const readOtherwise = ['acts_under', 'decides_under', 'looks_forward_under', 'cites_in_footnote', 'cites'];
/** Facts that reading the text corrected, or that no kind of link can hold; each is told in a note. */
const corrected: Record<string, string> = {
  'A/RES/56/183 welcomes E agreed conclusions 2001/1': 'PP7 recalls that the Council welcomed the Summit in its agreed conclusions',
  'A/RES/77/320 notes A/RES/75/316': 'PP7 regrets that the report requested in it was not submitted; PP1 recalls it',
  'E/RES/2020/13 notes A/RES/74/229': 'the preamble recognizes what the Assembly encouraged in its resolution',
  'E/RES/2021/29 notes A/RES/74/229': 'the preamble recognizes what the Assembly encouraged in its resolution',
  'E/RES/2023/3 notes A/RES/77/150': 'para. 12 acknowledges what the Assembly recognized and noted in its resolution',
  'E/RES/2023/4 notes A/RES/74/229': 'the preamble recognizes what the Assembly encouraged in its resolution',
  'E/RES/2023/4 notes A/RES/76/213': 'the preamble recognizes what the Assembly encouraged in its resolution',
  'E/RES/2024/14 notes A/RES/76/213': 'the preamble recognizes what the Assembly encouraged in its resolution',
  'E/RES/2024/14 notes A/RES/78/160': 'the preamble recognizes what the Assembly encouraged in its resolution',
  'A/RES/80/173 notes A/RES/70/125': 'para. 58 says "We reiterate the call made by the General Assembly in its resolution 70/125"',
  'E/RES/2025/18 looks_forward_to CSTD-29': 'a session is no document, and looking forward to it is no mandate',
};
const mandating = ['mandates', 'requests', 'implements'];

describeWithFacts('the links of citations.json', () => {
  const rows = () => facts<Citation[]>('citations.json').map((row) => ({ ...row, to: plainSymbol(row.to) }));

  /** The ids of what a document cites, by verb, over all pages. */
  async function citedBy(symbol: string): Promise<Set<string>> {
    const cited = new Set<string>();
    let after: string | null = null;
    do {
      const answer: {
        document: {
          cites: { edges: { verb: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        } | null;
      } = await api.ask(
        'query ($id: ID!, $after: String) { document(id: $id) { cites(first: 100, after: $after) { edges { verb node { id } } pageInfo { hasNextPage endCursor } } } }',
        { id: symbol, after },
      );
      for (const { verb, node } of answer.document?.cites.edges ?? []) cited.add(`${verb} ${node.id}`).add(`* ${node.id}`);
      after = answer.document?.cites.pageInfo.hasNextPage ? answer.document.cites.pageInfo.endCursor : null;
    } while (after);
    return cited;
  }

  /** The id of each symbol; a symbol of two documents gives both. */
  async function idsOf(symbols: readonly string[]): Promise<Map<string, string[]>> {
    const ids = new Map<string, string[]>();
    for (let start = 0; start < symbols.length; start += 100) {
      const refs = symbols.slice(start, start + 100);
      const { resolve } = await api.ask<{ resolve: { node: { id: string } | null; candidates: { id: string }[] }[] }>(
        'query ($refs: [String!]!) { resolve(refs: $refs) { node { id } candidates { id } } }',
        { refs },
      );
      for (const [at, { node, candidates }] of resolve.entries())
        ids.set(refs[at] as string, node ? [node.id] : candidates.map(({ id }) => id));
    }
    return ids;
  }

  test('every citation is an edge with its verb, or by another verb where the design says so', async () => {
    const citations = rows().filter(({ verb }) => verb !== 'recommended_by' && !mandating.includes(verb));
    const ids = await idsOf([...new Set(citations.map(({ to }) => to))]);
    const lost: string[] = [];
    for (const from of new Set(citations.map((row) => row.from))) {
      const cited = await citedBy(from);
      for (const { to, verb } of citations.filter((row) => row.from === from)) {
        const named = readOtherwise.includes(verb) ? '*' : verb.toUpperCase();
        const known = ids.get(to) ?? [];
        if (known.length === 0 || !known.every((id) => cited.has(`${named} ${id}`))) lost.push(`${from} ${verb} ${to}`);
      }
    }
    expect(lost.sort()).toEqual(Object.keys(corrected).sort());
  });

  test('what was corrected is in the graph in its other form: REITERATES on the edge, and the session tells who looks forward to it', async () => {
    expect(await citedBy('A/RES/80/173')).toContain('REITERATES resolution/A/RES/70/125');
    const { session } = await api.ask<{ session: { sources: { note: string | null }[] } }>(
      '{ session(id: "CSTD-29") { sources { note } } }',
    );
    expect(session.sources.map(({ note }) => note).join()).toContain('E/RES/2025/18 looks forward');
  });

  test('what a session recommended, and what a resolution mandates, requests or implements, is a link of that kind', async () => {
    for (const { from, to, verb } of rows().filter((row) => row.verb === 'recommended_by' || mandating.includes(row.verb))) {
      const { resolution } = await api.ask<{ resolution: { recommendedBy: { id: string } | null; mandates: { id: string }[] } }>(
        'query ($id: ID!) { resolution(id: $id) { recommendedBy { id } mandates { id } } }',
        { id: from },
      );
      const { node } = await api.ask<{ node: { id: string } | null }>('query ($id: ID!) { node(id: $id) { id } }', { id: to });
      const linked = verb === 'recommended_by' ? [resolution.recommendedBy?.id] : resolution.mandates.map(({ id }) => id);
      expect({ from, verb, to, linked: node !== null && linked.includes(node.id) }).toEqual({ from, verb, to, linked: true });
    }
  });
});
