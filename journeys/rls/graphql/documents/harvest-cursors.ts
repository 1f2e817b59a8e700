import { type GraphQLNamedType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Asking, Doors } from '../worlds/doors.ts';
import type { Asker } from './askers.ts';
import type { Pool } from './pools.ts';

/** Root fields that lead to a type without an id; a list of another type is asked for of what a root field answers by id. */
const WITHOUT_ID: Readonly<Record<string, string>> = { User: 'me', Tenant: 'tenant' };
/** So many of what a root field takes by id. */
const MOST_IDS = 6;
const PAGE = 20;

/**
 * The cursors that lists really give: to people of the asking tenant, and to people of the others, which nobody of the asking tenant was ever given.
 * By field of a type, as `Query.courses`.
 */
export async function harvestCursors(
  doors: Doors,
  schema: GraphQLSchema,
  askers: readonly Asker[],
  ids: ReadonlyMap<string, Pool>,
): Promise<Map<string, Pool>> {
  const pools = new Map<string, Pool>();
  for (const connection of connectionsOf(schema)) {
    const gather = (askings: readonly Asking[], side: 'own' | 'others') =>
      Promise.all(
        askings.flatMap((asking) =>
          documentsFor(schema, connection, ids, side).map(async (query) =>
            cursorsIn((await doors.askGateway(asking, { query, variables: {} })).data),
          ),
        ),
      ).then((found) => [...new Set(found.flat())].sort());
    const own = await gather(askers, 'own');
    const others = await gather(
      askers.flatMap(({ rivals }) => rivals),
      'others',
    );
    pools.set(`${connection.type}.${connection.field}`, { own, others: others.filter((cursor) => !own.includes(cursor)) });
  }
  return pools;
}

type Connection = { readonly type: string; readonly field: string; readonly edges: string };

function connectionsOf(schema: GraphQLSchema): Connection[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && type !== schema.getSubscriptionType()
      ? Object.values(type.getFields())
          .filter(({ args }) => args.some(({ name }) => name === 'after'))
          .flatMap(({ name, type: answer }) => {
            const edges = edgesOf(getNamedType(answer));
            return edges === undefined ? [] : [{ type: type.name, field: name, edges }];
          })
      : [],
  );
}

/** The way to the cursors of a list: it is the field itself, or one step below it, as in a report. */
function edgesOf(target: GraphQLNamedType): string | undefined {
  if (!isObjectType(target)) return undefined;
  const fields = target.getFields();
  if ('edges' in fields) return '{ edges { cursor } }';
  const below = Object.values(fields).find(({ type }) => {
    const inner = getNamedType(type);
    return isObjectType(inner) && 'edges' in inner.getFields();
  });
  return below === undefined ? undefined : `{ ${below.name} { edges { cursor } } }`;
}

function documentsFor(
  schema: GraphQLSchema,
  { type, field, edges }: Connection,
  ids: ReadonlyMap<string, Pool>,
  side: 'own' | 'others',
): string[] {
  const list = `${field}(first: ${PAGE}) ${edges}`;
  if (type === 'Query') return [`{ ${list} }`];
  const plain = WITHOUT_ID[type];
  if (plain !== undefined) return [`{ ${plain} { ${list} } }`];
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  const root = roots.find((one) => getNamedType(one.type).name === type && one.args.some(({ name }) => name === 'id'));
  if (root === undefined) return [];
  const known = ids.get(`${type.toLowerCase()}s`)?.[side] ?? [];
  return known.slice(0, MOST_IDS).map((id) => `{ ${root.name}(id: "${id}") { ${list} } }`);
}

function cursorsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(cursorsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'cursor' && typeof inner === 'string' ? [inner] : cursorsIn(inner),
  );
}
