import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type Random, randomFrom } from '../random.ts';
import type { Operation } from '../subjects/subject.ts';
import { randomInput } from './random-value.ts';
import { ResponseKeys, type Selected } from './response-keys.ts';

/** Response keys that a field may be given: names of fields and keys, of what every JavaScript object has, and of the machinery. */
const ALIASES = [
  'a',
  'b',
  'name',
  'title',
  'id',
  'sku',
  'num',
  'size',
  'price',
  'data',
  'value',
  'items',
  'constructor',
  'toString',
  'valueOf',
  '__proto__',
  '_',
  'then',
  'length',
  'slug',
  'region',
  'code',
  'org',
  'hasOwnProperty',
];

/** Lists in lists in lists are long: below this many objects, as estimated, only leaves are selected. */
const HEAVIEST = 40;

/** An operation that most likely is valid over this schema; those who ask check it. */
export function randomOperation(schema: GraphQLSchema, seed: string): Operation {
  return new OperationWriter(schema, randomFrom(`operation ${seed}`)).write();
}

class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #keys = new ResponseKeys();
  readonly #fragments: string[] = [];
  /** Fragments written so far, by the type that they are on. */
  readonly #named: { name: string; on: string; place: string }[] = [];
  readonly #definitions = new Map<string, string>();
  readonly #variables: Record<string, unknown> = {};
  #left: number;
  readonly #deepest: number;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
    this.#left = random.pick([6, 12, 25, 50]);
    this.#deepest = random.pick([2, 4, 5, 8]);
  }

  write(): Operation {
    const random = this.#random;
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation !== undefined && mutation !== null && random.chance(0.2);
    const root = isMutation ? mutation : this.#schema.getQueryType();
    if (root === null || root === undefined) throw new Error('The schema has no queries.');
    const selection = this.#selection(root, '', 0);
    const isNamed = random.chance(0.6);
    const definitions = [...this.#definitions.values()].join(', ');
    const head = `${isMutation ? 'mutation' : 'query'}${isNamed ? ' Main' : ''}${definitions === '' ? '' : ` (${definitions})`}`;
    const hasOther = isNamed && random.chance(0.2);
    const documents = [`${head} ${selection}`, ...this.#fragments, ...(hasOther ? ['query Other { __typename }'] : [])];
    const operationName = hasOther || (isNamed && random.chance(0.5)) ? { operationName: 'Main' } : {};
    return {
      source: random.chance(0.3) ? documents.toReversed().join('\n') : documents.join('\n'),
      variables: this.#variables,
      ...operationName,
    };
  }

  #selection(type: GraphQLCompositeType, place: string, depth: number, weight = 1): string {
    const random = this.#random;
    const wanted = 1 + random.below(place === '' ? 3 : 4);
    const parts: string[] = [];
    for (let at = 0; at < wanted && (this.#left > 0 || at === 0); at++) {
      parts.push(random.chance(0.22) ? this.#fragment(type, place, depth, weight) : this.#field(type, place, depth, weight));
    }
    const written = parts.filter((part) => part !== '');
    return `{ ${written.length > 0 ? written.join(' ') : '__typename'} }`;
  }

  #field(type: GraphQLCompositeType, place: string, depth: number, weight: number): string {
    const random = this.#random;
    this.#left--;
    if (isUnionType(type) || random.chance(0.1)) return this.#typename(type, place);
    if (place === '' && type === this.#schema.getQueryType() && random.chance(0.05)) return this.#introspection();
    const again = random.chance(0.18) ? this.#again(type, place) : undefined;
    const candidates = Object.values(type.getFields()).filter(
      (field) => (depth < this.#deepest && weight < HEAVIEST) || !isCompositeType(getNamedType(field.type)),
    );
    if (again === undefined && candidates.length === 0) return this.#typename(type, place);
    const field =
      again === undefined ? random.pick(candidates) : (type.getFields()[again.selected.name] as GraphQLField<unknown, unknown>);
    const args = again === undefined ? this.#arguments(field.args) : again.selected.args;
    const selected: Selected = { parent: type, name: field.name, args, type: field.type };
    const key = again?.key ?? this.#key(place, field.name, selected);
    if (again !== undefined) this.#keys.take(place, key, selected);
    const named = getNamedType(field.type);
    const inner = isCompositeType(named)
      ? ` ${this.#selection(named, `${place}.${key}`, depth + 1, weight * weightOf(field.type))}`
      : '';
    return `${key === field.name ? '' : `${key}: `}${field.name}${args}${this.#conditions()}${inner}`;
  }

  /** A field that is already selected here, to select more of it. */
  #again(type: GraphQLObjectType | GraphQLInterfaceType, place: string): { key: string; selected: Selected } | undefined {
    const known = [...this.#keys.at(place)].flatMap(([key, all]) =>
      all.filter(({ parent, name }) => parent === type && name !== '__typename').map((selected) => ({ key, selected })),
    );
    return known.length === 0 ? undefined : this.#random.pick(known);
  }

  #key(place: string, name: string, selected: Selected): string {
    const random = this.#random;
    const wished = random.chance(0.3) ? [random.pick(ALIASES), name] : [name];
    for (const key of wished) if (this.#keys.take(place, key, selected)) return key;
    for (let nth = 1; ; nth++) if (this.#keys.take(place, `${name}_${nth}`, selected)) return `${name}_${nth}`;
  }

  #typename(type: GraphQLCompositeType, place: string): string {
    const selected: Selected = { parent: type, name: '__typename', args: '', type: TypeNameMetaFieldDef.type };
    const key = this.#key(place, '__typename', selected);
    return `${key === '__typename' ? '' : `${key}: `}__typename${this.#conditions()}`;
  }

  #introspection(): string {
    const random = this.#random;
    const type = random.pick(Object.keys(this.#schema.getTypeMap()).filter((name) => !name.startsWith('__')));
    return random.pick([
      's: __schema { queryType { name kind } }',
      `t: __type(name: "${type}") { name kind fields { name type { name kind ofType { name } } } possibleTypes { name } }`,
    ]);
  }

  #fragment(type: GraphQLCompositeType, place: string, depth: number, weight: number): string {
    const random = this.#random;
    const known = this.#named.filter((one) => one.place === place && one.on === type.name);
    if (known.length > 0 && random.chance(0.5)) return `...${random.pick(known).name}${this.#conditions()}`;
    const on = random.pick(this.#conditionsOn(type));
    const conditions = this.#conditions();
    const selection = this.#selection(on, place, depth, weight);
    if (random.chance(0.5)) return `...${on === type && random.chance(0.3) ? '' : ` on ${on.name}`}${conditions} ${selection}`;
    const name = `F${this.#fragments.length + 1}`;
    this.#fragments.push(`fragment ${name} on ${on.name} ${selection}`);
    this.#named.push({ name, on: on.name, place });
    return `...${name}${conditions}`;
  }

  /** Types that a fragment may be on, within a type. */
  #conditionsOn(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const abstract = Object.values(this.#schema.getTypeMap()).filter(
      (other) => isAbstractType(other) && this.#schema.getPossibleTypes(other).some((one) => possible.includes(one)),
    );
    return [type, ...possible, ...possible, ...(abstract as GraphQLInterfaceType[])].filter(
      (one) => !isInterfaceType(one) || this.#schema.getPossibleTypes(one).length > 0,
    );
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter((arg) => isRequiredArgument(arg) || this.#random.chance(0.6));
    const texts = this.#random.shuffled(given).map((arg) => `${arg.name}: ${this.#argument(arg)}`);
    return texts.length === 0 ? '' : `(${texts.join(', ')})`;
  }

  #argument(arg: GraphQLArgument): string {
    const random = this.#random;
    const value = randomInput(random, arg.type);
    if (random.chance(0.55)) return value.literal;
    const type = String(arg.type);
    const known = [...this.#definitions].filter(
      ([, definition]) => definition.includes(`: ${type}`) && definition.split(': ')[1]?.split(' = ')[0] === type,
    );
    if (known.length > 0 && random.chance(0.4)) return `$${random.pick(known)[0]}`;
    const hasDefault = !type.endsWith('!') && random.chance(0.4);
    const name =
      random.chance(0.1) && !this.#definitions.has('representations') ? 'representations' : `v${this.#definitions.size + 1}`;
    this.#definitions.set(name, `$${name}: ${type}${hasDefault ? ` = ${randomInput(random, arg.type).literal}` : ''}`);
    if (type.endsWith('!') || random.chance(0.75)) this.#variables[name] = value.json;
    return `$${name}`;
  }

  #conditions(): string {
    const random = this.#random;
    if (!random.chance(0.1)) return '';
    const one = (directive: string) => `@${directive}(if: ${this.#condition(directive === 'include')})`;
    return ` ${random.chance(0.15) ? `${one('skip')} ${one('include')}` : one(random.pick(['skip', 'include']))}`;
  }

  #condition(mostly: boolean): string {
    const random = this.#random;
    const value = random.chance(0.6) ? mostly : !mostly;
    if (random.chance(0.4)) return String(value);
    const known = [...this.#definitions].filter(([name]) => name.startsWith('c'));
    if (known.length > 0 && random.chance(0.5)) return `$${random.pick(known)[0]}`;
    const name = `c${this.#definitions.size + 1}`;
    const hasDefault = random.chance(0.4);
    this.#definitions.set(name, `$${name}: Boolean${hasDefault ? ` = ${random.chance(0.5)}` : '!'}`);
    if (!hasDefault || random.chance(0.5)) this.#variables[name] = value;
    return `$${name}`;
  }
}

/** How many values a type likely has. */
function weightOf(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return weightOf(type.ofType);
  return isListType(type) ? 2 * weightOf(type.ofType) : 1;
}
