import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type OperationTypeNode,
} from 'graphql';
import type { Random } from '../../../faults/random.ts';
import type { Place, RandomDocument, Slot } from './slot.ts';
import { some } from './some.ts';

/** How deep and how large a document becomes. */
const DEPTH = 5;
const FIELDS = { least: 4, most: 45 };
/** What a page of a list may have at the root; and what all pages that stand in one another may have, multiplied. */
const MOST_OF_PAGE = 30;
const MAX_ALIASES = 15;

/** Of types that stand beside one another in fragments, the answers to one name must be of one type. */
type Taken = Map<string, string>;

type Fields = readonly GraphQLField<unknown, unknown>[];

/** Writes one document; valid under the schema, whatever the numbers are. */
export class DocumentWriter {
  readonly #random: Random;
  readonly #schema: GraphQLSchema;
  readonly #slots: Slot[] = [];
  readonly #fragments: string[] = [];
  #aliases = 0;
  #left: number;

  constructor(random: Random, schema: GraphQLSchema) {
    this.#random = random;
    this.#schema = schema;
    this.#left = random.whole(FIELDS.least, FIELDS.most);
  }

  /** A query or a mutation of these root fields. */
  operation(kind: `${OperationTypeNode}`, roots: readonly string[]): RandomDocument {
    const type = kind === 'mutation' ? this.#schema.getMutationType() : this.#schema.getQueryType();
    const known = type?.getFields() ?? {};
    const fields = roots.map((name) => known[name]).filter((field) => field !== undefined);
    if (type == null || fields.length < Math.max(1, roots.length))
      throw new Error(`Expected root fields of the schema, got ${roots.join(', ')}.`);
    const selections = fields.flatMap((field) => this.#field(type.name, field, DEPTH, MOST_OF_PAGE));
    return this.#document(`${kind} Fuzz`, `{ ${selections.join(' ')} }`);
  }

  /** What an island is asked about representations: something of each of some entities. */
  entities(types: readonly string[]): RandomDocument {
    const chosen = some(this.#random, types, this.#random.whole(1, 3));
    const taken: Taken = new Map();
    const parts = chosen.map((name) => `... on ${name} ${this.#selection(this.#objectNamed(name), DEPTH - 1, 5, taken)}`);
    return this.#document('query Fuzz', `{ _entities(representations: $representations) { __typename ${parts.join(' ')} } }`, [
      '$representations: [_Any!]!',
    ]);
  }

  #document(head: string, body: string, others: readonly string[] = []): RandomDocument {
    const declared = [...others, ...this.#slots.map(({ name, type }) => `$${name}: ${String(type)}`)];
    const variables = declared.length === 0 ? '' : `(${declared.join(', ')})`;
    return { source: [`${head}${variables} ${body}`, ...this.#fragments].join('\n'), slots: this.#slots };
  }

  #objectNamed(name: string): GraphQLObjectType {
    const type = this.#schema.getType(name);
    if (!isObjectType(type)) throw new Error(`Expected an object type, got ${name}.`);
    return type;
  }

  #field(parent: string, field: GraphQLField<unknown, unknown>, depth: number, mostOfPage: number): string[] {
    this.#left -= 1;
    const target = getNamedType(field.type);
    const isPaged = field.args.some(({ name }) => name === 'first');
    const write = (alias: string) => {
      const args = this.#arguments(parent, field, mostOfPage);
      const inner = isLeafType(target)
        ? ''
        : ` ${this.#selection(target, depth - 1, isPaged ? Math.max(2, mostOfPage / 6) : mostOfPage)}`;
      return `${alias}${field.name}${args}${this.#condition()}${inner}`;
    };
    if (this.#aliases >= MAX_ALIASES || this.#random.next() > (field.args.length > 0 ? 0.2 : 0.04)) return [write('')];
    const count = field.args.length > 0 && this.#left > 0 ? 2 : 1;
    return Array.from({ length: count }, () => {
      this.#aliases += 1;
      return write(`a${this.#aliases}: `);
    });
  }

  #arguments(parent: string, field: GraphQLField<unknown, unknown>, mostOfPage: number): string {
    const given = field.args.filter((arg) => isRequiredArgument(arg) || this.#random.next() < (CHANCES[arg.name] ?? 0.5));
    const target = getNamedType(field.type).name;
    const written = given.map(({ name, type }) => {
      const place = { of: `${parent}.${field.name}`, name, target, mostOfPage: Math.floor(mostOfPage) };
      return `${name}: $${this.#slot(type, place)}`;
    });
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  #slot(type: GraphQLInputType, place: Place): string {
    const name = `v${this.#slots.length + 1}`;
    this.#slots.push({ name, type, place });
    return name;
  }

  #condition(): string {
    if (this.#random.next() > 0.02) return '';
    const type = this.#schema.getDirective('include')?.args[0]?.type;
    if (type === undefined) return '';
    const place = { of: 'include', name: 'if', target: '', mostOfPage: 0 };
    return ` @${this.#random.pick(['include', 'skip'])}(if: $${this.#slot(type, place)})`;
  }

  #selection(type: GraphQLNamedType, depth: number, mostOfPage: number, taken?: Taken): string {
    if (isAbstractType(type)) {
      const names: Taken = new Map();
      const members = this.#schema
        .getPossibleTypes(type)
        .map((one) => `... on ${one.name} ${this.#selection(one, depth, mostOfPage, names)}`);
      return `{ __typename ${members.join(' ')} }`;
    }
    if (!isObjectType(type)) throw new Error(`${type.name} has no fields.`);
    const fields = Object.values(type.getFields()).filter(
      ({ name, type: answer }) => !name.startsWith('_') && (taken?.get(name) ?? String(answer)) === String(answer),
    );
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)) && this.#random.next() < 0.55);
    const objects = this.#objectsOf(fields, depth);
    for (const field of [...leaves, ...objects]) taken?.set(field.name, String(field.type));
    const selected = [...leaves, ...objects].flatMap((field) => this.#field(type.name, field, depth, mostOfPage));
    if (selected.length === 0 || this.#random.next() < 0.1) selected.push('__typename');
    return this.#wrapped(type, selected);
  }

  /** Where there is little left, the way goes on through lists alone, so that they are not asked for in vain. */
  #objectsOf(fields: Fields, depth: number): Fields {
    const objects = fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const kept = objects.filter(({ name }) => name === 'edges' || name === 'node');
    if (kept.length > 0) return [...kept, ...objects.filter((field) => !kept.includes(field) && this.#random.next() < 0.3)];
    if (depth <= 0 || this.#left <= 0 || objects.length === 0) return [];
    return some(this.#random, objects, this.#random.whole(0, Math.min(3, objects.length)));
  }

  /** Plainly, or a part of it in a fragment, with a name or without. */
  #wrapped(type: GraphQLObjectType, selected: readonly string[]): string {
    const chance = this.#random.next();
    if (chance > 0.2 || selected.length < 2) return `{ ${selected.join(' ')} }`;
    const at = this.#random.whole(1, selected.length - 1);
    const [plain, inFragment] = [selected.slice(0, at).join(' '), selected.slice(at).join(' ')];
    if (chance < 0.1) return `{ ${plain} ... on ${type.name} { ${inFragment} } }`;
    const name = `F${this.#fragments.length + 1}`;
    this.#fragments.push(`fragment ${name} on ${type.name} { ${inFragment} }`);
    return `{ ${plain} ...${name} }`;
  }
}

/** How often an argument that may be left out is given. */
const CHANCES: Readonly<Record<string, number>> = { first: 0.8, after: 0.3, filter: 0.35 };
