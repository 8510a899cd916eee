/** JSON with places: a strict reader that says at which line and column something stands, refuses repeated keys and bounds the depth. */

/** A value with the place where it begins, from 1. */
export interface Located {
  value: null | boolean | number | string | readonly Located[] | ReadonlyMap<string, Member>;
  line: number;
  column: number;
}

/** A value of an object, with the place of its key. */
export interface Member extends Located {
  keyLine: number;
  keyColumn: number;
}

/** What is not JSON, or more than is allowed, and where. */
export class JsonFault extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/uy;
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

interface Token {
  text: string;
  kind: 'sign' | 'string' | 'plain';
  line: number;
  column: number;
}

/**
 * Reads a JSON text; objects become Maps, so that no key means anything to JavaScript.
 *
 * @throws JsonFault at the first place that is not JSON, a key that stands twice or is reserved, or a nesting deeper than `depth`
 */
export function parseJson(text: string, depth: number): Located {
  let line = 1;
  let lineStart = 0;
  let scanned = 0;
  const placeOf = (offset: number) => {
    for (let at = text.indexOf('\n', scanned); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
      line++;
      lineStart = at + 1;
    }
    scanned = Math.max(scanned, offset);
    return { line, column: offset - lineStart + 1 };
  };
  const faultAt = (message: string, at: { line: number; column: number }) => new JsonFault(message, at.line, at.column);

  token.lastIndex = 0;
  const next = (expected: string): Token => {
    const start = token.lastIndex;
    const match = token.exec(text);
    if (!match) {
      const offset = start + (/^[ \t\r\n]*/.exec(text.slice(start)) as RegExpExecArray)[0].length;
      const found = offset >= text.length ? 'the file ends' : `${JSON.stringify(text.slice(offset, offset + 10))} stands`;
      throw faultAt(`${found} where ${expected} should stand`, placeOf(offset));
    }
    const [, sign, string, plain] = match;
    const found = (sign ?? string ?? plain) as string;
    return { text: found, kind: sign ? 'sign' : string ? 'string' : 'plain', ...placeOf(token.lastIndex - found.length) };
  };
  const unexpected = (found: Token, expected: string) => faultAt(`${found.text.slice(0, 20)} stands where ${expected} should stand`, found);

  const readObject = (left: number): Map<string, Member> => {
    const members = new Map<string, Member>();
    for (let key = next('a key or }'); !(key.text === '}' && members.size === 0); key = next('a key')) {
      if (key.kind !== 'string') throw unexpected(key, 'a key in quotation marks');
      const name = JSON.parse(key.text) as string;
      if (reserved.has(name)) throw faultAt(`the key ${key.text} is not allowed`, key);
      if (members.has(name)) throw faultAt(`the key ${key.text} stands twice`, key);
      const colon = next('a colon');
      if (colon.text !== ':') throw unexpected(colon, 'a colon');
      members.set(name, { ...readValue(next('a value'), left), keyLine: key.line, keyColumn: key.column });
      const sign = next('a comma or }');
      if (sign.text === '}') return members;
      if (sign.text !== ',') throw unexpected(sign, 'a comma or }');
    }
    return members;
  };
  const readArray = (left: number): Located[] => {
    const items: Located[] = [];
    for (let first = next('a value or ]'); !(first.text === ']' && items.length === 0); first = next('a value')) {
      items.push(readValue(first, left));
      const sign = next('a comma or ]');
      if (sign.text === ']') return items;
      if (sign.text !== ',') throw unexpected(sign, 'a comma or ]');
    }
    return items;
  };
  const readValue = (first: Token, left: number): Located => {
    const { line: atLine, column } = first;
    if (first.kind !== 'sign') return { value: JSON.parse(first.text), line: atLine, column };
    if (first.text !== '{' && first.text !== '[') throw unexpected(first, 'a value');
    if (left === 0) throw faultAt(`is nested deeper than ${depth} levels`, first);
    return { value: first.text === '{' ? readObject(left - 1) : readArray(left - 1), line: atLine, column };
  };

  const root = readValue(next('a value'), depth);
  if (/[^ \t\r\n]/.test(text.slice(token.lastIndex))) throw unexpected(next('the end'), 'the end of the file');
  return root;
}
