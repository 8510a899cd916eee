/** What to do when a question failed, in words for who reads the page: for each code that comes over HTTP, and for no answer at all. */

const stale = 'The server does not take what this page asked. Load the page again: it may be older than the server.';
const ours = 'This is a fault of ours. Try again; if it stays, tell us what you asked.';

export const advice: Readonly<Record<string, string>> = {
  UNREACHABLE: 'See whether the server still runs, then try again.',
  UNAVAILABLE: 'The database cannot be reached now. It is tried again when you ask.',
  TIMEOUT: 'It took too long. Ask for less: fewer levels, a narrower filter.',
  RATE_LIMITED: 'You asked for much in a short time. Wait as long as it says, then try again.',
  QUERY_TOO_LONG: 'The question is longer than this server takes. Ask for less at once: take a filter away.',
  QUERY_TOO_WIDE: 'It asks for more at once than this server gives. Ask in parts: fewer things on one page.',
  QUERY_TOO_DEEP: 'It goes further than this server follows. Ask for fewer levels, then go on from where they end.',
  QUERY_TOO_COSTLY: 'It could return too much. Ask for less: fewer levels, a narrower filter.',
  BAD_USER_INPUT: 'Something in the address cannot be used. Change it, or begin again from the search.',
  BAD_CURSOR: 'The list has changed meanwhile. Load the page again.',
  GRAPHQL_PARSE_FAILED: stale,
  GRAPHQL_VALIDATION_FAILED: stale,
  OPERATION_RESOLUTION_FAILURE: stale,
  BAD_REQUEST: stale,
  INTERNAL_SERVER_ERROR: ours,
};

/** The words for a code; a code that is not known here is taken for a fault of ours. */
export const adviceOn = (code: string): string => advice[code] ?? ours;
