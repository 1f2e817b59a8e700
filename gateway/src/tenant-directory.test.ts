import { tenantConfigured, tenantSuspended } from '@academy/contracts';
import { PLATFORM_TENANT_ID } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { describe, expect, test } from 'vitest';
import { createDirectoryIsland } from '../test/directory-island.ts';
import { createMovingClock } from '../test/moving-clock.ts';
import { horizonte, raices, tenants } from '../test/people.ts';
import type { TenantRecord } from './tenant.ts';
import { createTenantDirectory } from './tenant-directory.ts';
import type { DirectoryCopy, DirectoryShelf } from './tenant-shelf.ts';

const logger = createLogger({ process: 'test', level: 'silent' });

/** A shelf in memory; `isHearing` stands for Redis being there. */
function createShelf() {
  const state = { isHearing: true, copy: undefined as DirectoryCopy | undefined };
  const shelf: DirectoryShelf = {
    isHearing: () => state.isHearing,
    read: async () => state.copy,
    keep: async (copy) => {
      state.copy = copy;
    },
  };
  return { shelf, state };
}

function openDirectory(options: { pageSize?: number; shelf?: DirectoryShelf } = {}) {
  const island = createDirectoryIsland(tenants, options.pageSize);
  const clock = createMovingClock();
  const { shelf } = options;
  const directory = createTenantDirectory({
    transport: island.transport,
    clock,
    logger,
    ...(shelf === undefined ? {} : { shelf }),
  });
  /** The tenant is changed in the users island, which tells of it. */
  function change(tenant: TenantRecord, changes: Partial<TenantRecord>, type = tenantConfigured.type) {
    const changedAt = clock.now().toISOString();
    island.state.tenants = island.state.tenants.map((one) => (one.id === tenant.id ? { ...one, ...changes, changedAt } : one));
    const event = { id: 'e', type, tenantId: tenant.id, subject: tenant.id, occurredAt: changedAt, data: {} };
    return () => directory.follow(event);
  }
  return { ...island, clock, directory, change };
}

/** As much as a read of the directory needs to be over. */
const turns = () => new Promise((resolve) => setImmediate(resolve));

describe('the tenant directory', () => {
  test('is read as a service of the platform, page by page', async () => {
    const { directory, state } = openDirectory({ pageSize: 2 });
    expect((await directory.find('raices'))?.name).toBe('Academia Raíces');
    expect((await directory.find('olvido'))?.status).toBe('SUSPENDED');
    expect(state.calls).toHaveLength(2);
    expect(state.calls[0]?.context.principal).toEqual({
      kind: 'service',
      service: 'gateway',
      tenantId: PLATFORM_TENANT_ID,
      scopes: ['tenant.read'],
    });
  });

  test('is read once however many ask at the same time', async () => {
    const { directory, state } = openDirectory();
    await Promise.all(Array.from({ length: 50 }, () => directory.find('raices')));
    expect(state.calls).toHaveLength(1);
  });

  test('knows a changed setting after two seconds where nothing is told', async () => {
    const { directory, change, clock } = openDirectory();
    await directory.find('raices');
    change(raices, { status: 'SUSPENDED' });
    clock.advance(1_999);
    expect((await directory.find('raices'))?.status).toBe('ACTIVE');
    clock.advance(1);
    expect((await directory.find('raices'))?.status).toBe('SUSPENDED');
  });

  test('looks again for a slug that it does not know, but not for every request', async () => {
    const { directory, state, clock } = openDirectory();
    await directory.find('raices');
    clock.advance(600);
    state.tenants = [...state.tenants, { ...raices, id: horizonte.id.replace(/^./, '0'), slug: 'nueva' }];
    expect((await directory.find('nueva'))?.slug).toBe('nueva');
    for (let i = 0; i < 100; i += 1) expect(await directory.find(`guess-${i}`)).toBeUndefined();
    expect(state.calls).toHaveLength(2);
  });

  test('does not look again for a host that is no tenant’s', async () => {
    const { directory, state, clock } = openDirectory();
    await directory.find('raices');
    clock.advance(600);
    for (let i = 0; i < 100; i += 1) expect(await directory.findByDomain(`10.0.0.${i}`)).toBeUndefined();
    expect(state.calls).toHaveLength(1);
  });

  test('serves its copy for a minute while users is away, and then refuses', async () => {
    const { directory, state, clock } = openDirectory();
    await directory.find('raices');
    state.isDown = true;
    clock.advance(59_000);
    expect((await directory.find('raices'))?.slug).toBe('raices');
    clock.advance(2_000);
    await expect(directory.find('raices')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    state.isDown = false;
    clock.advance(1_000);
    expect((await directory.find('raices'))?.slug).toBe('raices');
  });

  test('refuses rather than guesses while it was never read', async () => {
    const { directory, state } = openDirectory();
    state.isDown = true;
    await expect(directory.find('raices')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('gives the same object for a tenant that did not change, and sees what was changed by hand', async () => {
    const { directory, state, clock } = openDirectory();
    const before = await directory.find('raices');
    state.tenants = structuredClone(state.tenants);
    clock.advance(2_000);
    expect(await directory.find('raices')).toBe(before);
    state.tenants = state.tenants.map((tenant) => ({ ...tenant, name: `${tenant.name} (a mano)` }));
    clock.advance(2_000);
    expect((await directory.find('raices'))?.name).toBe('Academia Raíces (a mano)');
  });
});

describe('the tenant directory, told of changes', () => {
  test('reads the one tenant that changed, and no other', async () => {
    const { shelf } = createShelf();
    const { directory, change, state, clock } = openDirectory({ shelf });
    await directory.find('raices');
    clock.advance(100);
    const tell = change(raices, { status: 'SUSPENDED' }, tenantSuspended.type);
    expect((await directory.find('raices'))?.status).toBe('ACTIVE');
    tell();
    await turns();
    expect(directory.peek('raices')?.status).toBe('SUSPENDED');
    expect(state.calls.map(({ context }) => context.principal)).toMatchObject([
      { tenantId: PLATFORM_TENANT_ID },
      { tenantId: raices.id, scopes: ['tenant.read'] },
    ]);
  });

  test('does not read again what it has already: events are told twice, and old ones at the start', async () => {
    const { directory, change, state, clock } = openDirectory({ shelf: createShelf().shelf });
    clock.advance(100);
    const tell = change(raices, { name: 'Raíces' });
    await directory.find('raices');
    tell();
    tell();
    await turns();
    expect(state.calls).toHaveLength(1);
  });

  test('reads everything when the one could not be read, or changed again while it was', async () => {
    const { directory, change, state, clock } = openDirectory({ shelf: createShelf().shelf });
    await directory.find('raices');
    clock.advance(1_000);
    const tell = change(raices, { name: 'Raíces' });
    state.isDown = true;
    tell();
    await turns();
    state.isDown = false;
    expect((await directory.find('raices'))?.name).toBe('Raíces');
    clock.advance(1_000);
    change(raices, { name: 'Raíces dos' })();
    clock.advance(1);
    change(raices, { name: 'Raíces tres' })();
    await turns();
    expect((await directory.find('raices'))?.name).toBe('Raíces tres');
  });

  test('reads everything when events may have been lost', async () => {
    const { directory, change, clock } = openDirectory({ shelf: createShelf().shelf });
    await directory.find('raices');
    clock.advance(1_000);
    change(raices, { name: 'Raíces' });
    directory.lose();
    await turns();
    expect(directory.peek('raices')?.name).toBe('Raíces');
  });

  test('reads everything after five seconds all the same, and after two while Redis is away', async () => {
    const { shelf, state: redis } = createShelf();
    const { directory, change, clock } = openDirectory({ shelf });
    await directory.find('raices');
    change(raices, { name: 'Raíces' });
    clock.advance(4_999);
    expect((await directory.find('raices'))?.name).toBe('Academia Raíces');
    clock.advance(1);
    expect((await directory.find('raices'))?.name).toBe('Raíces');
    redis.isHearing = false;
    clock.advance(1);
    change(raices, { name: 'Raíces dos' });
    clock.advance(2_000);
    expect((await directory.find('raices'))?.name).toBe('Raíces dos');
  });

  test('takes what another process read a moment ago, and asks when nothing is kept', async () => {
    const { shelf, state: redis } = createShelf();
    const first = openDirectory({ shelf });
    await first.directory.find('raices');
    const second = openDirectory({ shelf });
    expect((await second.directory.find('raices'))?.name).toBe('Academia Raíces');
    expect(second.state.calls).toHaveLength(0);
    redis.copy = undefined;
    const third = openDirectory({ shelf });
    await third.directory.find('raices');
    expect(third.state.calls).toHaveLength(1);
  });

  test('starts from what is kept while users is away, and never goes back to an older state', async () => {
    const { shelf } = createShelf();
    const first = openDirectory({ shelf });
    await first.directory.find('raices');
    const second = openDirectory({ shelf });
    second.state.isDown = true;
    second.clock.advance(30_000);
    expect((await second.directory.find('raices'))?.name).toBe('Academia Raíces');
    first.clock.advance(1_000);
    first.change(raices, { name: 'Raíces' })();
    await turns();
    first.state.tenants = [...tenants];
    first.clock.advance(5_000);
    expect((await first.directory.find('raices'))?.name).toBe('Raíces');
  });
});
