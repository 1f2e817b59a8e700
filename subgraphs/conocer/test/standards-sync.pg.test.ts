import {
  alignmentAffected,
  DEFAULT_TENANT_POLICIES,
  standardAdded,
  standardChanged,
  standardRetired,
  tenantConfigured,
} from '@academy/contracts';
import { DAY_MS, HOUR_MS, PERSONAS, PLATFORM_TENANT_ID } from '@academy/kernel';
import { ensureRecurring } from '@academy/platform/jobs';
import { people, person, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dailySync } from '../src/jobs/sync-work.ts';
import { courseIdOf, raices } from './office.ts';
import {
  carla,
  connectionOf,
  openRegisterOffice,
  operator,
  type RegisterOffice,
  SYNC,
  SYNCS,
  syncer,
  syncOf,
} from './register-office.ts';

const solaris = tenantIdOf('solaris');
const NEXT = {
  code: 'EC0586.02',
  title: 'SAMPLE Instalación de sistemas fotovoltaicos, versión de muestra',
  level: 3,
  sector: 'CONSTRUCCIÓN',
  committee: 'SAMPLE comité',
};

async function standard(office: RegisterOffice, code: string) {
  const fields =
    'code title status supersedes { code } supersededBy { code } versions { code status } solarpunkAlignment { score } isSample committees';
  const { data, errors } = await office.island.ask(
    visitor('raices'),
    `query($code: String!) { standard(code: $code) { ${fields} } }`,
    { code },
  );
  expect(errors).toEqual([]);
  return data?.['standard'] as Record<string, unknown> | null;
}
const codesOf = async (office: RegisterOffice) =>
  (await office.rows('select code from standards order by code')).map(({ code }) => code);

test('a reading of the dirty list makes the catalogue say what it says, and names each row that it could not read', async () => {
  await using office = await openRegisterOffice();
  const sync = await office.reads();
  expect(sync).toMatchObject({
    cause: 'REQUESTED',
    state: 'SUCCEEDED',
    source: 'public-register',
    received: 1_500,
    listed: 1_496,
    unreadable: 4,
    retired: 0,
    absent: 0,
    problems: [
      { row: 1_497, code: 'SIN CÓDIGO', flaw: 'BAD_CODE' },
      { row: 1_498, code: 'EC86', flaw: 'BAD_CODE' },
      { row: 1_499, code: null, flaw: 'NO_CODE' },
      { row: 1_500, code: 'EC0001', flaw: 'REPEATED' },
    ],
  });
  expect(await codesOf(office)).toHaveLength(1_496);
  const dirty = await office.rows(
    `select code from standards where title ~ '\\s\\s' or title ~ '^\\s' or title ~ '\\s$' or code !~ '^EC\\d{4}(\\.\\d{2})?$'`,
  );
  expect(dirty).toEqual([]);
  expect(await standard(office, 'EC8700')).toMatchObject({
    isSample: true,
    status: 'ACTIVE',
    title: expect.stringMatching(/^SAMPLE /),
  });
  expect(await standard(office, 'EC0586.01')).toMatchObject({ isSample: false });
  // A second reading of the same finds nothing to say.
  expect(await office.reads()).toMatchObject({ state: 'SUCCEEDED', added: 0, changed: 0, retired: 0, changes: { edges: [] } });
});

test('each tenant is told of the changes, in batches, once and in order, and no tenant of another’s', async () => {
  await using office = await openRegisterOffice();
  const { added } = await office.reads();
  for (const tenant of [raices, solaris]) {
    const events = await office.island.emitted(tenant, standardAdded);
    expect(events.every(({ data }) => data.standards.length <= 100)).toBe(true);
    expect(events.flatMap(({ data }) => data.standards)).toHaveLength(Number(added));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  }
  const before = (await office.island.emitted(raices)).length;
  await office.island.runDueJobs();
  expect(await office.island.emitted(raices)).toHaveLength(before);
  expect(await office.island.emitted(PLATFORM_TENANT_ID)).toEqual([]);
});

describe('the last good catalogue stays', () => {
  let office: RegisterOffice;
  beforeAll(async () => {
    office = await openRegisterOffice();
    await office.reads();
  });
  afterAll(() => office[Symbol.asyncDispose]());
  test.each([
    ['the list is broken', { mode: 'garbage' }, 'UNREADABLE', 'NOT_JSON'],
    ['a page of maintenance comes instead', { mode: 'html200' }, 'UNREADABLE', 'NOT_JSON'],
    ['it ends midway', { mode: 'truncated' }, 'UNREACHABLE', 'UNREACHABLE'],
    ['only half of the rows come', { mode: 'halfList' }, 'SHRUNK', '750 of 1496'],
    ['it is empty', { mode: 'emptyList' }, 'EMPTY', '0'],
    ['the register answers 500', { mode: 'e500' }, 'REFUSED', 'HTTP_500'],
    ['the register leads elsewhere', { mode: 'redirect' }, 'REFUSED', 'REDIRECT'],
    ['it comes drop by drop', { mode: 'slowDrip' }, 'LATE', 'DEADLINE'],
    ['nothing comes', { mode: 'timeoutBefore' }, 'LATE', 'DEADLINE'],
    ['it never ends', { mode: 'hugeBody' }, 'TOO_LARGE', 'TOO_LARGE'],
    ['the connection breaks', { mode: 'resetBefore' }, 'UNREACHABLE', 'UNREACHABLE'],
  ] as const)('when %s', async (_name, plan, failure, failureDetail) => {
    const before = await office.rows('select * from standards order by code');
    office.sandbox.plan({ ...plan, routes: ['register'] });
    expect(await office.reads()).toMatchObject({ state: 'FAILED', failure, failureDetail, added: null, changes: { edges: [] } });
    expect(await office.rows('select * from standards order by code')).toEqual(before);
    expect((await office.rows('select source, error, resolved_at from dead_letters order by id')).at(-1)).toEqual({
      source: 'standards-sync',
      error: failure,
      resolved_at: null,
    });
    office.sandbox.plan({ mode: 'ok', routes: ['register'] });
    expect(await office.reads()).toMatchObject({ state: 'SUCCEEDED', added: 0, changed: 0, retired: 0 });
  });
});

describe('a later version', () => {
  test('supersedes the one before, which stays and is told of, and courses that are aligned to it hear of it, of their own tenant', async () => {
    await using office = await openRegisterOffice();
    await office.reads();
    office.sandbox.revise({ list: [NEXT] });
    const sync = await office.reads();
    expect(sync).toMatchObject({ added: 1, changed: 1 });
    expect((sync['changes'] as { edges: unknown[] }).edges).toEqual([
      {
        node: {
          code: 'EC0586.01',
          kind: 'CHANGED',
          differences: [
            { field: 'status', before: 'ACTIVE', after: 'SUPERSEDED' },
            { field: 'supersededBy', before: null, after: 'EC0586.02' },
          ],
        },
      },
      { node: { code: 'EC0586.02', kind: 'ADDED', differences: [] } },
    ]);
    expect(await standard(office, 'EC0586.01')).toMatchObject({
      status: 'SUPERSEDED',
      supersededBy: { code: 'EC0586.02' },
      versions: [
        { code: 'EC0586.01', status: 'SUPERSEDED' },
        { code: 'EC0586.02', status: 'ACTIVE' },
      ],
    });
    expect(await standard(office, 'EC0586.02')).toMatchObject({ supersedes: { code: 'EC0586.01' }, supersededBy: null });
    for (const slug of ['raices', 'solaris'] as const) {
      const tenant = tenantIdOf(slug);
      const changed = (await office.island.emitted(tenant, standardChanged)).at(-1);
      const told = [{ code: 'EC0586.01', fields: ['status', 'supersededBy'], status: 'SUPERSEDED', supersededBy: 'EC0586.02' }];
      expect(changed?.data.standards).toEqual(told);
      expect((await office.island.emitted(tenant, alignmentAffected)).map(({ data }) => data)).toEqual([
        {
          courseId: courseIdOf(slug, 'instalacion-fotovoltaica'),
          standardCode: 'EC0586.01',
          status: 'SUPERSEDED',
          supersededBy: 'EC0586.02',
        },
      ]);
    }
  });

  test('that is gone again before anybody looked affects no course', async () => {
    await using office = await openRegisterOffice({ feed: false, retiredStandards: [] });
    await office.reads();
    expect(await office.island.emitted(raices, alignmentAffected)).toEqual([]);
  });
});

test('a standard that three good lists in a row leave out is retired, and no sooner', async () => {
  await using office = await openRegisterOffice();
  await office.reads();
  office.sandbox.revise({ drop: ['EC1680'] });
  for (const absent of [1, 1]) expect(await office.reads()).toMatchObject({ absent, retired: 0 });
  expect(await standard(office, 'EC1680')).toMatchObject({ status: 'ACTIVE' });
  expect(await office.reads()).toMatchObject({ absent: 1, retired: 1 });
  expect(await standard(office, 'EC1680')).toMatchObject({ status: 'RETIRED' });
  expect((await office.island.emitted(raices, standardRetired)).map(({ data }) => data.standards)).toEqual([
    [{ code: 'EC1680' }],
  ]);
  expect((await office.island.emitted(raices, alignmentAffected)).map(({ data }) => data.status)).toEqual(['RETIRED']);
});

test('the authority’s own list is read where no public one is configured, and what it calls retired is retired at once', async () => {
  await using office = await openRegisterOffice({ feed: false, catalogueHazards: true, retiredStandards: ['EC1680'] });
  expect(await office.reads()).toMatchObject({
    state: 'SUCCEEDED',
    source: 'authority:SANDBOX',
    received: 111,
    listed: 111,
    unreadable: 0,
    retired: 1,
  });
  expect(await standard(office, 'EC1680')).toMatchObject({ status: 'RETIRED' });
  office.sandbox.plan({ mode: 'e500', routes: ['standards'], after: 1 });
  expect(await office.reads()).toMatchObject({ state: 'FAILED', failure: 'REFUSED', failureDetail: 'HTTP_500' });
});

describe('asking for a reading', () => {
  const ask = (office: RegisterOffice, who: Parameters<RegisterOffice['island']['ask']>[0], idempotencyKey = 'k') =>
    office.island.ask(who, SYNC, { input: { idempotencyKey } });

  test('is for who runs the platform, and for a process that was told to; for nobody else, nor is the list of readings', async () => {
    await using office = await openRegisterOffice();
    const others = PERSONAS.filter((persona) => persona !== 'super_admin' && persona !== 'service');
    const refused = [
      ...others.map((persona) => person('raices', 'carla', persona)),
      visitor('raices'),
      worker('raices', 'x', ['data.export']),
    ];
    for (const who of refused) {
      expect((await ask(office, who)).errors[0]?.code).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
      expect((await office.island.ask(who, SYNCS)).errors[0]?.code).toMatch(/^(FORBIDDEN|UNAUTHENTICATED)$/);
    }
    expect(await office.rows('select 1 from standard_syncs')).toEqual([]);
    for (const who of [operator, syncer]) {
      expect((await ask(office, who)).data).toMatchObject({
        standardsSync: { __typename: 'StandardsSyncSuccess', sync: { state: 'QUEUED' } },
      });
    }
  });

  test('again with the same key gives the same reading; with another, while one is under way, that one; each is on record', async () => {
    await using office = await openRegisterOffice();
    const idOf = async (key: string) => syncOf((await ask(office, operator, key)).data).id;
    const first = await idOf('a');
    expect([await idOf('a'), await idOf('b')]).toEqual([first, first]);
    await office.island.runDueJobs();
    expect(await idOf('a')).toBe(first);
    expect(await idOf('c')).not.toBe(first);
    const { data } = await office.island.ask(carla, '{ conocerAuditLog(first: 10) { edges { node { number action } } } }');
    const acts = connectionOf(data, 'conocerAuditLog').edges.map(({ node }) => node);
    expect(acts.filter((act) => JSON.stringify(act).includes('standards.sync'))).toHaveLength(3);
  });

  test('with a key that is none is refused', async () => {
    await using office = await openRegisterOffice();
    expect((await ask(office, operator, '')).data).toMatchObject({ standardsSync: { code: 'INVALID_INPUT' } });
  });

  test('readings come newest first, page after page', async () => {
    await using office = await openRegisterOffice({ feed: false });
    for (let reading = 0; reading < 3; reading += 1) {
      office.island.clock.set(new Date(office.island.clock.now().getTime() + HOUR_MS));
      await office.reads();
    }
    const page = async (after: string | null) => {
      const query =
        'query($after: String) { standardsSyncs(first: 2, after: $after) { edges { node { requestedAt } } pageInfo { hasNextPage endCursor } } }';
      const { data } = await office.island.ask(operator, query, { after });
      return connectionOf<{ requestedAt: string }>(data, 'standardsSyncs');
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    const seen = [...first.edges, ...second.edges].map(({ node }) => new Date(node.requestedAt).getTime());
    expect(seen).toHaveLength(3);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});

describe('every day', () => {
  const begin = (office: RegisterOffice) =>
    ensureRecurring(office.island.database, { contract: dailySync as never, hourUtc: 11 }, office.island.clock.now());
  const nextTurn = async (office: RegisterOffice) => {
    const [row] = await office.rows(`select due_at from due_work where job = 'daily-sync'`);
    return new Date(String(row?.['due_at']));
  };

  test('the register is read once, at the hour', async () => {
    await using office = await openRegisterOffice();
    await begin(office);
    for (let day = 1; day <= 3; day += 1) {
      const turn = await nextTurn(office);
      expect(turn.getUTCHours()).toBe(11);
      office.island.clock.set(turn);
      await office.island.runDueJobs();
      expect(await office.rows('select cause, state from standard_syncs')).toEqual(
        Array(day).fill({ cause: 'DAILY', state: 'SUCCEEDED' }),
      );
      expect((await nextTurn(office)).getTime() - turn.getTime()).toBe(DAY_MS);
    }
  });

  test('a reading that failed comes back within the hour, and the day’s next stays where it was after a good one', async () => {
    await using office = await openRegisterOffice();
    await begin(office);
    const turn = await nextTurn(office);
    office.sandbox.plan({ mode: 'e500', routes: ['register'], count: 1 });
    office.island.clock.set(turn);
    await office.island.runDueJobs();
    expect((await nextTurn(office)).getTime() - turn.getTime()).toBe(HOUR_MS);
    office.island.clock.set(await nextTurn(office));
    await office.island.runDueJobs();
    expect((await nextTurn(office)).getTime() - turn.getTime()).toBe(DAY_MS);
    expect((await office.rows('select state from standard_syncs order by requested_at')).map(({ state }) => state)).toEqual([
      'FAILED',
      'SUCCEEDED',
    ]);
  });
});

describe('a worker that ends', () => {
  test('while it reads leaves the reading to the next, which stores it once', async () => {
    await using office = await openRegisterOffice();
    const { island } = office;
    await island.ask(operator, SYNC, { input: { idempotencyKey: 'a' } });
    const services = island.context.services as { register: ConocerRegister };
    const { register } = services;
    services.register = { ...register, read: () => Promise.reject(new Error('The process ended.')) };
    await expect(island.runDueJobs()).rejects.toThrow('The process ended.');
    services.register = register;
    expect(await office.rows('select state from standard_syncs')).toEqual([{ state: 'RUNNING' }]);
    await island.runDueJobs();
    expect(await office.rows('select state from standard_syncs')).toEqual([{ state: 'SUCCEEDED' }]);
    expect(await office.rows('select code from standard_changes group by code having count(*) > 1')).toEqual([]);
  });

  test('before it could wake the tenants is followed by one that does', async () => {
    await using office = await openRegisterOffice();
    const { island } = office;
    await island.ask(operator, SYNC, { input: { idempotencyKey: 'a' } });
    const services = island.context.services as { wakeFollowers: (now: Date) => Promise<void> };
    const { wakeFollowers } = services;
    services.wakeFollowers = () => Promise.reject(new Error('The process ended.'));
    await expect(island.runDueJobs()).rejects.toThrow('The process ended.');
    services.wakeFollowers = wakeFollowers;
    expect(await island.emitted(raices, standardAdded)).toEqual([]);
    await island.runDueJobs();
    expect((await island.emitted(raices, standardAdded)).length).toBeGreaterThan(0);
  });

  test('for good makes room after an hour', async () => {
    await using office = await openRegisterOffice();
    await office.island.ask(operator, SYNC, { input: { idempotencyKey: 'a' } });
    await office.island.resources.relayDatabase.pool`delete from due_work where job = 'sync-standards'`;
    office.island.clock.set(new Date(office.island.clock.now().getTime() + 2 * HOUR_MS));
    expect(await office.reads()).toMatchObject({ state: 'SUCCEEDED' });
    expect(await office.rows(`select state, failure from standard_syncs where failure is not null`)).toEqual([
      { state: 'FAILED', failure: 'ABANDONED' },
    ]);
  });
});
type ConocerRegister = { name: string; read(options: { signal: AbortSignal }): Promise<unknown> };

test('a tenant that users tells of hears of what changes from then on, not of the whole register', async () => {
  await using office = await openRegisterOffice();
  await office.reads();
  const tenantId = '01956f00-0000-7000-8000-0000000000aa';
  await office.island.deliver(tenantConfigured, {
    tenantId,
    subject: tenantId,
    data: { slug: 'nueva', policies: DEFAULT_TENANT_POLICIES },
  });
  await office.island.runDueJobs();
  expect(await office.island.emitted(tenantId)).toEqual([]);
  office.sandbox.revise({ list: [NEXT] });
  await office.reads();
  expect((await office.island.emitted(tenantId)).map(({ type }) => type)).toEqual([standardAdded.type, standardChanged.type]);
});

describe('standards of 1,496', () => {
  test('are found by words, prefixes, plural and code, best first, in pages, by an index', async () => {
    await using office = await openRegisterOffice();
    await office.reads();
    const found = async (text: string, more = '') => {
      const { data, errors } = await office.island.ask(
        people.raices.alice,
        `query($text: String) { standards(first: 100, filter: { text: $text }${more}) { edges { node { code title } } } }`,
        { text },
      );
      expect(errors).toEqual([]);
      return connectionOf<{ code: string; title: string }>(data, 'standards').edges.map(({ node }) => node);
    };
    const codes = async (text: string, more?: string) => (await found(text, more)).map(({ code }) => code);
    for (const text of ['ec0586', 'EC0586.01', '0586', ' ec0586.01\u00a0']) expect(await codes(text)).toEqual(['EC0586.01']);
    expect(await codes('fotovoltaico residencia')).toContain('EC0586.01');
    expect((await codes('FOTOVOLTAICOS instalación'))[0]).toBe('EC0586.01');
    expect((await found('instalación de sistema'))[0]?.title).toMatch(/^Instalación de sistema/);
    const aligned = await codes('instalacion', ', alignedOnly: true');
    expect(aligned).toContain('EC0586.01');
    for (const code of aligned)
      expect((await standard(office, code))?.['solarpunkAlignment']).toMatchObject({ score: expect.any(Number) });

    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const query =
        'query($after: String) { standards(first: 7, after: $after, filter: { text: "agua" }) { edges { node { code } } pageInfo { hasNextPage endCursor } } }';
      const { data } = await office.island.ask(people.raices.alice, query, { after });
      const page = connectionOf<{ code: string }>(data, 'standards');
      paged.push(...page.edges.map(({ node }) => node.code));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(paged).toEqual(await codes('agua'));
    expect(paged.length).toBeGreaterThan(7);

    const plan = await office.rows(
      `explain select * from standards where words @@ '''fotovoltaico'':* & ''instalacion'':*'::tsquery`,
    );
    expect(JSON.stringify(plan)).toContain('standards_by_word');
  });
});
