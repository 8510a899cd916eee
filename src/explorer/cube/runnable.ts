/** A question to take away: the GraphQL text with its variables set down as defaults, so that it runs as it is, anywhere. */

/** The names under which words of the API stand, that is values of an enum; under all others a text is a text. */
const enums = new Set(['rows', 'columns', 'measure', 'categories', 'methods']);

/** A value as GraphQL writes it. */
export function literal(value: unknown, name = ''): string {
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, name)).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).filter(([, one]) => one !== undefined);
    return fields.length === 0 ? '{}' : `{ ${fields.map(([field, one]) => `${field}: ${literal(one, field)}`).join(', ')} }`;
  }
  if (typeof value === 'string' && enums.has(name)) return value;
  return JSON.stringify(value) ?? 'null';
}

/** The document with each variable that is given as the default of its declaration, in place of one that it has. */
export function runnable(document: string, variables: Readonly<Record<string, unknown>>): string {
  return document.replaceAll(/\$(\w+):\s*([\w![\]]+)(\s*=\s*[^\s,)]+)?/g, (declaration, name: string, type: string) =>
    variables[name] === undefined ? declaration : `$${name}: ${type} = ${literal(variables[name], name)}`,
  );
}
