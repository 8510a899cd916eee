/** Answers as they were sent, ready to be sent again: the graph changes only by a load, so the same question has the same answer until then. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { BoundedMap } from '../bounded-map.js';
import type { GraphStore } from '../store/graph-store.js';
import type { Account } from './account.js';
import { DatasetWatch } from './dataset-watch.js';

/** An answer with its headers, which never change while it is kept. */
export interface ReadyAnswer {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** what is told of it in log and metrics each time that it is sent */
  readonly account: Account;
}

/** What an entry takes beside its key and its body: its headers, and the map's own. */
const bytesOfEntry = 1000;

export class ResponseCache {
  private readonly answers: BoundedMap<string, ReadyAnswer>;
  private readonly watch: DatasetWatch;
  /** the version that all answers in it are of */
  private version = '';

  /** @param bytes the most that it may hold; 0 turns it off */
  constructor(
    private readonly store: GraphStore,
    private readonly bytes: number,
  ) {
    this.answers = new BoundedMap(bytes);
    this.watch = new DatasetWatch(store);
  }

  /**
   * What names the answer to a request: everything of the request that the answer depends on, to the byte. Null where no answer is kept: what Apollo
   * may refuse by its headers alone is always left to Apollo.
   */
  keyOf({ method, headers, url, body }: FastifyRequest): string | null {
    if (this.bytes === 0) return null;
    const accept = headers.accept ?? '';
    if (method === 'POST')
      return isJson(headers['content-type']) && Buffer.isBuffer(body) ? `POST ${accept}\n${body.toString('latin1')}` : null;
    const asked = headers['apollo-require-preflight'] || headers['x-apollo-operation-name'];
    return method === 'GET' && asked && headers['content-type'] === undefined ? `GET ${accept}\n${url}` : null;
  }

  /** The answer, if it is known and its version was confirmed within the last second; without waiting for anything. */
  get(key: string): ReadyAnswer | undefined {
    if (this.answers.size === 0) return undefined;
    const { version } = this.watch;
    if (version === null) return undefined;
    this.forgetAllBut(version);
    return this.answers.get(key);
  }

  /** The same, after the store was asked which version it has. */
  async confirmed(key: string): Promise<ReadyAnswer | undefined> {
    if (this.answers.size === 0 || this.watch.version !== null) return undefined;
    await this.watch.confirm();
    return this.get(key);
  }

  /** Keeps an answer that was made of a version of the dataset; one of a version that is gone, or of none, is not kept. */
  keep(key: string, version: string, answer: ReadyAnswer): void {
    if (!version || version !== this.store.datasetVersion) return;
    this.forgetAllBut(version);
    this.answers.set(key, answer, key.length + answer.body.length + bytesOfEntry);
  }

  private forgetAllBut(version: string): void {
    if (version === this.version) return;
    this.answers.clear();
    this.version = version;
  }
}

const isJson = (type: string | undefined): boolean => type !== undefined && /^application\/json(?:; ?charset=utf-8)?$/i.test(type);

/** The strong entity tag of an answer: the same bytes of the same version of the dataset have the same. */
export const entityTag = (version: string, contentType: string, body: Buffer): string =>
  `"${version}-${createHash('sha256').update(contentType).update(body).digest('base64url').slice(0, 22)}"`;

/** Whether a client has the answer with this tag already; a proxy may have marked it as weak. */
export const hasTag = (ifNoneMatch: string, tag: string): boolean =>
  ifNoneMatch.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === tag);
