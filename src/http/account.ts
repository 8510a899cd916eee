/** The account of a request: what log and metrics tell of it once it is answered. */
import type { FastifyInstance } from 'fastify';
import type { ErrorCode } from '../errors.js';
import type { GraphStore } from '../store/graph-store.js';

export interface Account {
  /** name of the operation where it is one of the known ones, else "other": whoever asks must not choose what stands in the log */
  operation: string;
  /** values that it could return; 1 where that was not found out */
  cost: number;
  /** calls of the store that it took */
  storeCalls: number;
  /** whether the answer was sent again as it was kept */
  cached: boolean;
  /** codes of the errors in the answer */
  codes: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    /** null for what is no question: the explorer, the state of the process */
    account: Account | null;
  }
}

export const otherOperation = 'other';

export const emptyAccount = (): Account => ({ operation: otherOperation, cost: 1, storeCalls: 0, cached: false, codes: [] });

export const refusedAccount = (code: ErrorCode): Account => ({ ...emptyAccount(), codes: [code] });

export function keepAccounts(app: FastifyInstance): void {
  app.decorateRequest('account', null);
}

/** The store, each call of which is written into the account; in its snapshots too. */
export function accounted(store: GraphStore, account: Account): GraphStore {
  return new Proxy(store, {
    get(target, property) {
      const value: unknown = Reflect.get(target, property, target);
      if (typeof value !== 'function' || property === 'close') return typeof value === 'function' ? value.bind(target) : value;
      if (property === 'snapshot') return () => accounted(target.snapshot(), account);
      return (...args: unknown[]) => {
        account.storeCalls += 1;
        return value.apply(target, args);
      };
    },
  });
}
