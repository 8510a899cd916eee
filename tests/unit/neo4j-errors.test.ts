/** What the errors of the driver mean to somebody who asks, and that the breaker turns away and looks by itself. */
import neo4j from 'neo4j-driver';
import { ErrorCode, PublicError } from '../../src/errors.js';
import { Breaker } from '../../src/store/neo4j/breaker.js';
import { translate, Unreachable } from '../../src/store/neo4j/driver.js';

const secret = 'neo4j://10.0.0.7 password=hunter2';
const ofDriver = (code: string, message = secret) => new neo4j.Neo4jError(message, code, '', '');

test.each([
  ['ServiceUnavailable', 'UNAVAILABLE', true],
  ['SessionExpired', 'UNAVAILABLE', true],
  ['Neo.ClientError.Security.Unauthorized', 'UNAVAILABLE', true],
  ['Neo.ClientError.Database.DatabaseNotFound', 'UNAVAILABLE', true],
  ['Neo.TransientError.General.DatabaseUnavailable', 'UNAVAILABLE', true],
  ['Neo.DatabaseError.Transaction.TransactionStartFailed', 'UNAVAILABLE', true],
  ['Neo.TransientError.Transaction.DeadlockDetected', 'UNAVAILABLE', false],
  ['Neo.ClientError.Transaction.Terminated', 'UNAVAILABLE', false],
  ['Neo.ClientError.Transaction.TransactionTimedOut', 'TIMEOUT', false],
  ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', 'TIMEOUT', false],
  ['Neo.TransientError.General.MemoryPoolOutOfMemoryError', 'TIMEOUT', false],
])('%s is %s, and tells nothing of the driver', (code, expected, isForEverybody) => {
  const error = translate(ofDriver(code)) as PublicError;
  expect(error).toBeInstanceOf(PublicError);
  expect(error.code).toBe(expected);
  expect(error instanceof Unreachable).toBe(isForEverybody);
  expect(error.message).not.toContain('hunter2');
});

test('errors that have no code of their own are told by what they say', () => {
  const acquisition = 'Connection acquisition timed out in 2000 ms. Pool status: Active conn count = 10, Idle conn count = 0.';
  expect(translate(ofDriver('N/A', acquisition))).toMatchObject({ code: 'UNAVAILABLE' });
  expect(translate(ofDriver('N/A', 'Pool is closed, it is no more able to serve requests.'))).toBeInstanceOf(Unreachable);
});

test('a fault of ours stays what it is, to be hidden and logged', () => {
  for (const error of [
    ofDriver('Neo.ClientError.Statement.SyntaxError'),
    ofDriver('Neo.ClientError.Statement.AccessMode'),
    new TypeError('x'),
  ]) {
    expect(translate(error)).toBe(error);
  }
  const known = new PublicError(ErrorCode.BAD_USER_INPUT, 'known');
  expect(translate(known)).toBe(known);
});

describe('the breaker', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test('turns away while it is open, probes once a second, never twice at once, and closes when a probe succeeds', async () => {
    const told: string[] = [];
    const probes: { succeed: () => void; fail: (error: Error) => void }[] = [];
    const probe = () => new Promise<void>((succeed, fail) => probes.push({ succeed, fail }));
    const breaker = new Breaker(probe, { opened: ({ message }) => told.push(message), closed: () => told.push('closed') });
    breaker.check();
    breaker.open(new Unreachable('lost'));
    breaker.open(new Unreachable('lost again'));
    expect(() => breaker.check()).toThrow('lost');
    await jest.advanceTimersByTimeAsync(999);
    expect(probes).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(5000);
    expect(probes).toHaveLength(1);
    probes[0]?.fail(new Error('not yet'));
    await jest.advanceTimersByTimeAsync(1000);
    expect(probes).toHaveLength(2);
    expect(() => breaker.check()).toThrow('lost');
    probes[1]?.succeed();
    await jest.advanceTimersByTimeAsync(0);
    breaker.check();
    expect(told).toEqual(['lost', 'closed']);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(probes).toHaveLength(2);
  });

  test('once ended it probes no more', async () => {
    let probes = 0;
    const probe = async () => {
      probes += 1;
    };
    const breaker = new Breaker(probe, { opened: () => undefined, closed: () => undefined });
    breaker.open(new Unreachable());
    breaker.end();
    await jest.advanceTimersByTimeAsync(5000);
    expect(probes).toBe(0);
  });
});
