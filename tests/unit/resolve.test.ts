/** Resolving references against a real store: what is found, how sure it is, and what is suggested when nothing is. */
import fc from 'fast-check';
import type { NodeRecord } from '../../src/domain/records.js';
import type { Kind } from '../../src/domain/vocabulary.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openMemoryStore } from '../../src/store/memory/open.js';
import { resolveReferences } from '../../src/store/resolve.js';
import { node, smallDataset } from '../support/small-dataset.js';

const lines = ['C1', 'C3', 'C11'].map((code) => node('ACTION_LINE', code, { code, title: `Line ${code.slice(1)}` }));
const extra: NodeRecord[] = [
  ...lines,
  node('RESOLUTION', 'A/RES/70/1', { symbol: 'A/RES/70/1', title: 'Transforming our world' }),
  node('RESOLUTION', 'A/DEC/77/568', { symbol: 'A/DEC/77/568', title: 'Modalities' }),
  node('OTHER_DOCUMENT', 'A/70/125', { symbol: 'A/70/125', title: 'Invented note', type: 'note' }),
  node('REPORT', 'A/75/62-E/2020/8', { symbol: 'A/75/62-E/2020/8', title: 'Invented double' }),
  node('REPORT', 'A/63/72-E/2008/48', { symbol: 'A/63/72-E/2008/48', title: 'Invented report' }),
  node('OTHER_DOCUMENT', 'E/2008/48', { symbol: 'E/2008/48', title: 'Invented half', type: 'other' }),
  node('OUTCOME_DOCUMENT', 'declaration', { title: 'Declaration', year: 2003, alternateNames: ['A/C.2/59/3, annex'] }),
  node('OUTCOME_DOCUMENT', 'plan', { title: 'Plan', year: 2003, alternateNames: ['A/C.2/59/3, annex', 'ITU'] }),
  node('ENTITY', 'itc-one', { name: 'International Trade Centre', acronym: 'ITC' }),
  node('ENTITY', 'itc-two', { name: 'International Training Centre', acronym: 'ITC' }),
];

const small = smallDataset();
const store = openMemoryStore({ ...small, nodes: [...small.nodes, ...extra] });
const rowOf = async (ref: string, kinds?: readonly Kind[]) => (await resolveReferences(store, [ref], kinds))[0]!;
const short = async (ref: string, kinds?: readonly Kind[]) => {
  const { status, node: found } = await rowOf(ref, kinds);
  return [status, found?.id ?? null];
};
const ids = (nodes: readonly NodeRecord[]) => nodes.map(({ id }) => id);

/** The store with its calls counted. */
function counting(): { store: GraphStore; calls: Record<string, number> } {
  const calls: Record<string, number> = {};
  const counted = new Proxy(store, {
    get:
      (target, name: keyof GraphStore) =>
      (...given: never[]) => {
        calls[name] = (calls[name] ?? 0) + 1;
        return (target[name] as (...all: never[]) => unknown)(...given);
      },
  });
  return { store: counted, calls };
}

describe('resolveReferences', () => {
  it.each([
    ['resolution/A/RES/80/173', 'EXACT', 'resolution/A/RES/80/173'],
    ['A/RES/80/173', 'EXACT', 'resolution/A/RES/80/173'],
    ['C7', 'EXACT', 'action-line/C7'],
    ['ITU', 'EXACT', 'entity/ITU'],
    ['E-health', 'EXACT', 'action-line/C7.e-health'],
    ['Africa', 'EXACT', 'region/africa'],
    ['contribution/A/76/64-E/2021/11/p19.2', 'EXACT', 'contribution/A/76/64-E/2021/11/p19.2'],
    ['a_res_80_173', 'NORMALIZED', 'resolution/A/RES/80/173'],
    ['80/173', 'NORMALIZED', 'resolution/A/RES/80/173'],
    ['https://docs.un.org/en/A/RES/80/173', 'NORMALIZED', 'resolution/A/RES/80/173'],
    ['ECOSOC 2006/46', 'NORMALIZED', 'resolution/E/RES/2006/46'],
    ['57/270B', 'NORMALIZED', 'resolution/A/RES/57/270 B'],
    ['decision 77/568', 'NORMALIZED', 'resolution/A/DEC/77/568'],
    ['c7 e-health', 'NORMALIZED', 'action-line/C7.e-health'],
    ['eHealth', 'NORMALIZED', 'action-line/C7.e-health'],
    ['unesco', 'NORMALIZED', 'entity/UNESCO'],
    ['Goal 9', 'NORMALIZED', 'sdg/9'],
    ['target 9.C', 'NORMALIZED', 'sdg-target/9.c'],
    ['twenty-fourth session', 'NORMALIZED', 'session/CSTD-24'],
    ['IGF 20', 'NORMALIZED', 'event/igf-20'],
    ['A/76/64', 'NORMALIZED', 'report/A/76/64-E/2021/11'],
    ['E/2021/11', 'NORMALIZED', 'report/A/76/64-E/2021/11'],
    ['76/64', 'NORMALIZED', 'report/A/76/64-E/2021/11'],
    ['report/A/76/64', 'NORMALIZED', 'report/A/76/64-E/2021/11'],
    ['report%2FA%2F76%2F64-E%2F2021%2F11', 'NORMALIZED', 'report/A/76/64-E/2021/11'],
    ['contribution/a/76/64–e/2021/11/p19.2', 'NORMALIZED', 'contribution/A/76/64-E/2021/11/p19.2'],
    ['TAIS', 'ALIAS', 'outcome-document/tunis-agenda'],
    ['wsis+10 outcome', 'ALIAS', 'resolution/A/RES/70/125'],
    ['organisation mondiale de la sante', 'ALIAS', 'entity/WHO'],
    ['entity/UNECA', 'ALIAS', 'entity/ECA'],
  ])('brings %s by %s to %s', async (ref, status, id) => {
    expect(await short(ref)).toEqual([status, id]);
  });

  it.each([
    ['70/125', ['resolution/A/RES/70/125', 'other-document/A/70/125']],
    ['ITC', ['entity/itc-one', 'entity/itc-two']],
    ['itc', ['entity/itc-one', 'entity/itc-two']],
    ['The Commission', ['entity/ECA', 'entity/ECE']],
    ['High-level meeting', ['resolution/A/RES/70/125', 'event/igf-20']],
    ['A/75/62', ['report/A/75/62-E/2020/11', 'report/A/75/62-E/2020/8']],
    ['A/C.2/59/3, annex', ['outcome-document/declaration', 'outcome-document/plan']],
    ['report/A/75/62', ['report/A/75/62-E/2020/11', 'report/A/75/62-E/2020/8']],
  ])('lists the candidates of %s, which several nodes are called', async (ref, candidates) => {
    const row = await rowOf(ref);
    expect(row).toMatchObject({ ref, status: 'AMBIGUOUS', node: null, suggestions: [] });
    expect(ids(row.candidates)).toEqual(candidates);
  });

  it('narrows to the kinds before it calls anything ambiguous', async () => {
    expect(await short('70/125', ['RESOLUTION'])).toEqual(['NORMALIZED', 'resolution/A/RES/70/125']);
    expect(await short('High-level meeting', ['EVENT'])).toEqual(['ALIAS', 'event/igf-20']);
    expect(await short('70/125', ['ENTITY'])).toEqual(['NOT_FOUND', null]);
    expect(await short('resolution/A/RES/70/125', ['ENTITY', 'REPORT'])).toEqual(['NOT_FOUND', null]);
    expect(await short('report/A/RES/70/125')).toEqual(['NOT_FOUND', null]);
  });

  it('takes a whole symbol before the half of another, in any case', async () => {
    expect(await short('E/2008/48')).toEqual(['EXACT', 'other-document/E/2008/48']);
    expect(await short('e/2008/48')).toEqual(['NORMALIZED', 'other-document/E/2008/48']);
    expect(await short('E/2008/48', ['REPORT'])).toEqual(['NORMALIZED', 'report/A/63/72-E/2008/48']);
  });

  it('takes a name of its own before an alternate name of another', async () => {
    expect(await short('ITU')).toEqual(['EXACT', 'entity/ITU']);
    expect(await short('itu')).toEqual(['NORMALIZED', 'entity/ITU']);
    expect(await short('ITU', ['OUTCOME_DOCUMENT'])).toEqual(['ALIAS', 'outcome-document/plan']);
  });

  it('finds every node by its id as it is, EXACT, and by its folded id', async () => {
    const { nodes } = small;
    for (const row of await resolveReferences(store, ids(nodes))) expect(row).toMatchObject({ status: 'EXACT', node: { id: row.ref } });
    const folded = await resolveReferences(
      store,
      nodes.map(({ id }) => ` ${id.toUpperCase()} `),
    );
    expect(folded.map((row) => row.node?.id)).toEqual(ids(nodes));
  });

  it('answers in the order of the references, one row each, also for the same twice', async () => {
    const refs = ['ITU', 'nothing at all', 'C7', 'ITU', ''];
    const rows = await resolveReferences(store, refs);
    expect(rows.map(({ ref }) => ref)).toEqual(refs);
    expect(rows.map(({ node: found }) => found?.id ?? null)).toEqual(['entity/ITU', null, 'action-line/C7', 'entity/ITU', null]);
    expect(await resolveReferences(store, [])).toEqual([]);
  });

  it('asks the store once for ids and once for keys, however many references there are', async () => {
    const named = small.nodes.filter(({ kind }) => kind !== 'CONTRIBUTION' && kind !== 'ASK');
    const refs = ['resolution/A/RES/80/173', 'ITU', '70/125', 'C7', 'TAIS', 'sdg/9', 'Goal 3', 'A/76/64', ...named.map(({ name }) => name)];
    const found = counting();
    await resolveReferences(found.store, refs);
    expect(found.calls).toEqual({ nodes: 1, lookup: 1 });
    const lost = counting();
    await resolveReferences(lost.store, [...refs, 'C12']);
    expect(lost.calls).toMatchObject({ nodes: 2, lookup: 1 });
    expect(lost.calls.candidates).toBeLessThanOrEqual(8);
    const byId = counting();
    await resolveReferences(byId.store, ids(small.nodes));
    expect(byId.calls).toEqual({ nodes: 1 });
  });
});

describe('suggestions', () => {
  const suggested = async (ref: string, kinds?: readonly Kind[]) => {
    const row = await rowOf(ref, kinds);
    expect(row).toMatchObject({ status: 'NOT_FOUND', node: null, candidates: [] });
    return ids(row.suggestions);
  };

  it('are the symbols inside a text that is none as a whole', async () => {
    expect((await suggested('70/1 or so'))[0]).toBe('resolution/A/RES/70/1');
    expect((await suggested('see A/RES/80/173, para. 124'))[0]).toBe('resolution/A/RES/80/173');
    expect(await suggested('A/76/64-E/2020/11')).toEqual(['report/A/76/64-E/2021/11', 'report/A/75/62-E/2020/11']);
  });

  it('are the lines near a line that does not exist', async () => {
    expect(await suggested('C12')).toEqual(['action-line/C1', 'action-line/C10', 'action-line/C11', 'action-line/C2', 'action-line/C3']);
  });

  it('are the names in which the words occur, all of them before any', async () => {
    expect((await suggested('telecommunication union'))[0]).toBe('entity/ITU');
    expect((await suggested('the telecommunication office'))[0]).toBe('entity/ITU');
    expect((await suggested('tunis information agenda'))[0]).toBe('outcome-document/tunis-agenda');
  });

  it('are the names that begin like a misspelt one', async () => {
    expect((await suggested('UNESKO'))[0]).toBe('entity/UNESCO');
    expect((await suggested('Afrika'))[0]).toBe('region/africa');
  });

  it('are of the kinds that are wanted, named, at most five and no two alike', async () => {
    for (const ref of ['C12', 'e', 'the', 'information society', 'UNESKO', 'invented', '7']) {
      const row = await rowOf(ref, ['ENTITY', 'SDG', 'CONTRIBUTION']);
      expect(row.suggestions.length).toBeLessThanOrEqual(5);
      expect(new Set(ids(row.suggestions)).size).toBe(row.suggestions.length);
      expect(row.suggestions.every(({ kind }) => kind === 'ENTITY' || kind === 'SDG')).toBe(true);
    }
  });

  it('are none for a reference that is empty, invisible or over 300 characters', async () => {
    for (const ref of ['', ' \t', '\u200b', '\u{1f600}', 'C7'.repeat(151), 'x'.repeat(10_000), 'resolution/A/RES/70/125'.repeat(20)])
      expect(await suggested(ref)).toEqual([]);
  });
});

describe('resolving any text', () => {
  it('never throws, and says the same twice', async () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 320 }),
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'entity/__proto__',
        'toString',
        '\0',
        'C7\0',
        'C7\u202e',
        '\ud800',
        'entity/\udc00',
        `C7${'\u0301'.repeat(290)}`,
        '%',
        '%zz',
        '%ff',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { maxLength: 5 }), async (refs) => {
        const rows = await resolveReferences(store, refs);
        expect(rows.map(({ ref }) => ref)).toEqual(refs);
        expect(await resolveReferences(store, refs)).toEqual(rows);
        for (const { status, node: found, candidates } of rows) {
          expect(Boolean(found)).toBe(['EXACT', 'NORMALIZED', 'ALIAS'].includes(status));
          expect(candidates.length > 1).toBe(status === 'AMBIGUOUS');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('sees through control characters, zero-width marks and stacked accents', async () => {
    for (const ref of ['C7\u202e', '\0C7', 'C\u200b7', `C7${'\u0301'.repeat(290)}`])
      expect([ref, await short(ref)]).toEqual([ref, ['NORMALIZED', 'action-line/C7']]);
  });
});

describe('resolving without suggestions', () => {
  it('asks the store for no candidates', async () => {
    const { store: counted, calls } = counting();
    const [row] = await resolveReferences(counted, ['C12'], undefined, false);
    expect(row).toMatchObject({ status: 'NOT_FOUND', suggestions: [] });
    expect(calls.candidates).toBeUndefined();
  });
});
