/** Asks the API what was typed, as it was typed, and gives the answer as it came; GraphiQL's own question for the types is answered in any case. */
import type { Fetcher } from '@graphiql/toolkit';
import { buildSchema, type ExecutionResult, introspectionFromSchema } from 'graphql';

/** Name of the question for the types, which nobody types by chance. */
export const typesQuestion = 'TypesForThePlayground';

type Body = Parameters<Fetcher>[0];

interface Observer {
  next(answer: ExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

async function post(body: Body, signal: AbortSignal): Promise<ExecutionResult> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  try {
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body), signal });
    return (await response.json()) as ExecutionResult;
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Error('The server did not answer. See whether it still runs, then try again.');
  }
}

/** The types as they are published with this page; needed only where the server does not tell its own. */
async function publishedTypes(): Promise<ExecutionResult> {
  const { default: text } = await import('../../../schema/schema.graphql?raw');
  return { data: { ...introspectionFromSchema(buildSchema(text)) } };
}

async function answerTo(body: Body, signal: AbortSignal, onPublished: (isPublished: boolean) => void): Promise<ExecutionResult> {
  if (body.operationName !== typesQuestion) return post(body, signal);
  const told = await post(body, signal).catch(() => undefined);
  onPublished(!told?.data);
  return told?.data ? told : publishedTypes();
}

/**
 * The function by which GraphiQL asks. An observable, not a promise: it can be stopped, and what is stopped does not answer into another tab.
 * `onPublished` is told whether the types are those of the published schema, because the server does not tell its own.
 */
export function askAsTyped(onPublished: (isPublished: boolean) => void): Fetcher {
  return (body) => ({
    subscribe(observer: Observer) {
      const abort = new AbortController();
      answerTo(body, abort.signal, onPublished).then(
        (answer) => {
          if (abort.signal.aborted) return;
          observer.next(answer);
          observer.complete();
        },
        (error: unknown) => {
          if (!abort.signal.aborted) observer.error(error);
        },
      );
      return { unsubscribe: () => abort.abort() };
    },
  });
}
