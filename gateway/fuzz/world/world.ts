import {
  type FieldNode,
  GraphQLError,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { hash32 } from '../random.ts';
import type { Composed } from '../supergraph/composed.ts';
import { leafValue } from './leaf-value.ts';
import { Rules } from './rules.ts';

/** An object of the world: everything about it follows from these two and the seed. */
export type Thing = { readonly type: string; readonly number: number };

/** A thing as resolvers pass it on, with what a representation or a path said of it. */
export type Found = {
  readonly thing: Thing;
  readonly representation?: Readonly<Record<string, unknown>>;
  /** Fields of other subgraphs that this path provides. */
  readonly provided?: readonly string[];
};

/** Entities of one type; few, so that the same one is met at several places. */
const ENTITIES = 5;

/** The data that subgraphs and monolith answer from: a pure function of seed, thing, field, arguments and what the field requires. */
export class World {
  readonly rules: Rules;
  readonly #schema: Composed['supergraph'];
  readonly #seed: string;
  readonly #longLists: boolean;
  /** How many mutations ran in the operation that is now executed. */
  #mutations = 0;

  constructor(composed: Composed, seed: string) {
    this.rules = new Rules(composed);
    this.#schema = composed.supergraph;
    this.#seed = seed;
    this.#longLists = hash32(`long ${seed}`) % 12 === 0;
  }

  /** A field whose subgraphs agree on no type for it, as `Type.field`: there can be no world with it. Undefined when all is well. */
  impossibleField(): string | undefined {
    for (const type of Object.values(this.#schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      for (const { name, type: fieldType } of Object.values(type.getFields())) {
        const named = getNamedType(fieldType);
        if (isCompositeType(named) && this.#possible(type.name, name, named.name).length === 0) return `${type.name}.${name}`;
      }
    }
    return undefined;
  }

  /** Forgets the mutations of the operation before. */
  begin(): void {
    this.#mutations = 0;
  }

  /** A leaf, a Found, a list of these, or null where the schema lets it or, now and then, where it does not. Throws where the world has an error. */
  value(thing: Thing, field: string, args: Readonly<Record<string, unknown>>, required: unknown): unknown {
    const { type, number } = thing;
    if (this.rules.isIdentity(type, field)) return this.#identity(thing, field);
    const nth = type === 'Mutation' ? this.#mutations++ : 0;
    const definition = this.#fieldOf(type, field);
    const isFallible = this.rules.isFallible(type, field);
    const lost = isFallible ? this.#lost(thing, field) : undefined;
    if (lost === 'broken') throw new GraphQLError('The entity is broken.');
    if (lost === 'gone') return null;
    const key = JSON.stringify([this.#seed, type, number, field, sorted(args), sorted(required) ?? null, nth]);
    if (isFallible && unit(`${key}error`) < 0.02) throw new GraphQLError(`${type}.${field} failed.`);
    const chosen = this.#possible(type, field, getNamedType(definition.type).name);
    return this.#complete(definition.type, key, {
      isFallible,
      mayBeNull: !this.rules.isKey(type, field),
      chosen,
      isTop: type === 'Query' || type === 'Mutation',
    });
  }

  /** How a subgraph fails to find an entity; undefined when it finds it. */
  missing(subgraph: string, { type, number }: Thing): 'gone' | 'broken' | undefined {
    const chance = unit(`${this.#seed}missing${subgraph}${type}${number}`);
    if (chance > 0.12 || !this.rules.isMissable(subgraph, type)) return undefined;
    return chance > 0.05 ? 'gone' : 'broken';
  }

  /** The values that a selection requires of a thing, as a subgraph would get them. */
  requiredOf(thing: Thing, selection: SelectionSetNode): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const one of selection.selections) {
      if (one.kind === Kind.INLINE_FRAGMENT && this.isA(thing.type, one.typeCondition?.name.value)) {
        Object.assign(values, this.requiredOf(thing, one.selectionSet));
      }
      if (one.kind !== Kind.FIELD) continue;
      values[one.name.value] = one.name.value === '__typename' ? thing.type : this.#requiredValue(thing, one);
    }
    return values;
  }

  /** Whether things of this object type are of that type. */
  isA(type: string, other: string | undefined): boolean {
    return other === undefined || this.rules.possible(other).includes(type);
  }

  /** The thing that a key leads to; undefined when it is no value of a key. */
  find(type: string, field: string, value: unknown): Thing | undefined {
    for (const name of this.rules.possible(type)) {
      for (let number = 0; number < ENTITIES; number++) {
        if (this.rules.isIdentity(name, field) && this.#identity({ type: name, number }, field) === value)
          return { type: name, number };
      }
    }
    return undefined;
  }

  #requiredValue(thing: Thing, node: FieldNode): unknown {
    const { name, selectionSet } = node;
    const definition = this.#fieldOf(thing.type, name.value);
    const requirement = this.rules.requirement(thing.type, name.value);
    const required = requirement === undefined ? undefined : this.requiredOf(thing, requirement);
    const value = this.value(thing, name.value, getArgumentValues(definition, node), required);
    if (selectionSet === undefined) return value;
    const shape = (one: unknown): unknown => {
      if (Array.isArray(one)) return one.map(shape);
      return one === null ? null : this.requiredOf((one as Found).thing, selectionSet);
    };
    return shape(value);
  }

  #identity({ type, number }: Thing, field: string): string | number {
    const named = getNamedType(this.#fieldOf(type, field).type).name;
    return named === 'Int' ? (hash32(type) % 10_000) * 100 + number : `${field === 'id' ? '' : `${field}/`}${type}-${number}`;
  }

  #fieldOf(type: string, field: string) {
    const found = this.#schema.getType(type);
    const definition = isObjectType(found) ? found.getFields()[field] : undefined;
    if (definition === undefined) throw new Error(`The supergraph has no field ${type}.${field}.`);
    return definition;
  }

  /** An entity that one subgraph misses has none of the fields that this subgraph answers. */
  #lost(thing: Thing, field: string): 'gone' | 'broken' | undefined {
    const [only] = this.rules.definitions(thing.type, field);
    return only === undefined ? undefined : this.missing(only.subgraph, thing);
  }

  /** Object types that every subgraph which answers the field knows for it. */
  #possible(type: string, field: string, named: string): readonly string[] {
    const definitions = this.rules.definitions(type, field);
    return definitions.reduce((left, { subgraph }) => {
      const known = this.rules.possible(named, subgraph);
      return left.filter((name) => known.includes(name));
    }, this.rules.possible(named));
  }

  #complete(type: GraphQLOutputType, key: string, rule: Completion): unknown {
    if (isNonNullType(type)) {
      if (rule.isFallible && unit(`${key}promise`) < 0.015) return null;
      return this.#complete(type.ofType, key, { ...rule, isPromised: true });
    }
    if (rule.isPromised !== true && rule.mayBeNull && unit(`${key}null`) < 0.13) return null;
    if (isListType(type)) {
      const most = this.#longLists && rule.isTop ? 40 : 4;
      const length = hash32(`${key}length`) % most;
      return Array.from({ length }, (_, at) =>
        this.#complete(type.ofType, `${key}${at}`, { ...rule, isPromised: false, isTop: false }),
      );
    }
    // First parts of a key repeat: an executor that looks at them alone mixes entities up.
    if (isLeafType(type)) return type.name === 'Int' && !rule.mayBeNull ? hash32(key) % 2 : leafValue(type, key);
    const chosen = rule.chosen[hash32(`${key}type`) % rule.chosen.length] as string;
    const isEntity = [...this.rules.facts.values()].some((types) => (types.get(chosen)?.keys.length ?? 0) > 0);
    return {
      thing: { type: chosen, number: isEntity ? hash32(`${key}thing`) % ENTITIES : hash32(`${key}thing`) },
    } satisfies Found;
  }
}

type Completion = {
  readonly isFallible: boolean;
  readonly mayBeNull: boolean;
  readonly chosen: readonly string[];
  readonly isTop: boolean;
  readonly isPromised?: boolean;
};

function unit(key: string): number {
  return hash32(key) / 4_294_967_296;
}

/** The same value with the names of its objects in order, so that equal arguments have equal text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => [name, sorted(one)]);
}
