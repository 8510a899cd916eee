/** What a store has to do for nodes by id and name: nodes, lookup, candidates. */
import { foldKey } from '../../src/domain/reference.js';
import { type Kind, namedKinds } from '../../src/domain/vocabulary.js';
import type { Opened } from './suite.js';

const latest = 'resolution/A/RES/80/173';

export function describeNames(given: Opened): void {
  describe('nodes', () => {
    test('come in the order of the ids, twice when asked twice, null when unknown', async () => {
      const nodes = await given.store.nodes(['sdg/9', 'sdg/99', latest, 'sdg/9', 'SDG/9']);
      expect(nodes.map((node) => node?.name ?? null)).toEqual([
        'SDG 9 Industry, innovation and infrastructure',
        null,
        'A/RES/80/173',
        'SDG 9 Industry, innovation and infrastructure',
        null,
      ]);
      expect(await given.store.nodes([])).toEqual([]);
    });

    test('are looked up by every name, ambiguous ones by kind and id', async () => {
      const keys = ['The Commission', 'high-level MEETING', 'itu', 'A/RES/57/270 B', 'nobody', 'itu'].map(foldKey);
      const found = await given.store.lookup(keys);
      expect(found.flat()).toEqual(await given.store.nodes(found.flat().map(({ id }) => id)));
      expect(found.map((nodes) => nodes.map(({ id }) => id))).toEqual([
        ['entity/ECA', 'entity/ECE'],
        ['resolution/A/RES/70/125', 'event/igf-20'],
        ['entity/ITU'],
        ['resolution/A/RES/57/270 B'],
        [],
        ['entity/ITU'],
      ]);
    });
  });

  describe('candidates', () => {
    const candidates = async (match: 'ALL' | 'ANY', words: string[], kinds: readonly Kind[] = namedKinds) =>
      (await given.store.candidates({ words, match, kinds })).map(({ id }) => id);

    test('have every word at the beginning of a word of some name, in the order of kind and id', async () => {
      expect(await candidates('ALL', ['commission'])).toEqual([
        'entity/ECA',
        'entity/ECE',
        'entity/un-regional-commissions',
        'resolution/E/RES/2006/46',
      ]);
      expect(await candidates('ALL', ['comm', 'afr'])).toEqual(['entity/ECA']);
      expect(await candidates('ALL', ['sante'])).toEqual(['entity/WHO']);
      expect(await candidates('ALL', ['\u{10428}xam'])).toEqual(['entity/invented-deseret']);
      expect(await candidates('ALL', ['ommission'])).toEqual([]);
    });

    test('have any of the words, of the kinds asked only, and none for no words', async () => {
      expect(await candidates('ANY', ['afri', 'nothing', 'europ'], ['ENTITY', 'REGION'])).toEqual([
        'region/africa',
        'region/europe',
        'entity/ECA',
        'entity/ECE',
      ]);
      expect(await candidates('ALL', [])).toEqual([]);
      expect(await candidates('ANY', [])).toEqual([]);
      expect(await candidates('ANY', ['nurses'], ['CONTRIBUTION', 'CONTRIBUTION'])).toHaveLength(2);
    });

    test('carry all their names as written', async () => {
      const [who] = await given.store.candidates({ words: ['who'], match: 'ALL', kinds: ['ENTITY'] });
      expect(who).toEqual({
        id: 'entity/WHO',
        kind: 'ENTITY',
        name: 'World Health Organization',
        names: ['entity/WHO', 'World Health Organization', 'WHO', 'Organisation mondiale de la Santé'],
      });
    });
  });
}
