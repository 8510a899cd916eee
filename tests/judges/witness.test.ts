/** The witness before whom outside judges ask: it passes answers on as they are, and sees each kind of fault. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, parse } from 'graphql';
import { post, request } from '../support/program.js';
import { faultsOfShape } from './shape.js';
import { Witness } from './witness.js';

const schema = buildSchema(`
  enum Colour { RED GREEN }
  interface Thing { id: ID! }
  type Box implements Thing { id: ID! size: Int colour: Colour things: [Thing!]! }
  type Line implements Thing { id: ID! }
  type Query { box: Box }
`);
const question = '{ box { ...Known things { __typename id ... on Box { wide: size } } } } fragment Known on Box { size colour }';
const right = {
  size: 1,
  colour: 'RED',
  things: [
    { __typename: 'Line', id: 'a' },
    { __typename: 'Box', id: 'b', wide: null },
  ],
};
const faultsOf = (box: unknown) => faultsOfShape(schema, parse(question), undefined, { box });

test('an answer of the right shape has no fault, nor has null where it may be', () => {
  expect([faultsOf(right), faultsOf(null), faultsOfShape(schema, parse(question), undefined, null)]).toEqual([[], [], []]);
});

test.each([
  ['a field that is missing', { ...right, size: undefined, colour: 'RED' }, 'data.box.size is no Int'],
  ['a field of a fragment that is missing', { size: 1, things: [] }, 'data.box.colour is missing'],
  ['a field that was not asked for', { ...right, name: 'x' }, 'data.box.name was not asked for'],
  ['a word that is not of the enum', { ...right, colour: 'BLUE' }, 'data.box.colour is no Colour'],
  ['a null where none may be', { ...right, things: [null] }, 'data.box.things.0 is null'],
  ['one thing in place of a list', { ...right, things: {} }, 'data.box.things is no list'],
  ['a field of the type that it is', { ...right, things: [{ __typename: 'Box', id: 'b' }] }, 'data.box.things.0.wide is missing'],
])('%s is a fault', (_, box, fault) => {
  expect(faultsOf(box)).toEqual([fault]);
});

test('5xx, errors without a code, internal ones and what is no JSON are faults; refusals and whole answers are counted', async () => {
  const answers: [number, string][] = [
    [200, JSON.stringify({ data: { box: null } })],
    [400, '{"errors":[{"message":"no","extensions":{"code":"BAD_USER_INPUT"}}]}'],
    [200, '{"errors":[{"message":"Internal error.","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}'],
    [503, '{"errors":[{"message":"away","extensions":{"code":"UNAVAILABLE"}}]}'],
    [400, '{"errors":[{"message":"no"}]}'],
    [200, '<html>'],
  ];
  let at = 0;
  const server = createServer((_, reply) => {
    const [status, body] = answers[at++] as [number, string];
    reply.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const witness = new Witness(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, schema);
  const url = (await witness.listen()).replace('/graphql', '');
  try {
    expect(await post(url, '{ box { size } }')).toEqual({ data: { box: null } });
    for (const [status, body] of answers.slice(1)) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ box { size } }"}' };
      expect(await request(`${url}/graphql`, init)).toMatchObject({ status, body });
    }
  } finally {
    witness.close();
    server.close();
  }
  const { answers: count, whole, faultCount, faults, codes } = witness.seen;
  expect({ count, whole, faultCount }).toEqual({ count: 6, whole: 1, faultCount: 4 });
  expect(faults.map(({ fault }) => fault.split(':')[0])).toEqual([
    'internal error',
    'status 503',
    'errors without message and code',
    'no JSON',
  ]);
  expect(codes).toEqual({ BAD_USER_INPUT: 1, INTERNAL_SERVER_ERROR: 1, UNAVAILABLE: 1 });
});
