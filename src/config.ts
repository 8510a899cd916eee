/** The configuration: the only reader of the environment. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badInput } from './errors.js';

/** The folder of the package: seed/ and schema/ are found from here, wherever the program is started. */
export const packageDirectory = fileURLToPath(new URL('..', import.meta.url));
export const examplesDirectory = resolve(packageDirectory, 'schema', 'examples');

export interface Config {
  /** address to listen on */
  host: string;
  /** port to listen on; 0 takes a free one */
  port: number;
  /** folder of the dataset for the embedded store */
  dataset: string;
  /** whether the schema may be asked for its types */
  introspection: boolean;
}

/** Every setting: its name in the environment, its default, and what it does. The README's table is tested against it. */
export const settings = {
  HOST: { default: '127.0.0.1', meaning: 'address to listen on' },
  PORT: { default: '4000', meaning: 'port to listen on; 0 takes a free one' },
  DATASET: { default: 'seed/', meaning: 'folder of the dataset for the embedded store' },
  PUBLIC_INTROSPECTION: { default: 'true', meaning: 'whether the schema may be asked for its types: true or false' },
} as const;

/** Reads the configuration; a value that cannot be used is refused with its name, never replaced in silence. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const value = (name: keyof typeof settings) => environment[name]?.trim() || settings[name].default;
  return {
    host: value('HOST'),
    port: integer('PORT', value('PORT'), 0, 65_535),
    dataset: environment.DATASET?.trim() ? resolve(environment.DATASET.trim()) : resolve(packageDirectory, 'seed'),
    introspection: boolean('PUBLIC_INTROSPECTION', value('PUBLIC_INTROSPECTION')),
  };
}

/** A whole number within bounds from text; `name` is told in the error. */
export function integer(name: string, text: string, least: number, greatest: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= greatest) return number;
  throw badInput(`${name} must be a whole number from ${least} to ${greatest}, not "${text}".`);
}

function boolean(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw badInput(`${name} must be true or false, not "${text}".`);
}
