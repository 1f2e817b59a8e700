import {
  buildASTSchema,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import type { CacheScope } from './cache-words.ts';

/** What one `@cacheControl` says. Under `inheritsMaxAge`, `maxAgeSeconds` is undefined. */
export type CacheHint = {
  readonly maxAgeSeconds: number | undefined;
  readonly scope: CacheScope | undefined;
  readonly inheritsMaxAge: boolean;
};

/** The cache hints of one supergraph. */
export type CacheHints = {
  /** Tells this supergraph from the one before it. */
  readonly schemaId: string;
  /** Everything that the islands serve, also what clients do not see. */
  readonly schema: GraphQLSchema;
  ofType(type: GraphQLNamedType): CacheHint | undefined;
  ofField(field: GraphQLField<unknown, unknown>): CacheHint | undefined;
  /** Whether objects of the type have a key, and so a mark of their own. */
  isEntity(typeName: string): boolean;
  /** Names of the object types that a named type can turn out to be. */
  objectTypesOf(type: GraphQLNamedType): readonly string[];
  /** Entity types of which something may be kept: only their changes have to be followed. */
  readonly keptTypes: ReadonlySet<string>;
  /** Whether anything is kept for one session alone. */
  readonly hasPrivate: boolean;
};

const DIRECTIVE = 'cacheControl';

/** Reads the hints of a supergraph, which composition carries over from the islands. Throws GraphQLError on text that is no SDL. */
export function readCacheHints(supergraphSdl: string, schemaId: string): CacheHints {
  const schema = buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true, assumeValid: true });
  const byType = new Map<string, CacheHint>();
  const byField = new Map<GraphQLField<unknown, unknown>, CacheHint>();
  const entities = new Set<string>();
  const keptTypes = new Set<string>();
  const objectTypesOf = (type: GraphQLNamedType): readonly string[] => {
    if (isObjectType(type)) return [type.name];
    return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
  };

  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  for (const type of types) {
    if (isKeyed(type)) entities.add(type.name);
    const hint = readHint(type.astNode?.directives);
    if (hint !== undefined) byType.set(type.name, hint);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const ofField = readHint(field.astNode?.directives);
      if (ofField !== undefined) byField.set(field, ofField);
    }
  }
  const hinted = [
    ...types.filter(({ name }) => keeps(byType.get(name))),
    ...[...byField].filter(([, hint]) => keeps(hint)).map(([field]) => getNamedType(field.type)),
  ];
  for (const name of hinted.flatMap(objectTypesOf)) if (entities.has(name)) keptTypes.add(name);

  return {
    schemaId,
    schema,
    ofType: ({ name }) => byType.get(name),
    ofField: (field) => byField.get(field),
    isEntity: (typeName) => entities.has(typeName),
    objectTypesOf,
    keptTypes,
    hasPrivate: [...byType.values(), ...byField.values()].some(
      (hint) => hint.scope === 'PRIVATE' || (hint.scope === undefined && !hint.inheritsMaxAge && keeps(hint)),
    ),
  };
}

function keeps(hint: CacheHint | undefined): boolean {
  return hint !== undefined && hint.maxAgeSeconds !== 0;
}

function readHint(directives: readonly ConstDirectiveNode[] | undefined): CacheHint | undefined {
  const node = directives?.find(({ name }) => name.value === DIRECTIVE);
  if (node === undefined) return undefined;
  const value = (name: string) => node.arguments?.find((argument) => argument.name.value === name)?.value;
  const maxAge = value('maxAge');
  const scope = value('scope');
  const inherit = value('inheritMaxAge');
  const inheritsMaxAge = inherit?.kind === Kind.BOOLEAN && inherit.value;
  return {
    maxAgeSeconds: maxAge?.kind === Kind.INT && !inheritsMaxAge ? Math.max(0, Number(maxAge.value)) : undefined,
    scope: scope?.kind === Kind.ENUM ? (scope.value === 'PUBLIC' ? 'PUBLIC' : 'PRIVATE') : undefined,
    inheritsMaxAge,
  };
}

function isKeyed(type: GraphQLNamedType): boolean {
  return (
    type.astNode?.directives?.some(
      ({ name, arguments: given }) => name.value === 'join__type' && given?.some((argument) => argument.name.value === 'key'),
    ) ?? false
  );
}
