import {
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Composed } from '../supergraph/composed.ts';
import { type FieldFacts, readFacts, type SubgraphFacts, type TypeFacts } from './facts.ts';

/** What must hold in a world that all subgraphs and the monolith share, so that federation can answer as the monolith does. */
export class Rules {
  readonly facts: ReadonlyMap<string, SubgraphFacts>;
  readonly #schema: GraphQLSchema;
  /** `Type.field` that are part of a key: never null, never an error. */
  readonly #keyFields = new Set<string>();
  /** `Type.field` that some `@requires` selects: an error there would reach a field that did not ask for it. */
  readonly #required = new Set<string>();
  /** Types inside of a requirement: a broken promise in them would take the requirement away. */
  readonly #sealed = new Set<string>();
  /** `Type.field` by whose value a subgraph finds the entity again. */
  readonly #identities = new Set<string>();

  constructor({ subgraphs, supergraph }: Composed) {
    this.facts = readFacts(subgraphs);
    this.#schema = supergraph;
    for (const { type } of this.#types()) {
      // Without its entity nobody knows of what type an interface object is.
      if (type.kind === 'interface' && type.keys.length > 0) for (const name of this.possible(type.name)) this.#seal(name);
      for (const key of type.keys) {
        this.#visit(type.name, key.selection, (path) => this.#keyFields.add(path));
        const leaves = key.selection.selections.filter((one) => one.kind === Kind.FIELD && one.selectionSet === undefined);
        const last = leaves.at(-1);
        if (last?.kind === Kind.FIELD)
          for (const name of this.possible(type.name)) this.#identities.add(`${name}.${last.name.value}`);
      }
      for (const { requires } of type.fields.values()) {
        if (requires === undefined) continue;
        this.#visit(type.name, requires, (path, inner) => {
          this.#required.add(path);
          for (const name of inner) this.#seal(name);
        });
      }
    }
  }

  /** Whether a value may be an error, or break its promise not to be null. */
  isFallible(type: string, field: string): boolean {
    const path = `${type}.${field}`;
    if (this.#keyFields.has(path) || this.#required.has(path)) return false;
    return !(this.#sealed.has(type) && isNonNullType(this.#fieldType(type, field)));
  }

  isKey(type: string, field: string): boolean {
    return this.#keyFields.has(`${type}.${field}`);
  }

  isIdentity(type: string, field: string): boolean {
    return this.#identities.has(`${type}.${field}`);
  }

  /** The selection that a computed field requires. */
  requirement(type: string, field: string): SelectionSetNode | undefined {
    return this.definitions(type, field).find(({ facts }) => facts.requires !== undefined)?.facts.requires;
  }

  /** Where a field of an object type is answered; by an interface object as well. */
  definitions(type: string, field: string): { subgraph: string; facts: FieldFacts }[] {
    return [...this.facts].flatMap(([subgraph, types]) => {
      const found = [...types.values()]
        .filter((one) => one.name === type || (one.isInterfaceObject && this.possible(one.name).includes(type)))
        .map((one) => one.fields.get(field))
        .filter((one) => one !== undefined && !one.isExternal && !this.isOverridden(subgraph, type, field));
      return found.map((facts) => ({ subgraph, facts: facts as FieldFacts }));
    });
  }

  isOverridden(subgraph: string, type: string, field: string): boolean {
    return [...this.facts.values()].some((types) => types.get(type)?.fields.get(field)?.overrides === subgraph);
  }

  /** Object types that a value of this type can have, in the supergraph or as one subgraph knows it; sorted. */
  possible(type: string, subgraph?: string): readonly string[] {
    const found = this.#schema.getType(type);
    if (isObjectType(found)) return [type];
    if (!isAbstractType(found)) return [];
    const all = this.#schema
      .getPossibleTypes(found)
      .map(({ name }) => name)
      .sort();
    const types = subgraph === undefined ? undefined : this.facts.get(subgraph);
    const here = types?.get(type);
    if (types === undefined || here === undefined || here.isInterfaceObject) return all;
    return all.filter((name) =>
      here.kind === 'union' ? here.members.includes(name) : types.get(name)?.implemented.includes(type) === true,
    );
  }

  /** Whether a subgraph may fail to find entities of a type: then everything is missing that it alone answers, and nothing else. */
  isMissable(subgraph: string, type: string): boolean {
    const here = this.facts.get(subgraph)?.get(type);
    if (
      here === undefined ||
      here.kind !== 'object' ||
      here.isInterfaceObject ||
      here.keys.length !== 1 ||
      this.#sealed.has(type)
    )
      return false;
    const versions = this.#types().filter((one) => one.type.name === type);
    const sameKey = versions.every(({ type: one }) => one.keys.length === 1 && one.keys[0]?.text === here.keys[0]?.text);
    const isForeign = this.#types().some(
      ({ type: one }) =>
        (one.isInterfaceObject || (one.kind === 'interface' && one.keys.length > 0)) && this.possible(one.name).includes(type),
    );
    const isOwn = ({ name, requires }: FieldFacts) =>
      requires === undefined && versions.every((one) => one.subgraph === subgraph || !one.type.fields.has(name));
    const others = [...here.fields.values()].filter(({ name }) => !this.isKey(type, name));
    return sameKey && !isForeign && !here.keys[0]?.text.includes('{') && others.length > 0 && others.every(isOwn);
  }

  #types(): { subgraph: string; type: TypeFacts }[] {
    return [...this.facts].flatMap(([subgraph, types]) => [...types.values()].map((type) => ({ subgraph, type })));
  }

  #fieldType(type: string, field: string) {
    const found = this.#schema.getType(type);
    return found !== undefined && 'getFields' in found ? found.getFields()[field]?.type : undefined;
  }

  /** Calls back for each field of a selection, on each object type that it can be a field of, with the object types in it. */
  #visit(type: string, selection: SelectionSetNode, visit: (path: string, inner: readonly string[]) => void): void {
    for (const one of selection.selections) {
      if (one.kind === Kind.INLINE_FRAGMENT) this.#visit(one.typeCondition?.name.value ?? type, one.selectionSet, visit);
      if (one.kind !== Kind.FIELD) continue;
      for (const name of this.possible(type)) {
        const named = getNamedType(this.#fieldType(name, one.name.value));
        const inner = isCompositeType(named) ? this.possible(named.name) : [];
        visit(`${name}.${one.name.value}`, inner);
        if (named !== undefined && one.selectionSet !== undefined) this.#visit(named.name, one.selectionSet, visit);
      }
    }
  }

  #seal(type: string): void {
    if (this.#sealed.has(type)) return;
    this.#sealed.add(type);
    const found = this.#schema.getType(type);
    if (!isObjectType(found)) return;
    for (const { type: fieldType } of Object.values(found.getFields())) {
      const named = getNamedType(fieldType);
      if (isNonNullType(fieldType) && isCompositeType(named)) for (const name of this.possible(named.name)) this.#seal(name);
    }
  }
}
