/** What no error may tell: secrets, paths of the machine, statements of the database, places in the code. */

const forbidden: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a path', /(?<=^|[\s"'`(:=])(?:file:\/\/)?\/(?:home|root|usr|tmp|var|opt|work|app|etc|srv|Users)\/[^\s"'`)]*[^\s"'`).,;:]/g],
  ['a stack trace', /\bat [^\n"]{0,200}\.[cm]?[jt]s:\d+|node:internal\/|node_modules\/|"stacktrace"/g],
  ['a statement', /\b(?:MATCH|MERGE|UNWIND) ?\(|\bUNWIND \$|\bCALL (?:db|dbms)\.|\bNeo\.(?:Client|Transient|Database)\w*\.[\w.]+/g],
  ['an address of the database', /\b(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^\s"']+/g],
];

/** The passwords that tests have used. */
const secrets = new Set<string>();

/** From here on no error may tell it; the empty password is no secret. */
export function keepSecret(password: string | undefined): void {
  if (password) secrets.add(password);
}
keepSecret(process.env.NEO4J_PASSWORD);

/**
 * What of the forbidden an error tells; what the asker said himself is none of it.
 * @param told the error as it was sent
 * @param asked the request as it was sent
 * @param secret what is secret here
 */
export function leaks(told: string, asked: string, secret: Iterable<string> = secrets): string[] {
  const found = forbidden.flatMap(([what, pattern]) => [...told.matchAll(pattern)].map(([text]) => [what, text.trim()] as const));
  const known = [...secret].filter((each) => told.includes(each)).map((each) => ['a secret', each] as const);
  return [...found, ...known].filter(([, text]) => !asked.includes(text)).map(([what, text]) => `${what}: ${text}`);
}

/** The same, for tests: fails when an error tells anything of it. */
export function expectNothingTold(told: string, asked: string): void {
  const found = leaks(told, asked);
  if (found.length) throw new Error(`An error tells ${found.join(', ')}\nin ${told.slice(0, 2000)}`);
}
