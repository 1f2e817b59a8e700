import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What the SDL of one subgraph says of a field. */
export type FieldFacts = {
  readonly name: string;
  readonly typeName: string;
  readonly isExternal: boolean;
  readonly isShareable: boolean;
  readonly requires: SelectionSetNode | undefined;
  readonly overrides: string | undefined;
  /** Fields that are answered here, though another subgraph owns them, for what this field leads to. */
  readonly provides: readonly string[];
};

/** What the SDL of one subgraph says of a type. */
export type TypeFacts = {
  readonly name: string;
  readonly kind: 'object' | 'interface' | 'union' | 'other';
  readonly isInterfaceObject: boolean;
  readonly keys: readonly { readonly text: string; readonly selection: SelectionSetNode; readonly isResolvable: boolean }[];
  readonly implemented: readonly string[];
  readonly members: readonly string[];
  readonly fields: ReadonlyMap<string, FieldFacts>;
};

export type SubgraphFacts = ReadonlyMap<string, TypeFacts>;

/** What each subgraph says of its types, read from its SDL. Throws GraphQLError on text that is no SDL. */
export function readFacts(subgraphs: Readonly<Record<string, string>>): ReadonlyMap<string, SubgraphFacts> {
  return new Map(
    Object.entries(subgraphs).map(([name, sdl]) => {
      const types = parse(sdl).definitions.map(typeFacts);
      return [name, new Map(types.filter((type) => type !== undefined).map((type) => [type.name, type]))];
    }),
  );
}

function typeFacts(node: DefinitionNode): TypeFacts | undefined {
  if (!('name' in node) || node.name === undefined || !('directives' in node)) return undefined;
  const directives = (node.directives ?? []) as readonly ConstDirectiveNode[];
  const hasFields = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
  return {
    name: node.name.value,
    kind:
      node.kind === Kind.OBJECT_TYPE_DEFINITION
        ? 'object'
        : node.kind === Kind.INTERFACE_TYPE_DEFINITION
          ? 'interface'
          : node.kind === Kind.UNION_TYPE_DEFINITION
            ? 'union'
            : 'other',
    isInterfaceObject: named(directives, 'interfaceObject').length > 0,
    keys: named(directives, 'key').map((key) => {
      const text = argument(key, 'fields') ?? '';
      const resolvable = key.arguments?.find((one) => one.name.value === 'resolvable')?.value;
      return { text, selection: selectionOf(text), isResolvable: !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value) };
    }),
    implemented: hasFields ? (node.interfaces ?? []).map((one) => one.name.value) : [],
    members: node.kind === Kind.UNION_TYPE_DEFINITION ? (node.types ?? []).map((one) => one.name.value) : [],
    fields: new Map(hasFields ? (node.fields ?? []).map((one) => [one.name.value, fieldFacts(one)]) : []),
  };
}

function fieldFacts(node: FieldDefinitionNode): FieldFacts {
  const directives = node.directives ?? [];
  const requires = named(directives, 'requires')[0];
  const override = named(directives, 'override')[0];
  const provides = named(directives, 'provides')[0];
  let type = node.type;
  while (type.kind !== Kind.NAMED_TYPE) type = type.type;
  return {
    name: node.name.value,
    typeName: type.name.value,
    isExternal: named(directives, 'external').length > 0,
    isShareable: named(directives, 'shareable').length > 0,
    requires: requires === undefined ? undefined : selectionOf(argument(requires, 'fields') ?? ''),
    provides: provides === undefined ? [] : ((argument(provides, 'fields') ?? '').match(/\w+/g) ?? []),
    overrides: override === undefined ? undefined : argument(override, 'from'),
  };
}

function named(directives: readonly ConstDirectiveNode[], name: string): ConstDirectiveNode[] {
  return directives.filter((directive) => directive.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function selectionOf(fields: string): SelectionSetNode {
  return (parse(`{ ${fields} }`).definitions[0] as OperationDefinitionNode).selectionSet;
}
