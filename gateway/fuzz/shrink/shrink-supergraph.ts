import { type ASTNode, type DocumentNode, type FieldDefinitionNode, Kind, parse, print, type TypeNode, visit } from 'graphql';
import { type Edit, shrinkDocument } from './edits.ts';

type Subgraphs = Readonly<Record<string, string>>;

/** Fewer and smaller subgraphs that are still interesting. Those who ask decide what composes. */
export async function shrinkSubgraphs(subgraphs: Subgraphs, isInteresting: (subgraphs: Subgraphs) => Promise<boolean>, isOver: () => boolean): Promise<Subgraphs> {
  let best = await withoutSome(subgraphs, Object.keys(subgraphs).map((name) => (all) => omit(all, name)), isInteresting, isOver);
  best = await withoutSome(best, [...namesOf(best, 'type')].map((type) => (all) => everywhere(all, (document) => withoutType(document, type))), isInteresting, isOver);
  best = await withoutSome(best, [...namesOf(best, 'field')].map((path) => (all) => everywhere(all, (document) => withoutField(document, path))), isInteresting, isOver);
  for (const name of Object.keys(best)) {
    best = await shrinkDocument(best, [dropPart], {
      read: (all) => parse(all[name] ?? '', { noLocation: true }),
      write: (all, document) => withoutIdleExternals({ ...all, [name]: print(document) }),
      isInteresting,
      isOver,
    });
  }
  return best;
}

async function withoutSome(start: Subgraphs, cuts: readonly ((all: Subgraphs) => Subgraphs)[], isInteresting: (all: Subgraphs) => Promise<boolean>, isOver: () => boolean): Promise<Subgraphs> {
  let best = start;
  for (const cut of cuts) {
    if (isOver()) break;
    const candidate = withoutIdleExternals(cut(best));
    if (await isInteresting(candidate)) best = candidate;
  }
  return best;
}

const dropPart: Edit = (node) => {
  if (node.kind === Kind.DIRECTIVE && node.name.value === 'link') return undefined;
  const isPart = node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.DIRECTIVE || node.kind === Kind.INPUT_VALUE_DEFINITION || node.kind === Kind.ENUM_VALUE_DEFINITION || node.kind === Kind.OBJECT_TYPE_DEFINITION;
  return isPart ? null : undefined;
};

/** A document without a type and all that mentions it. */
function withoutType(document: DocumentNode, type: string): DocumentNode {
  return visit(document, {
    enter(node: ASTNode) {
      if ('name' in node && node.name?.value === type && node.kind.endsWith('Definition')) return null;
      if ((node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.INPUT_VALUE_DEFINITION) && nameOf(node.type) === type) return null;
      if (node.kind === Kind.NAMED_TYPE && node.name.value === type) return null;
      return undefined;
    },
  });
}

/** A document without a field, and without directives that name it on other fields of the graph. */
function withoutField(document: DocumentNode, path: string): DocumentNode {
  const [type, field] = path.split('.');
  return visit(document, {
    ObjectTypeDefinition: (node) => (node.name.value === type ? { ...node, fields: (node.fields ?? []).filter((one) => one.name.value !== field) } : undefined),
    InterfaceTypeDefinition: (node) => (node.name.value === type ? { ...node, fields: (node.fields ?? []).filter((one) => one.name.value !== field) } : undefined),
  });
}

/** An `@external` that no selection names does not compose. */
function withoutIdleExternals(subgraphs: Subgraphs): Subgraphs {
  return everywhere(subgraphs, (document) => {
    const named = new Set<string>();
    visit(document, {
      Argument: ({ name, value }) => {
        if (name.value === 'fields' && value.kind === Kind.STRING) for (const word of value.value.match(/\w+/g) ?? []) named.add(word);
      },
    });
    const isExternal = ({ directives }: FieldDefinitionNode) => directives?.some((one) => one.name.value === 'external') === true;
    return visit(document, { FieldDefinition: (node) => (isExternal(node) && !named.has(node.name.value) ? null : undefined) });
  });
}

function namesOf(subgraphs: Subgraphs, what: 'type' | 'field'): Set<string> {
  const names = new Set<string>();
  for (const sdl of Object.values(subgraphs)) {
    for (const node of parse(sdl).definitions) {
      if (!('name' in node) || node.name === undefined || ['Query', 'Mutation'].includes(node.name.value) === (what === 'type')) continue;
      if (what === 'type') names.add(node.name.value);
    }
    for (const node of parse(sdl).definitions) {
      if (what !== 'field' || (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION)) continue;
      for (const field of node.fields ?? []) names.add(`${node.name.value}.${field.name.value}`);
    }
  }
  return names;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

const omit = (all: Subgraphs, name: string): Subgraphs => Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));
const everywhere = (all: Subgraphs, cut: (document: DocumentNode) => DocumentNode): Subgraphs =>
  Object.fromEntries(Object.entries(all).map(([name, sdl]) => [name, print(cut(parse(sdl, { noLocation: true })))]));
