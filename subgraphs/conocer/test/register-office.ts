import { PLATFORM_TENANT_ID } from '@academy/kernel';
import type { Sandbox, SandboxOptions } from '@academy/sandbox';
import { openTestIsland, type TestIsland } from '@academy/testing/island';
import { people, person, worker } from '@academy/testing/people';
import { conocerSettings } from '../src/config.ts';
import { createPublicRegister } from '../src/register/public-register.ts';
import { seedConocer } from '../src/seed.ts';
import type { ConocerServices } from '../src/services.ts';
import { defineConocer } from '../src/subgraph.ts';
import { CLIENT_ID, CLIENT_SECRET, openSandbox } from './authority.ts';
import { WORLD } from './office.ts';

const PATH = '/CONOCERBACKCITAS/sectoresProductivos/getEstandaresAll';

/** Whoever runs the platform: of raices, as everybody is of a tenant. */
export const operator = person('raices', 'olga', 'super_admin');
export const syncer = worker('raices', 'clock', ['standards.sync']);
export const { carla } = people.raices;

/** The island beside a sandbox whose public list it reads. */
export type RegisterOffice = AsyncDisposable & {
  readonly island: TestIsland<ConocerServices>;
  readonly sandbox: Sandbox;
  /** Has the register read, and what follows from it done. Answers the reading as it is then. */
  reads(): Promise<Record<string, unknown>>;
  /** Rows of a table, with the owner's eyes. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
};

/** Opens it; the register gets `deadlineMs` for an answer. `feed: false`: the authority's own list is read. */
export async function openRegisterOffice(
  options: Partial<SandboxOptions> & { feed?: boolean; deadlineMs?: number } = {},
): Promise<RegisterOffice> {
  const { feed = true, deadlineMs = 2_000, ...rest } = options;
  const sandbox = await openSandbox(rest);
  const settings = conocerSettings.parse({
    AUTHORITY_URL: sandbox.url,
    AUTHORITY_CLIENT_ID: CLIENT_ID,
    AUTHORITY_CLIENT_SECRET: CLIENT_SECRET,
    BREAKER_PAUSE_MS: '1',
    OUTBOUND_ALLOWED_HOSTS: 'http://127.0.0.1:*',
    ...(feed ? { STANDARDS_FEED_URL: `${sandbox.url}${PATH}` } : {}),
  });
  const policy = { ports: [443], allowedHosts: settings.OUTBOUND_ALLOWED_HOSTS };
  const definition = defineConocer(settings);
  const island = await openTestIsland(
    feed
      ? {
          ...definition,
          openServices: (resources) => ({
            ...definition.openServices(resources),
            register: createPublicRegister({ url: `${sandbox.url}${PATH}`, policy, deadlineMs }),
          }),
        }
      : definition,
    { seed: { name: 'conocer', fill: (database) => seedConocer(database, WORLD) } },
  );
  let readings = 0;
  const due = () => island.runDueJobs();
  await due();
  return {
    island,
    sandbox,
    async reads() {
      readings += 1;
      const key = `reading-${readings}`;
      const { data, errors } = await island.ask(operator, SYNC, { input: { idempotencyKey: key } });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      const sync = syncOf(data);
      await due();
      const { data: seen } = await island.ask(operator, SYNCS);
      return (
        connectionOf<Record<string, unknown>>(seen, 'standardsSyncs').edges.find(({ node }) => node['id'] === sync.id)?.node ?? {}
      );
    },
    rows: (sql) =>
      island.database.inTenant(
        PLATFORM_TENANT_ID,
        'read',
        async (tx) => (await tx.execute(sql)) as unknown as Record<string, unknown>[],
      ),
    async [Symbol.asyncDispose]() {
      await island.close();
      await sandbox.stop();
    },
  };
}

export const SYNC = `mutation($input: StandardsSyncInput!) { standardsSync(input: $input) { __typename
  ... on StandardsSyncSuccess { sync { id state cause } } ... on UserError { code message } } }`;

export const SYNCS = `{ standardsSyncs(first: 100) { edges { node { id cause state source failure failureDetail received listed unreadable added changed retired
  absent problems { row code flaw } changes(first: 100) { edges { node { code kind differences { field before after } } } pageInfo { hasNextPage } } } } } }`;

type Data = Record<string, unknown> | null;
type Page<Node> = { edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

/** The reading that an answer to `SYNC` names. */
export function syncOf(data: Data): { id: string } {
  return (data as { standardsSync: { sync: { id: string } } }).standardsSync.sync;
}

/** A connection at the root of an answer. */
export function connectionOf<Node>(data: Data, root: string): Page<Node> {
  return (data as Record<string, Page<Node>>)[root] as Page<Node>;
}
