import { publicVariant } from '@academy/schema/variant';
import { buildSchema, execute } from 'graphql';
import type { Federation } from './federation/federation.ts';
import type { LoadedSchema } from './operations.ts';

/** Which schema clients see: the whole one, or the part that is meant for third parties. */
export const SCHEMA_VARIANTS = ['full', 'public'] as const;
export type SchemaVariant = (typeof SCHEMA_VARIANTS)[number];

/** What every schema of the gateway has besides its SDL. */
const DEFER = 'directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT';

/** A federation, and the schema that its clients see. */
export type SeenFederation = {
  readonly federation: Federation;
  /** Operations are validated under this one; whatever is not in it does not exist. */
  readonly schema: () => LoadedSchema;
  /** Its SDL now, for the explorer's reference; undefined: that of the whole schema. */
  readonly sdl: () => string | undefined;
};

/**
 * A federation of which clients see one variant: operations are still planned over the whole supergraph, and what they may contain is
 * decided before. Throws Error when the tags of the supergraph leave no valid schema; a `reload` rejects then, and changes nothing.
 */
export function seenAs(variant: SchemaVariant, federation: Federation): SeenFederation {
  if (variant === 'full') return { federation, schema: federation.schema, sdl: () => undefined };
  let seen: { readonly of: string; readonly sdl: string; readonly loaded: LoadedSchema } | undefined;
  function now() {
    const { id } = federation.schema();
    if (seen?.of === id) return seen;
    const sdl = publicVariant(federation.supergraphSdl());
    seen = { of: id, sdl, loaded: { schema: buildSchema(`${sdl}\n${DEFER}`), id: `${id}/${variant}` } };
    return seen;
  }
  now();
  return {
    schema: () => now().loaded,
    sdl: () => now().sdl,
    federation: {
      ...federation,
      async reload(supergraphSdl) {
        // Said before it is taken: requests must not find out that its tags contradict one another.
        publicVariant(supergraphSdl);
        await federation.reload(supergraphSdl);
      },
      async execute(operation, context, takesParts) {
        if (!operation.prepared.showsSchema) return federation.execute(operation, context, takesParts);
        // Nothing but the schema is asked for: the guard has seen to it.
        const { document, operationName, variables } = operation;
        const { schema } = now().loaded;
        const shown = await execute({ schema, document, variableValues: variables, operationName: operationName ?? null });
        return { dataJson: JSON.stringify(shown.data ?? null) };
      },
    },
  };
}
