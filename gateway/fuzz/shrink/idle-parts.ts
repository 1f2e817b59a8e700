import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';

type Subgraphs = Readonly<Record<string, string>>;

/** The subgraphs without what nobody can reach: `@external` fields that no selection names, and types that no root leads to. */
export function withoutIdleParts(subgraphs: Subgraphs): Subgraphs {
  const tidy = everywhere(subgraphs, withoutIdleExternals);
  const reached = reachable(Object.values(tidy).map((sdl) => parse(sdl, { noLocation: true })));
  return everywhere(tidy, (document) => ({
    ...document,
    definitions: document.definitions.filter((one) => nameOf(one) === undefined || reached.has(nameOf(one) ?? '')),
  }));
}

/** Keeps the fields whose names an operation has, and those that their directives select: mostly enough to fail in the same way. */
export function onlyNamed(subgraphs: Subgraphs, source: string): Subgraphs {
  const named = new Set(wordsOf(source));
  const isNamed = ({ name }: FieldDefinitionNode) => named.has(name.value);
  for (let size = -1; size !== named.size; ) {
    size = named.size;
    for (const sdl of Object.values(subgraphs)) {
      visit(parse(sdl, { noLocation: true }), {
        FieldDefinition: (node) => {
          if (isNamed(node)) for (const word of selectedBy(node)) named.add(word);
          return false;
        },
        Directive: (node) => {
          if (node.name.value === 'key') for (const word of selectedBy({ directives: [node] })) named.add(word);
        },
      });
    }
  }
  return everywhere(subgraphs, (document) => visit(document, { FieldDefinition: (node) => (isNamed(node) ? undefined : null) }));
}

/** The same change to each subgraph. */
export function everywhere(all: Subgraphs, change: (document: DocumentNode) => DocumentNode): Subgraphs {
  return Object.fromEntries(Object.entries(all).map(([name, sdl]) => [name, print(change(parse(sdl, { noLocation: true })))]));
}

function withoutIdleExternals(document: DocumentNode): DocumentNode {
  const named = new Set<string>();
  visit(document, { Directive: (node) => void selectedBy({ directives: [node] }).map((word) => named.add(word)) });
  const isExternal = ({ directives }: FieldDefinitionNode) => directives?.some((one) => one.name.value === 'external') === true;
  return visit(document, {
    FieldDefinition: (node) => (isExternal(node) && !named.has(node.name.value) ? null : undefined),
  });
}

function reachable(documents: readonly DocumentNode[]): Set<string> {
  const definitions = documents.flatMap((document) => document.definitions);
  const reached = new Set(['Query', 'Mutation']);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const one of definitions) {
      const name = nameOf(one);
      if (name === undefined) continue;
      const interfaces = 'interfaces' in one ? (one.interfaces ?? []).map((each) => each.name.value) : [];
      // An implementation is reached through its interface.
      if (interfaces.some((each) => reached.has(each))) reached.add(name);
      if (reached.has(name)) visit(one, { NamedType: (type) => void reached.add(type.name.value) });
    }
  }
  return reached;
}

function selectedBy({ directives }: { readonly directives?: readonly DirectiveNode[] | undefined }): string[] {
  const fields = (directives ?? []).flatMap((one) => (one.arguments ?? []).filter(({ name }) => name.value === 'fields'));
  return fields.flatMap(({ value }) => (value.kind === Kind.STRING ? wordsOf(value.value) : []));
}

function nameOf(definition: DefinitionNode): string | undefined {
  return 'name' in definition && definition.kind !== Kind.DIRECTIVE_DEFINITION ? definition.name?.value : undefined;
}

const wordsOf = (text: string): string[] => text.match(/\w+/g) ?? [];
