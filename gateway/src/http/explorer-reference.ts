import { type DefinitionNode, type InputValueDefinitionNode, Kind, parse, print, type StringValueNode } from 'graphql';

/** An argument, or a field of an input. */
type InputEntry = { readonly name: string; readonly type: string; readonly description: string };

/** A field, an enum value (without a type) or a union member (without arguments). */
type Entry = {
  readonly name: string;
  readonly description: string;
  readonly args?: readonly InputEntry[];
  readonly type?: string;
};

/** One type of the schema, ready to be shown. */
export type ReferenceEntry = {
  readonly name: string;
  readonly kind: 'type' | 'interface' | 'union' | 'enum' | 'input' | 'scalar';
  readonly description: string;
  readonly entries: readonly Entry[];
};

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** The types of a schema: first the roots, then the others by name. Throws when the text is no SDL. */
export function schemaReference(sdl: string): ReferenceEntry[] {
  const types = parse(sdl, { noLocation: true }).definitions.flatMap((definition) => readType(definition) ?? []);
  const rank = ({ name }: ReferenceEntry) => (ROOTS.includes(name) ? ROOTS.indexOf(name) : ROOTS.length);
  return types.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'));
}

function readType(node: DefinitionNode): ReferenceEntry | undefined {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const entries = (node.fields ?? []).map((field) => ({ ...readInput(field), args: (field.arguments ?? []).map(readInput) }));
      return { ...readName(node), kind: node.kind === Kind.OBJECT_TYPE_DEFINITION ? 'type' : 'interface', entries };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return { ...readName(node), kind: 'input', entries: (node.fields ?? []).map(readInput) };
    case Kind.ENUM_TYPE_DEFINITION:
      return { ...readName(node), kind: 'enum', entries: (node.values ?? []).map(readName) };
    case Kind.UNION_TYPE_DEFINITION: {
      const entries = (node.types ?? []).map(({ name }) => ({ name: name.value, type: name.value, description: '' }));
      return { ...readName(node), kind: 'union', entries };
    }
    case Kind.SCALAR_TYPE_DEFINITION:
      return { ...readName(node), kind: 'scalar', entries: [] };
    default:
      return undefined;
  }
}

function readName(node: { name: { value: string }; description?: StringValueNode | undefined }) {
  return { name: node.name.value, description: node.description?.value ?? '' };
}

function readInput(node: Pick<InputValueDefinitionNode, 'name' | 'description' | 'type'>): InputEntry {
  return { ...readName(node), type: print(node.type) };
}
