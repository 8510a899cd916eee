/** Lists of the API that are loaded page by page: the rows so far, and the way to more. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, ask, useAnswer, type Variables } from './api.js';

/** A connection of the API; the document asks for `pageInfo { ...PageFields }` and for edges or nodes. */
export interface Connection<Row> {
  edges?: Row[];
  nodes?: Row[];
  totalCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Pages<T, Row> {
  /** the first answer whole */
  data?: T;
  rows: Row[];
  total?: number;
  hasMore: boolean;
  loading: boolean;
  loadingMore: boolean;
  error?: ApiError;
  /** loads the next page */
  more: () => void;
  again: () => void;
}

interface Later<Row> {
  key: string;
  rows: Row[];
  pageInfo?: Connection<Row>['pageInfo'];
  loading?: boolean;
  error?: ApiError;
}

/**
 * The rows of a list, page after page. The document takes `$after: String`; `pick` finds the connection in an answer
 * (`null` where the thing does not exist). A change of document or variables begins anew.
 */
export function usePages<T, Row>(
  document: string | null,
  variables: Variables,
  pick: (data: T) => Connection<Row> | null | undefined,
): Pages<T, Row> {
  const first = useAnswer<T>(document, variables);
  const key = `${document}\n${JSON.stringify(variables)}`;
  const [state, setState] = useState<Later<Row>>({ key, rows: [] });
  const later = state.key === key ? state : { key, rows: [] };
  const connection = first.data ? pick(first.data) : undefined;
  const pageInfo = later.pageInfo ?? connection?.pageInfo;
  const current = useRef(key);
  useEffect(() => {
    current.current = key;
  }, [key]);
  const more = useCallback(() => {
    if (document === null || !pageInfo?.hasNextPage || later.loading) return;
    setState({ ...later, loading: true, error: undefined });
    ask<T>(document, { ...variables, after: pageInfo.endCursor }).then(
      (data) => {
        const next = pick(data);
        if (current.current !== key || !next) return;
        setState({ key, rows: [...later.rows, ...(next.edges ?? next.nodes ?? [])], pageInfo: next.pageInfo });
      },
      (error: unknown) => {
        const problem = error instanceof ApiError ? error : new ApiError('INTERNAL_SERVER_ERROR', String(error));
        if (current.current === key) setState({ ...later, loading: false, error: problem });
      },
    );
  }, [document, key, pageInfo, later, variables, pick]);
  return {
    data: first.data,
    rows: [...(connection?.edges ?? connection?.nodes ?? []), ...later.rows],
    total: connection?.totalCount,
    hasMore: Boolean(pageInfo?.hasNextPage),
    loading: first.loading,
    loadingMore: Boolean(later.loading),
    error: first.error ?? later.error,
    more,
    again: first.error ? first.again : more,
  };
}

/** All rows of a list that is to be chosen from: its pages are loaded one after the other. */
export function useAllRows<T, Row>(document: string, pick: (data: T) => Connection<Row> | null | undefined): Pages<T, Row> {
  const pages = usePages<T, Row>(document, none, pick);
  const { hasMore, loadingMore, error, more } = pages;
  useEffect(() => {
    if (hasMore && !loadingMore && !error) more();
  }, [hasMore, loadingMore, error, more]);
  return pages;
}

const none: Variables = {};
