import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** A field with fixed arguments that some `@requires` asks for, under the name of its own that it got. */
export type FixedField = {
  /** The field as its subgraph knows it. */
  readonly field: string;
  /** Its arguments as GraphQL text with parentheses: `(currency: "MXN")`. */
  readonly argumentsText: string;
};

/** What one `@requires` asks for: by path of field names from the entity (`shop.price`), the name that is planned for it. */
export type Requirement = ReadonlyMap<string, string>;

/** A supergraph that the planner plans right, and what must be undone in the plans that it makes. */
export type PreparedSupergraph = {
  readonly sdl: string;
  /** By name of their own; empty where no `@requires` has arguments. */
  readonly fixedFields: ReadonlyMap<string, FixedField>;
  /** By `subgraph Type.field`: what that field's `@requires` asks for. */
  readonly requirements: ReadonlyMap<string, Requirement>;
  /** By `subgraph Type`: for each key that the subgraph can resolve, the names of its fields. */
  readonly keys: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Names of the interfaces that some subgraph knows as objects. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Names of the fields of those interfaces. */
  readonly interfaceObjectFields: ReadonlySet<string>;
  /** Names of all fields of all types. */
  readonly fieldNames: ReadonlySet<string>;
  /** Names of the fields that stand in some key or `@requires`: the planner adds them to what clients select. */
  readonly inputNames: ReadonlySet<string>;
  /** Names of the subgraphs. */
  readonly subgraphs: readonly string[];
};

type ComplexType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * The supergraph, changed where the query planner (2.14) plans wrongly from it:
 * - it takes the first key of a type even if that key cannot be resolved: keys that can be come first;
 * - it selects what a `@requires` needs under the field's own name whatever the arguments, so two of them, or a client's own selection,
 *   collide: each such field with arguments becomes a field of its own without arguments.
 * It is for the planner alone: clients are validated against the supergraph as it is.
 */
export function prepareSupergraph(sdl: string): PreparedSupergraph {
  const document = parse(sdl, { noLocation: true });
  const types = new Map<string, ComplexType>();
  for (const definition of document.definitions) if (isComplex(definition)) types.set(definition.name.value, definition);
  const graphs = graphNames(document);
  const fixed = new FixedFields(types);
  const requirements = new Map<string, Requirement>();
  const inputNames = new Set<string>();
  const keys = new Map<string, string[][]>();
  const interfaceObjects = new Set<string>();

  const prepared = new Map<string, ComplexType>();
  for (const [name, type] of types) {
    for (const directive of type.directives ?? []) {
      if (directive.name.value === 'join__type' && isTrue(directive, 'isInterfaceObject')) interfaceObjects.add(name);
      const key = directive.name.value === 'join__type' ? textArgument(directive, 'key') : undefined;
      if (key === undefined) continue;
      noteNames(selectionOf(key), inputNames);
      if (isUnresolvable(directive)) continue;
      const owner = `${graphs.get(enumArgument(directive, 'graph') ?? '') ?? ''} ${name}`;
      const fields = selectionOf(key).selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
      keys.set(owner, [...(keys.get(owner) ?? []), fields]);
    }
    const fields = type.fields?.map((field) => {
      const directives = field.directives?.map((directive) => {
        const required = directive.name.value === 'join__field' ? textArgument(directive, 'requires') : undefined;
        if (required === undefined) return directive;
        const selection = selectionOf(required);
        noteNames(selection, inputNames);
        const paths = new Map<string, string>();
        const replaced = fixed.replace(selection, name, '', paths);
        const graph = graphs.get(enumArgument(directive, 'graph') ?? '') ?? '';
        requirements.set(`${graph} ${name}.${field.name.value}`, paths);
        return withTextArgument(directive, 'requires', print(replaced).replace(/\s+/g, ' ').slice(2, -2));
      });
      return directives === undefined ? field : { ...field, directives };
    });
    prepared.set(name, { ...type, directives: resolvableFirst(type), ...(fields === undefined ? {} : { fields }) });
  }
  const definitions = document.definitions.map((definition) => {
    const type = isComplex(definition) ? prepared.get(definition.name.value) : undefined;
    return type === undefined
      ? definition
      : { ...type, fields: [...(type.fields ?? []), ...fixed.definitionsOf(type.name.value)] };
  });
  return {
    sdl: print({ ...document, definitions }),
    fixedFields: fixed.byName,
    requirements,
    keys,
    interfaceObjects,
    interfaceObjectFields: fieldNamesOf([...types.values()].filter(({ name }) => interfaceObjects.has(name.value))),
    fieldNames: fieldNamesOf([...types.values()]),
    inputNames,
    subgraphs: [...graphs.values()],
  };
}

/** Makes fields of their own, one for each field and arguments, on every type that may have them. */
class FixedFields {
  readonly byName = new Map<string, FixedField>();
  readonly #types: ReadonlyMap<string, ComplexType>;
  readonly #names = new Map<string, string>();
  readonly #added = new Map<string, Map<string, FieldDefinitionNode>>();

  constructor(types: ReadonlyMap<string, ComplexType>) {
    this.#types = types;
  }

  /** The selection with every field that has arguments replaced; notes all paths with the names that stand there now. */
  replace(set: SelectionSetNode, typeName: string, above: string, paths: Map<string, string>): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value ?? typeName;
        return { ...selection, selectionSet: this.replace(selection.selectionSet, on, above, paths) };
      }
      const definition = this.#types.get(typeName)?.fields?.find((field) => field.name.value === selection.name.value);
      const path = above === '' ? selection.name.value : `${above}.${selection.name.value}`;
      const name = definition === undefined ? selection.name.value : this.#nameOf(selection, definition, typeName);
      paths.set(path, name);
      const replaced: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } };
      if (selection.selectionSet === undefined || definition === undefined) return replaced;
      return { ...replaced, selectionSet: this.replace(selection.selectionSet, namedType(definition.type), path, paths) };
    });
    return { ...set, selections };
  }

  definitionsOf(typeName: string): FieldDefinitionNode[] {
    return [...(this.#added.get(typeName)?.values() ?? [])];
  }

  #nameOf(selection: FieldNode, definition: FieldDefinitionNode, typeName: string): string {
    const field = selection.name.value;
    if ((selection.arguments ?? []).length === 0) return field;
    const given = selection.arguments?.map((argument) => print(argument)).sort() ?? [];
    const argumentsText = `(${given.join(', ')})`;
    const key = `${field}${argumentsText}`;
    const name = this.#names.get(key) ?? `fixed${this.#names.size}__${field}`;
    this.#names.set(key, name);
    this.byName.set(name, { field, argumentsText });
    for (const owner of this.#ownersOf(typeName)) {
      const own = owner.fields?.find((candidate) => candidate.name.value === field) ?? definition;
      const added = this.#added.get(owner.name.value) ?? new Map<string, FieldDefinitionNode>();
      this.#added.set(owner.name.value, added.set(name, withoutArguments(own, name)));
    }
    return name;
  }

  /** A type, and, of an interface, all that implement it. */
  #ownersOf(typeName: string): ComplexType[] {
    return [...this.#types.values()].filter(
      (type) => type.name.value === typeName || type.interfaces?.some((one) => one.name.value === typeName),
    );
  }
}

function withoutArguments(definition: FieldDefinitionNode, name: string): FieldDefinitionNode {
  const joined = (definition.directives ?? []).filter((directive) => directive.name.value === 'join__field');
  return {
    kind: Kind.FIELD_DEFINITION,
    name: { kind: Kind.NAME, value: name },
    type: definition.type,
    directives: joined,
  };
}

function resolvableFirst(type: ComplexType): ConstDirectiveNode[] {
  const directives = type.directives ?? [];
  return [...directives.filter((one) => !isUnresolvable(one)), ...directives.filter(isUnresolvable)];
}

function isUnresolvable(directive: ConstDirectiveNode): boolean {
  const { value } = directive.arguments?.find(({ name }) => name.value === 'resolvable') ?? {};
  return directive.name.value === 'join__type' && value?.kind === Kind.BOOLEAN && !value.value;
}

/** By value of the enum `join__Graph`: the name of the subgraph. */
function graphNames(document: DocumentNode): Map<string, string> {
  const names = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
      names.set(value.name.value, (graph && textArgument(graph, 'name')) ?? value.name.value);
    }
  }
  return names;
}

function selectionOf(fields: string): SelectionSetNode {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`A selection of fields was expected, got "${fields}".`);
  return operation.selectionSet;
}

function noteNames(set: SelectionSetNode, names: Set<string>): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value);
    if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet !== undefined) noteNames(selection.selectionSet, names);
  }
}

function fieldNamesOf(types: readonly ComplexType[]): Set<string> {
  return new Set(types.flatMap((type) => (type.fields ?? []).map((field) => field.name.value)));
}

function isComplex(definition: DefinitionNode): definition is ComplexType {
  return definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? (type satisfies NamedTypeNode).name.value : namedType(type.type);
}

function textArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function isTrue(directive: ConstDirectiveNode, name: string): boolean {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN && value.value;
}

function enumArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

function withTextArgument(directive: ConstDirectiveNode, name: string, text: string): ConstDirectiveNode {
  const changed = directive.arguments?.map((argument) =>
    argument.name.value === name ? { ...argument, value: { kind: Kind.STRING as const, value: text } } : argument,
  );
  return changed === undefined ? directive : { ...directive, arguments: changed };
}
