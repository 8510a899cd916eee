/** The one door to the data: questions to the public GraphQL API of the server that served the page. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { complete } from './document.js';

export type Variables = Readonly<Record<string, unknown>>;

/** What the API, or the way to it, refused. `code` is one of the API's, or UNREACHABLE where no answer came. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

interface Reply<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Answers are kept so that Back is instant; for some minutes, because the server may load new data. */
const kept = new Map<string, { at: number; data: unknown }>();
const keptAnswers = 60;
const keptFor = 5 * 60_000;

const keyOf = (document: string, variables: Variables) => `${document}\n${JSON.stringify(variables)}`;

function recall<T>(key: string): T | undefined {
  const answer = kept.get(key);
  return answer && Date.now() - answer.at < keptFor ? (answer.data as T) : undefined;
}

function keep(key: string, data: unknown): void {
  kept.delete(key);
  kept.set(key, { at: Date.now(), data });
  const oldest = kept.keys().next().value;
  if (kept.size > keptAnswers && oldest !== undefined) kept.delete(oldest);
}

/**
 * Asks a question, a text of queries/ or schema/examples/ with the shared fragments that it spreads.
 * Throws ApiError; when `signal` aborts, the AbortError of fetch.
 */
export async function ask<T>(document: string, variables: Variables = {}, signal?: AbortSignal): Promise<T> {
  const key = keyOf(document, variables);
  const known = recall<T>(key);
  if (known !== undefined) return known;
  let reply: Reply<T>;
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: complete(document), variables }),
      signal: signal ?? null,
    });
    reply = (await response.json()) as Reply<T>;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('UNREACHABLE', 'The server did not answer.');
  }
  const [problem] = reply.errors ?? [];
  if (problem) throw new ApiError(problem.extensions?.code ?? 'INTERNAL_SERVER_ERROR', problem.message);
  if (!reply.data) throw new ApiError('UNREACHABLE', 'The answer of the server could not be read.');
  keep(key, reply.data);
  return reply.data;
}

export interface Answer<T> {
  /** the answer; while another is loading, the last one */
  data?: T;
  error?: ApiError;
  loading: boolean;
  /** asks once more, for a button beside an error */
  again: () => void;
}

interface State<T> {
  key: string | null;
  data?: T;
  error?: ApiError;
}

/**
 * The answer to a question, asked anew whenever the document or the variables change; an answer that comes too late is dropped.
 * With `null` for a document nothing is asked.
 */
export function useAnswer<T>(document: string | null, variables: Variables = {}): Answer<T> {
  const key = document === null ? null : keyOf(document, variables);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<T>>({ key: null });
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  // The key stands for document and variables; an attempt asks once more.
  useEffect(() => {
    if (document === null || key === null) return;
    const abort = new AbortController();
    setState((last) => ({ key: null, data: last.data }));
    ask<T>(document, variables, abort.signal).then(
      (data) => setState({ key, data }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const problem = error instanceof ApiError ? error : new ApiError('INTERNAL_SERVER_ERROR', String(error));
        setState((last) => ({ key, data: last.data, error: problem }));
      },
    );
    return () => abort.abort();
  }, [key, attempt]);
  if (key === null) return { loading: false, again };
  const remembered = state.key === key ? undefined : recall<T>(key);
  if (remembered !== undefined) return { data: remembered, loading: false, again };
  return { data: state.data, error: state.key === key ? state.error : undefined, loading: state.key !== key, again };
}
