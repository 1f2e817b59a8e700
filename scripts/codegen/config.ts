import { type IslandName, readIsland, sdlPaths } from '@academy/schema/islands';
import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { type DirectiveNode, type DocumentNode, Kind } from 'graphql';

/** The folder that one island's generated files lie in, from the root of the workspace. */
export function outputFolder(island: IslandName): string {
  return `subgraphs/${island}/src/schema`;
}

/** One run for all `islands`; paths are relative to the root of the workspace, which must be the working directory. */
export function codegenConfig(islands: readonly IslandName[]): CodegenConfig {
  return {
    silent: true,
    generates: Object.fromEntries(islands.map((island) => [outputFolder(island), islandConfig(island)])),
  };
}

function islandConfig(island: IslandName): CodegenConfig['generates'][string] {
  return defineConfig(
    {
      importExtension: '.ts',
      typeDefsFilePath: './type-defs.generated.ts',
      mergeSchema: false,
      tsConfigFilePath: './tsconfig.codegen.json',
      resolverGeneration: {
        query: '*',
        mutation: '*',
        subscription: '*',
        object: entities(readIsland(island)).map((type) => `*.${type}`),
        scalar: '',
        union: '',
        interface: '',
        enum: '',
      },
      scalarsModule: false,
      scalarsOverrides: {
        DateTime: { resolver: '~@academy/platform/graphql/scalars#DateTimeResolver', type: 'Date' },
        Date: { resolver: '~@academy/platform/graphql/scalars#DateResolver', type: 'string' },
        EmailAddress: { resolver: '~@academy/platform/graphql/scalars#EmailAddressResolver', type: 'string' },
        ID: { type: 'string' },
      },
      typesPluginsConfig: {
        federation: true,
        contextType: '../context.ts#Context',
        useTypeImports: true,
        avoidOptionals: { field: true, inputValue: false, defaultValue: false, object: true, resolvers: false },
      },
    },
    { schema: sdlPaths(island) },
  );
}

/** Names of the types that other islands may refer to by key here, so each needs a `__resolveReference`; sorted. */
export function entities(document: DocumentNode): string[] {
  const names = document.definitions.flatMap((node) =>
    (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    (node.directives ?? []).some(isResolvableKey)
      ? [node.name.value]
      : [],
  );
  return [...new Set(names)].sort();
}

function isResolvableKey(directive: DirectiveNode): boolean {
  const resolvable = directive.arguments?.find(({ name }) => name.value === 'resolvable')?.value;
  return directive.name.value === 'key' && !(resolvable?.kind === Kind.BOOLEAN && !resolvable.value);
}
