import { randomUUID } from 'node:crypto';
import {
  type AuthorityName,
  DEFAULT_TENANT_POLICIES,
  submissionRequested,
  type TenantPolicies,
  tenantConfigured,
} from '@academy/contracts';
import { Fault, HOUR_MS, seedId } from '@academy/kernel';
import type { IslandRequest } from '@academy/platform/topology';
import type { Sandbox, SandboxOptions } from '@academy/sandbox';
import { openTestIsland, type TestIsland } from '@academy/testing/island';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { conocerSettings } from '../src/config.ts';
import { seedConocer } from '../src/seed.ts';
import type { ConocerServices } from '../src/services.ts';
import { defineConocer } from '../src/subgraph.ts';
import { ALICE, CLIENT_ID, CLIENT_SECRET, openSandbox } from './authority.ts';

/** Before the test clock's beginning. */
const SEEDED_AT = new Date('2026-03-01T00:00:00.000Z');

/** A course on verified evidence, and one that only declares. */
const COURSES = {
  'instalacion-fotovoltaica': 'EC0586.01',
  'consultoria-general': 'EC0249',
  'huerto-educativo': 'EC1680',
} as const;
export type CourseSlug = keyof typeof COURSES;

const TENANTS = (['raices', 'solaris'] as const).map((slug) => ({ id: tenantIdOf(slug), slug }));

export function courseIdOf(tenant: TenantSlug, slug: CourseSlug): string {
  return seedId(`course:${tenant}:${slug}`);
}

export const WORLD = {
  tenants: TENANTS,
  courses: TENANTS.flatMap((tenant) =>
    Object.entries(COURSES).map(([slug, standardCode]) => ({
      tenantId: tenant.id,
      id: courseIdOf(tenant.slug, slug as CourseSlug),
      slug,
      standardCode,
    })),
  ),
  now: SEEDED_AT,
};

const seed = { name: 'conocer', fill: (database: TestIsland<unknown>['database']) => seedConocer(database, WORLD) };

type Person = { curp: string | null; fullName: string | null };
/** Alice, and others by their ids. */
type People = { alice: Person | null; others?: ReadonlyMap<string, Person> };

/** The island with its seed and a real authority, and what a test does with both. */
export type Office = AsyncDisposable & {
  readonly island: TestIsland<ConocerServices>;
  readonly sandbox: Sandbox;
  /** What the island's worker asked of users, with its scopes. */
  readonly asked: { readonly tenantId: string; readonly scopes: readonly string[] }[];
  /** What users knows of Alice; `outage`: users does not answer. */
  readonly users: { people: People; isAway: boolean };
  /** Alice's case in raices asks for its submission. Returns the case and the submission's key at the authority. */
  request(changes?: Partial<SubmissionOrder>): Promise<{ certificationId: string; externalRef: string }>;
  /** The tenant decides. */
  decides(policies: Partial<TenantPolicies>): Promise<void>;
  /** Time passes until no work is left, or until `hours` have passed. Returns the hours that passed. */
  settle(options?: { hours?: number }): Promise<number>;
  /** The last part of the type of every event for raices, oldest first: `sent`, `accepted`… */
  told(): Promise<string[]>;
  /** The row of a case's submission. */
  row(certificationId: string): Promise<Record<string, unknown>>;
  /** What people are to look at: the concerns. */
  concerns(): Promise<string[]>;
};

export type SubmissionOrder = {
  tenant: TenantSlug;
  certificationId: string;
  attempt: number;
  course: CourseSlug;
  standardCode: string;
  /** The evaluation centre that the case was opened in; left out: the academy itself. */
  centreId: string;
  /** Calendar day. */
  evaluatedOn: string;
  /** Whom certification decided that it goes to; left out: as conocer has it. */
  authority: AuthorityName;
  /** The lot that a dictamen ruled it in; left out: none. */
  lotId: string;
  /** Left out: Alice. */
  candidateId: string;
};

export const raices = tenantIdOf('raices');

/** Opens the office. The authority gets 400 ms of real time for an answer and shows what it received within 5 s of test time. `variables` of the process go before these. */
export async function openOffice(
  options: Partial<SandboxOptions> = {},
  variables: Readonly<Record<string, string>> = {},
): Promise<Office> {
  const sandbox = await openSandbox(options);
  const settings = conocerSettings.parse({
    AUTHORITY_URL: sandbox.url,
    AUTHORITY_CLIENT_ID: CLIENT_ID,
    AUTHORITY_CLIENT_SECRET: CLIENT_SECRET,
    POLL_FIRST_MS: '1000',
    POLL_MAX_MS: '60000',
    SUBMIT_TIMEOUT_MS: '400',
    LOOKUP_SETTLE_MS: '5000',
    BREAKER_PAUSE_MS: '1',
    ...variables,
  });
  const asked: { tenantId: string; scopes: readonly string[] }[] = [];
  const users: Office['users'] = { people: { alice: ALICE }, isAway: false };
  const island = await openTestIsland(defineConocer(settings), {
    seed,
    graph: async (name, request, principal) => {
      if (name !== 'users' || principal.kind !== 'service')
        throw new Error(`Expected a process to ask users, got ${principal.kind} asking ${name}.`);
      if (users.isAway) throw new Fault('UNAVAILABLE', 'users cannot be reached.');
      asked.push({ tenantId: principal.tenantId, scopes: principal.scopes });
      return { data: { _entities: entitiesOf(request, users.people) } };
    },
  });
  const { clock } = island;
  const pool = island.resources.relayDatabase.pool;
  return {
    island,
    sandbox,
    asked,
    users,
    async request({
      tenant = 'raices',
      certificationId = randomUUID(),
      attempt = 1,
      course = 'instalacion-fotovoltaica',
      ...rest
    } = {}) {
      const tenantId = tenantIdOf(tenant);
      await island.deliver(submissionRequested, {
        tenantId,
        subject: certificationId,
        data: {
          certificationId,
          attempt,
          candidateId: rest.candidateId ?? userIdOf(tenant, 'alice'),
          courseId: courseIdOf(tenant, course),
          standardCode: rest.standardCode ?? COURSES[course],
          certificateFolio: 'MA-2026-000001',
          evaluatedOn: rest.evaluatedOn ?? '2026-02-27',
          centreId: rest.centreId ?? null,
          authority: rest.authority ?? null,
          lotId: rest.lotId ?? null,
        },
      });
      return { certificationId, externalRef: `${tenantId}:${certificationId}:${attempt}` };
    },
    async decides(policies) {
      const data = { slug: 'raices', policies: { ...DEFAULT_TENANT_POLICIES, ...policies } };
      await island.deliver(tenantConfigured, { tenantId: raices, subject: raices, data });
    },
    async settle({ hours = 24 } = {}) {
      const begun = clock.now().getTime();
      for (;;) {
        await island.runDueJobs();
        // What comes back every day never ends.
        const [next] = await pool<{ due_at: string | null }[]>`
          select min(due_at) as due_at from due_work where job not in ('follow-register', 'revalidate-certificates')`;
        const passed = (clock.now().getTime() - begun) / HOUR_MS;
        if (next?.due_at == null || passed >= hours) return passed;
        clock.set(new Date(next.due_at));
      }
    },
    told: async () => (await island.emitted(raices)).map(({ type }) => type.split('.').at(-2) ?? ''),
    async row(certificationId) {
      const rows = await island.inTenant(raices, async (tx) =>
        tx.execute(
          // The runtime role sees its tenant's rows alone.
          `select * from submissions where certification_id = '${certificationId}' order by case_attempt desc limit 1`,
        ),
      );
      return (rows as unknown as Record<string, unknown>[])[0] ?? {};
    },
    async concerns() {
      const rows = await island.inTenant(raices, async (tx) => tx.execute('select error from dead_letters order by buried_at'));
      return (rows as unknown as { error: string }[]).map(({ error }) => error);
    },
    async [Symbol.asyncDispose]() {
      await island.close();
      await sandbox.stop();
    },
  };
}

function entitiesOf(request: IslandRequest, people: People) {
  const representations = request.variables?.['r'] as { __typename: string; id: string }[];
  const ids = (['raices', 'solaris'] as const).map((slug) => userIdOf(slug, 'alice'));
  return representations.map(({ __typename, id }) => {
    if (__typename !== 'User') return null;
    return ids.includes(id) ? people.alice : (people.others?.get(id) ?? null);
  });
}
