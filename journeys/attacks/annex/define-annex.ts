import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault, isUuid } from '@academy/kernel';
import { type AccessTable, anyOf, everyone, nobody, owner, personas, signedIn } from '@academy/platform/access';
import type { IslandContext } from '@academy/platform/graphql';
import { createOutboundFetch, DEFAULT_OUTBOUND_POLICY, OutboundFailure } from '@academy/platform/outbound';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { sql } from 'drizzle-orm';
import { parse } from 'graphql';

type Context = IslandContext<object>;
type Row<Columns extends string> = Readonly<Record<Columns, string>>;
type PersonRow = Row<'id' | 'name' | 'role' | 'tenantId'>;
type PaperRow = Row<'id' | 'ownerId' | 'folio'>;

const MAX_ROWS = 20;
const admins = personas('admin', 'super_admin');
const herself = anyOf(
  owner<{ id: string }>(({ id }) => id),
  admins,
);

/** Who may what: `unlisted` is the field that nobody thought of, which our kit lets stand under no other rule than this. */
export const annexAccess = {
  Query: { boom: signedIn, unlisted: nobody, search: signedIn, credential: signedIn },
  Mutation: { updateProfile: signedIn, adminOnly: admins, setWebhook: admins, login: everyone, submit: signedIn },
  Paper: anyOf(
    owner<PaperRow>(({ ownerId }) => ownerId),
    admins,
  ),
  Certification: {
    id: everyone,
    ownerId: anyOf(
      owner<PaperRow>(({ ownerId }) => ownerId),
      admins,
    ),
  },
  User: { id: everyone, friends: signedIn, tenantId: herself, role: herself },
} satisfies AccessTable;

/** The annex as one value: a subgraph on our own kit with what the corpus names and our schema lacks. For journeys alone. */
export function defineAnnex(): IslandDefinition<object, object> {
  return {
    // The kit knows the five by name; this one is nowhere but here.
    name: 'annex' as IslandDefinition<object, object>['name'],
    typeDefs: annexTypeDefs(),
    resolvers,
    access: annexAccess,
    migrations: join(import.meta.dirname, '../db/small-annex'),
    createLoaders: () => ({}),
    emits: [],
    reactions: [],
    jobs: [],
    scopes: [],
    openServices: () => ({}),
  };
}

/** Its part of the supergraph. Throws GraphQLError on bad syntax. */
export function annexTypeDefs() {
  return parse(readFileSync(join(import.meta.dirname, 'annex.graphql'), 'utf8'));
}

const fetchOutside = createOutboundFetch(DEFAULT_OUTBOUND_POLICY);
const WEBHOOK_DEADLINE_MS = 2_000;

const resolvers = {
  Query: {
    boom() {
      throw new Error('connect ECONNREFUSED 127.0.0.1:5432 postgres://academy:hunter2@127.0.0.1:5432/annex');
    },
    unlisted: () => 'unlisted-secret',
    async search(_parent: unknown, { q }: { q?: string | null }, { db }: Context) {
      const text = textOf(q ?? '', 'q');
      const rows = await db.read((tx) =>
        tx.execute<PaperRow>(
          sql`select id, owner_id as "ownerId", folio from papers where position(${text} in folio) > 0 order by id limit ${MAX_ROWS}`,
        ),
      );
      return rows.flatMap((row) => [
        { ...row, __typename: 'Paper' },
        { ...row, __typename: 'Certification' },
      ]);
    },
    credential: async (_parent: unknown, { id }: { id: string }, { db }: Context) => {
      const found = await paper(db, id);
      if (found === undefined) throw new Fault('NOT_FOUND', 'There is no such credential, or none that you may see.');
      return found;
    },
  },
  Mutation: {
    async updateProfile(_parent: unknown, { input }: { input: { name?: string | null } }, { db, principal, tenantId }: Context) {
      if (principal.kind !== 'user') return null;
      const name = textOf(input.name ?? '', 'input.name');
      await did(db, tenantId, `updateProfile ${name}`);
      return { id: principal.userId };
    },
    async adminOnly(_parent: unknown, { id }: { id: string }, { db, tenantId }: Context) {
      const found = await person(db, id);
      if (found === undefined) throw new Fault('NOT_FOUND', 'There is no such person.');
      await did(db, tenantId, `adminOnly ${id}`);
      return found;
    },
    async setWebhook(_parent: unknown, { url }: { url: string }, { db, tenantId }: Context) {
      try {
        await fetchOutside(url, { method: 'POST', body: '{}', deadlineMs: WEBHOOK_DEADLINE_MS });
      } catch (thrown) {
        if (thrown instanceof OutboundFailure) throw new Fault('BAD_USER_INPUT', thrown.message);
        throw thrown;
      }
      await did(db, tenantId, 'setWebhook');
      return url;
    },
    login() {
      throw new Fault('UNAUTHENTICATED', 'The address or the code is not right.');
    },
    async submit(_parent: unknown, { id }: { id: string }, { db, principal, tenantId }: Context) {
      const found = await paper(db, id);
      if (found === undefined || principal.kind !== 'user' || found.ownerId !== principal.userId)
        throw new Fault('NOT_FOUND', 'There is no such credential.');
      await did(db, tenantId, `submit ${id}`);
      return found;
    },
  },
  Credential: { __resolveType: () => 'Paper' },
  SearchHit: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  Certification: {
    // By id alone: what else a representation says is not believed.
    __resolveReference: async ({ id }: { id: string }, { db }: Context) => (await paper(db, id)) ?? null,
  },
  User: {
    __resolveReference: async ({ id }: { id: string }, { db }: Context) => (await person(db, id)) ?? null,
    async friends({ id }: { id: string }, { first }: { first?: number | null }, { db }: Context) {
      const count = first ?? MAX_ROWS;
      if (count < 1 || count > MAX_ROWS)
        throw new Fault('BAD_USER_INPUT', `first: a number from 1 to ${MAX_ROWS} was expected, got ${count}.`);
      return db.read((tx) =>
        tx.execute<PersonRow>(
          sql`select id, name, role, tenant_id as "tenantId" from people where id <> ${id} order by id limit ${count}`,
        ),
      );
    },
    tenantId: ({ tenantId }: PersonRow) => tenantId ?? null,
    role: ({ role }: PersonRow) => role ?? null,
  },
};

async function person(db: Context['db'], id: string): Promise<PersonRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await db.read((tx) =>
    tx.execute<PersonRow>(sql`select id, name, role, tenant_id as "tenantId" from people where id = ${id}`),
  );
  return row;
}

async function paper(db: Context['db'], id: string): Promise<PaperRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await db.read((tx) =>
    tx.execute<PaperRow>(sql`select id, owner_id as "ownerId", folio from papers where id = ${id}`),
  );
  return row;
}

async function did(db: Context['db'], tenantId: string, what: string): Promise<void> {
  await db.write((tx) => tx.execute(sql`insert into acts (tenant_id, what) values (${tenantId}, ${what})`));
}

/** PostgreSQL keeps neither NUL nor halves of a character. */
function textOf(text: string, name: string): string {
  if (text.includes('\0') || !text.isWellFormed())
    throw new Fault('BAD_USER_INPUT', `${name}: text without NUL and lone surrogates was expected.`);
  return text;
}
