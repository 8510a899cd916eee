/** The parameters of a statement under composition, and the names that a statement may hold: all from the table, none from input. */
import { linkSpecs, nodeSpecs, type PropertySpec } from '../../domain/graph.js';
import type { Kind, LinkName } from '../../domain/vocabulary.js';

const commonProperties: Readonly<Record<string, PropertySpec>> = {
  id: { type: 'string' },
  kind: { type: 'string' },
  name: { type: 'string' },
  alternateNames: { type: 'string', list: true },
  sameAs: { type: 'string', list: true },
};

/** Every property of a node that a question may ask about. One name has one type, whatever kinds have it. */
const properties = new Map<string, PropertySpec>(
  [...Object.values(nodeSpecs).map((spec) => spec.properties), commonProperties].flatMap((specs) => Object.entries(specs)),
);

/** The property of this name, or null when no kind has one. Only a property found here is ever written into a statement. */
export const propertyOf = (name: string): PropertySpec | null => properties.get(name) ?? null;

const known = <T>(name: string, specs: Readonly<Record<string, T>>): T => {
  if (!Object.hasOwn(specs, name)) throw new Error(`${name} is not in the table of the graph`);
  return specs[name] as T;
};

/** The label of a kind. */
export const labelOf = (kind: Kind): string => known(kind, nodeSpecs).label;

/** The type of the relationships of a link. */
export function typeOf(link: LinkName): LinkName {
  known(link, linkSpecs);
  return link;
}

/** Whether a link has this property, with one value. */
export function hasProperty(link: LinkName, property: string): boolean {
  const { properties } = known(link, linkSpecs);
  return Object.hasOwn(properties, property) && !properties[property]?.list;
}

/** Whether a text can be in the graph at all: a lone surrogate cannot, and would become another character on its way. */
export const isStorable = (text: string): boolean => !/\p{Cs}/u.test(text);

const storable = (value: unknown): unknown =>
  Array.isArray(value) ? value.filter((each) => typeof each !== 'string' || isStorable(each)) : value;

/** Whose values they are: those of a scope stand in its map, all others in that of the question. */
const owners = {
  question: { name: 'p', before: 'ask.' },
  page: { name: 'q', before: 'ask.' },
  scope: { name: 's', before: 'scope.' },
} as const;

/** Values on their way into a statement: each gets a name of its own, in the order of the text. */
export class Values {
  readonly all: Record<string, unknown> = {};
  private readonly owner: (typeof owners)[keyof typeof owners];
  private values = 0;
  private variables = 0;

  constructor(owner: keyof typeof owners = 'question') {
    this.owner = owners[owner];
  }

  /** The expression that stands for the value. Lists lose what cannot be in the graph. */
  add(value: unknown): string {
    const name = `${this.owner.name}${this.values}`;
    this.values += 1;
    this.all[name] = storable(value);
    return this.owner.before + name;
  }

  /** A variable that the statement does not use yet. */
  variable(): string {
    this.variables += 1;
    return `${this.owner.name}_${this.variables}`;
  }
}
