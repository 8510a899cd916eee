/** The map with a limit: it never holds more, and forgets first what was used longest ago. */
import fc from 'fast-check';
import { BoundedMap } from '../../src/bounded-map.js';

test('what was used longest ago makes room', () => {
  const map = new BoundedMap<string, number>(80);
  for (let at = 0; at < 8; at += 1) map.set(`k${at}`, at, 10);
  map.get('k0');
  map.set('k8', 8, 10);
  expect([map.get('k0'), map.get('k1'), map.get('k8')]).toEqual([0, undefined, 8]);
});

test('one entry that would drive out most others is not kept, nor what it replaces', () => {
  const map = new BoundedMap<string, number>(80);
  map.set('k', 1, 10);
  map.set('k', 2, 11);
  expect([map.get('k'), map.held]).toEqual([undefined, 0]);
});

test('whatever is done, it weighs what its entries weigh and no more than its limit', () => {
  const action = fc.record({ kind: fc.constantFrom('get', 'set', 'delete'), key: fc.nat(20), weight: fc.nat(30) });
  fc.assert(
    fc.property(fc.nat(200), fc.array(action, { maxLength: 200 }), (limit, actions) => {
      const map = new BoundedMap<number, number>(limit);
      for (const { kind, key, weight } of actions) {
        if (kind === 'get') map.get(key);
        else if (kind === 'delete') map.delete(key);
        else map.set(key, weight, weight);
        expect(map.held).toBeLessThanOrEqual(limit);
      }
      const values = Array.from({ length: 21 }, (_, key) => map.get(key)).filter((value) => value !== undefined);
      expect([values.length, values.reduce((sum, value) => sum + value, 0)]).toEqual([map.size, map.held]);
    }),
  );
});
