import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';

/** How many items a list is taken to have, as `@listSize` says it. */
export type ListSize = {
  /** Where no slicing argument is given; undefined: the model's own assumption. */
  readonly assumedSize: number | undefined;
  /** Arguments, or paths into input objects (`input.first`), that bound the list. Of several that are given the greatest counts. */
  readonly slicingArguments: readonly (readonly string[])[];
  /** Fields of the answer that are the sized lists; empty: the field is a list itself. */
  readonly sizedFields: readonly string[];
  /** Whether an operation must give exactly one of `slicingArguments`. */
  readonly requiresOne: boolean;
};

/** What `@cost` and `@listSize` say in a supergraph, by coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
export type CostDirectives = {
  readonly weights: ReadonlyMap<string, number>;
  readonly sizes: ReadonlyMap<string, ListSize>;
};

/** Reads the two directives wherever they stand, under the names that composition gave them. */
export function readCostDirectives(document: DocumentNode): CostDirectives {
  const names = directiveNames(document);
  const weights = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      const { value } = directive.name;
      if (value === names.cost) weights.set(coordinate, numberOf(directive, 'weight') ?? 1);
      if (value === names.listSize) sizes.set(coordinate, listSizeOf(directive));
    }
  };
  for (const definition of document.definitions) {
    if (!('name' in definition) || definition.name === undefined) continue;
    const type = definition.name.value;
    if ('directives' in definition && definition.kind !== Kind.OPERATION_DEFINITION) {
      note(type, definition.directives as readonly ConstDirectiveNode[]);
    }
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) {
      note(`${type}.${field.name.value}`, field.directives);
      if (field.kind !== Kind.FIELD_DEFINITION) continue;
      for (const argument of field.arguments ?? []) {
        note(`${type}.${field.name.value}(${argument.name.value}:)`, argument.directives);
      }
    }
  }
  return { weights, sizes };
}

/** Under which names composition imported the two directives. */
function directiveNames(document: DocumentNode): { cost: string; listSize: string } {
  const links = document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
        ? (definition.directives ?? [])
        : [],
    )
    .filter(({ name }) => name.value === 'link');
  const link = links.find((directive) => textOf(directive, 'url')?.includes('specs.apollo.dev/cost/') === true);
  const imports = link?.arguments?.find(({ name }) => name.value === 'import')?.value;
  const named = { cost: 'cost', listSize: 'listSize' };
  for (const item of imports?.kind === Kind.LIST ? imports.values : []) {
    if (item.kind !== Kind.OBJECT) continue;
    const part = (key: string) => {
      const value = item.fields.find(({ name }) => name.value === key)?.value;
      return value?.kind === Kind.STRING ? value.value.replace(/^@/, '') : undefined;
    };
    const [name, as] = [part('name'), part('as')];
    if (as !== undefined && (name === 'cost' || name === 'listSize')) named[name] = as;
  }
  return named;
}

function listSizeOf(directive: ConstDirectiveNode): ListSize {
  const slicingArguments = textsOf(directive, 'slicingArguments').map((path) => path.split('.'));
  const requires = directive.arguments?.find(({ name }) => name.value === 'requireOneSlicingArgument')?.value;
  const isRequired = requires?.kind === Kind.BOOLEAN ? requires.value : true;
  return {
    assumedSize: numberOf(directive, 'assumedSize'),
    slicingArguments,
    sizedFields: textsOf(directive, 'sizedFields'),
    requiresOne: isRequired && slicingArguments.length > 0,
  };
}

function numberOf(directive: ConstDirectiveNode, argument: string): number | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  // The weight is a text in IBM's specification and a whole number in Apollo's.
  const isNumber = value?.kind === Kind.INT || value?.kind === Kind.FLOAT || value?.kind === Kind.STRING;
  const number = isNumber ? Number(value.value) : undefined;
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}

function textOf(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function textsOf(directive: ConstDirectiveNode, argument: string): string[] {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  const items = value?.kind === Kind.LIST ? value.values : value === undefined ? [] : [value];
  return items.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}
