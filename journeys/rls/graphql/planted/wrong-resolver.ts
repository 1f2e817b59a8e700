import type { Principal, UserPrincipal } from '@academy/kernel';
import { type Database, RequestDatabase } from '@academy/platform/db';
import type { IslandContext } from '@academy/platform/graphql';
import type { IslandDefinition } from '@academy/platform/subgraph';
import type { IslandName } from '@academy/platform/topology';
import { wrapResolver } from '../../../permissions/mutants.ts';
import type { Definitions, WorldOptions } from '../worlds/open-world.ts';

/** What a mistake is made with. */
export type WrongTools = {
  readonly definitions: Definitions;
  readonly databases: Readonly<Record<IslandName, Database>>;
  /** Whose the row of this id is: another tenant's where only that one has it; undefined for an id of the asking tenant, or of nobody. */
  tenantOf(id: string | undefined): string | undefined;
};

/** What a wrong resolver has at hand: the right one, and ways to call it that are wrong. */
type WrongCall = Pick<WrongTools, 'tenantOf'> & {
  readonly parent: unknown;
  readonly args: unknown;
  readonly context: IslandContext<unknown>;
  /** The right resolver, as it was called or under another context. */
  resolve(context?: IslandContext<unknown>): Promise<unknown>;
  /** Under this tenant; under the asker's own where none is given. */
  asTenant(tenantId: string | undefined, resolve: WrongCall['resolve']): Promise<unknown>;
  asTenantOf(id: string | undefined, resolve: WrongCall['resolve']): Promise<unknown>;
  asPersona(persona: UserPrincipal['persona'], resolve: WrongCall['resolve']): Promise<unknown>;
  /** Outlives the request. */
  readonly memory: Map<string, unknown>;
};

/** A mistake in one resolver of one island. */
export function wrong(island: IslandName, type: string, field: string, answer: (call: WrongCall) => Promise<unknown>) {
  return (tools: WrongTools): Pick<WorldOptions, 'definitions'> => {
    const definition = tools.definitions[island];
    const database = tools.databases[island];
    const memory = new Map<string, unknown>();
    const mistaken = wrapResolver(definition, type, field, (resolver, [parent, args, given, info]) => {
      const context = given as unknown as IslandContext<unknown>;
      const resolve = async (under: IslandContext<unknown> = context) => resolver(parent, args, under, info);
      const asTenant: WrongCall['asTenant'] = async (tenantId, inside) => {
        if (tenantId === undefined || tenantId === context.tenantId) return inside();
        const db = new RequestDatabase(database, tenantId);
        try {
          return await inside(contextOf(definition, context, { ...context.principal, tenantId }, db));
        } finally {
          await db.close();
        }
      };
      return answer({
        parent,
        args,
        context,
        memory,
        resolve,
        tenantOf: tools.tenantOf,
        asTenant,
        asTenantOf: (id, inside) => asTenant(tools.tenantOf(id), inside),
        asPersona: (persona, inside) =>
          inside({ ...context, principal: { ...(context.principal as UserPrincipal), kind: 'user', persona } }),
      });
    });
    return { definitions: { ...tools.definitions, [island]: mistaken } };
  };
}

function contextOf(
  { createLoaders }: IslandDefinition<unknown, unknown>,
  context: IslandContext<unknown>,
  principal: Principal,
  db: RequestDatabase,
): IslandContext<unknown> {
  const { tenantId } = principal;
  return { ...context, principal, tenantId, db, loaders: createLoaders({ db, principal, tenantId, vault: context.vault }) };
}
