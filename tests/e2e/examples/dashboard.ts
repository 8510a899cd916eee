/**
 * What the examples of the dashboard must answer, written by hand from the documents and the facts, not from an answer of the program.
 * Each check is given the data of the answer; the source of what it expects is in its comments.
 */
import type { Data, Evidence } from './shapes.js';

export const dashboardChecks: Record<string, (data: Data) => void> = {
  'action-line-by-sdg'({ cube }) {
    // A/76/64, para. 20: three activities on connectivity in Asia and the Pacific; goal 9 is about infrastructure. The letter of ICANN names neither line nor goal.
    const cell = cube.cells.find(({ row, column }: { row: string; column: string }) => row === 'action-line/C2' && column === 'sdg/9');
    expect(cell.value).toBeGreaterThanOrEqual(3);
    expect(cube.total).toBeGreaterThanOrEqual(45);
    expect(cube.untagged).toBe(cube.untaggedContributions.totalCount);
    expect(cube.untagged).toBeGreaterThan(0);
    expect(cube.untagged).toBeLessThan(cube.total);
  },
  'claimed-versus-reported'({ claimedVersusReported }) {
    // wsis-sdg-matrix.json: 124 linked cells; C4 × 8 and C8 × 5 are not taken; C7.e-health × 3 is linked
    type Claim = { actionLine: { code: string }; sdg: { number: number }; claimed: boolean; reported: number; evidence: Evidence[] };
    const claims: Claim[] = claimedVersusReported;
    const claimed = claims.filter((claim) => claim.claimed).map(({ actionLine, sdg }) => `${actionLine.code} ${sdg.number}`);
    expect(claimed).toHaveLength(124);
    expect(claimed).toContain('C7.e-health 3');
    for (const cell of ['C4 8', 'C8 5', 'C7.e-business 3', 'C7.e-environment 16']) expect(claimed).not.toContain(cell);
    expect(claims.find(({ actionLine, sdg }) => actionLine.code === 'C2' && sdg.number === 9)?.reported).toBeGreaterThanOrEqual(3);
    for (const claim of claims.filter((one) => one.claimed)) expect(claim.evidence[0]?.title).toMatch(/Matrix|SDG/);
  },
  'entity-by-region'({ cube }) {
    // A/76/64, section II: ESCWA in para. 21 (Western Asia), ECLAC in 26 (Latin America), the World Bank in 16 and 18 (Africa), the Council of Europe in 24
    const value = (entity: string, region: string) =>
      cube.cells.find(({ row, column }: { row: string; column: string }) => row === `entity/${entity}` && column === `region/${region}`);
    expect(value('ESCWA', 'western-asia').value).toBeGreaterThanOrEqual(1);
    expect(value('ECLAC', 'latin-america-and-the-caribbean').value).toBeGreaterThanOrEqual(1);
    expect(value('World-Bank', 'africa').value).toBeGreaterThanOrEqual(1);
    expect(value('CoE', 'europe').value).toBe(1);
    expect(value('ESCWA', 'africa')).toBeUndefined();
    expect(cube.columns).toHaveLength(5);
    for (const { value: count, contributions } of cube.cells)
      expect(contributions).toMatchObject({ totalCount: count, nodes: { length: count } });
  },
  'facets-of-contributions'({ contributions, meta }) {
    // reports.json: of the inputs, only those of UN Women and of APC have no year; A/76/64 is of 2020; nothing is known of other years than these
    type Facet = { axis: string; missing: number; values: { key: string; count: number }[] };
    const facet = (axis: string) => contributions.facets.find((one: Facet) => one.axis === axis) as Facet;
    expect(facet('CYCLE').missing).toBe(2);
    const years = facet('CYCLE').values.map(({ key }) => Number(key));
    expect(years.sort()).toEqual([2010, 2011, 2012, 2017, 2018, 2020]);
    expect(facet('CYCLE').values.reduce((sum, { count }) => sum + count, 2)).toBe(contributions.totalCount);
    expect(facet('ENTITY')).toMatchObject({ missing: 0 });
    expect(facet('ENTITY').values[0]?.key).toBe('entity/ITU');
    expect(contributions.facets).toHaveLength(7);
    expect(meta.store).toBe('memory');
  },
  'matrix-of-a-goal'({ sdg }) {
    // wsis-sdg-matrix.json, goal 9
    const cells = Object.fromEntries(
      sdg.actionLines.edges.map(({ node, targets }: { node: { code: string }; targets: { code: string }[] }) => [
        node.code,
        targets.map(({ code }) => code).join(' '),
      ]),
    );
    expect(cells).toEqual({
      C2: '9.1 9.a 9.c',
      C3: '',
      C5: '9.1 9.c',
      C6: '9.1 9.c',
      'C7.e-agriculture': '9.1 9.c',
      'C7.e-business': '9.3',
      'C7.e-environment': '9.4',
      'C7.e-government': '9.c',
      C8: '',
      C9: '9.c',
      C10: '9.1',
    });
    expect(sdg.targets.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['9.1', '9.3', '9.4', '9.a', '9.c']));
  },
};
