import { PLATFORM_TENANT_ID } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { describe, expect, test } from 'vitest';
import { createDirectoryIsland } from '../test/directory-island.ts';
import { createMovingClock } from '../test/moving-clock.ts';
import { horizonte, raices, tenants } from '../test/people.ts';
import type { TenantSource } from './config.ts';
import { createTenantDirectory, resolveTenant, type TenantClues } from './tenant.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const all: readonly TenantSource[] = ['path', 'header', 'subdomain'];

function openDirectory(pageSize?: number) {
  const island = createDirectoryIsland(tenants, pageSize);
  const clock = createMovingClock();
  return { ...island, clock, directory: createTenantDirectory({ transport: island.transport, clock, logger }) };
}

describe('the tenant of a request', () => {
  const table: [string, TenantClues, readonly TenantSource[], string | undefined][] = [
    ['is named by the path, as a slug', { path: 'raices' }, all, raices.id],
    ['is named by the path, as an id', { path: raices.id }, all, raices.id],
    ['is named by the header, as a slug', { header: 'horizonte' }, all, horizonte.id],
    ['is named by the header, as an id', { header: horizonte.id }, all, horizonte.id],
    ['is named by the subdomain', { host: 'raices.localhost' }, all, raices.id],
    ['is named by the subdomain, with a port and in any case', { host: 'Raices.LOCALHOST:4000' }, all, raices.id],
    [
      'is the same by slug in one source and by id in another',
      { path: 'raices', header: raices.id, host: 'raices.localhost' },
      all,
      raices.id,
    ],
    ['is nobody when two sources disagree', { path: 'raices', header: 'horizonte' }, all, undefined],
    ['is nobody when one of two is unknown', { path: 'raices', header: 'nowhere' }, all, undefined],
    ['is nobody when no source speaks', { host: 'localhost:4000' }, all, undefined],
    ['is nobody for an unknown slug', { path: 'nowhere' }, all, undefined],
    ['is nobody for an empty header', { header: '' }, all, undefined],
    ['is nobody for a header that came twice', { header: 'raices, raices' }, all, undefined],
    ['is nobody for a subdomain of a subdomain', { host: 'x.raices.localhost' }, all, undefined],
    ['is not read from a foreign host', { host: 'raices.localhost.evil.example', path: 'raices' }, all, raices.id],
    ['is not read from an address', { host: '127.0.0.1:4000', path: 'raices' }, all, raices.id],
    ['is not read from a source that is switched off', { header: 'horizonte', path: 'raices' }, ['path'], raices.id],
    ['is nobody when only a source that is switched off speaks', { header: 'raices' }, ['path', 'subdomain'], undefined],
  ];
  test.each(table)('%s', async (_name, clues, sources, expected) => {
    const { directory } = openDirectory();
    expect((await resolveTenant(clues, sources, 'localhost', directory))?.id).toBe(expected);
  });
});

describe('the tenant directory', () => {
  test('is read as a service of the platform, page by page', async () => {
    const { directory, state } = openDirectory(2);
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

  test('knows a changed setting after two seconds', async () => {
    const { directory, state, clock } = openDirectory();
    await directory.find('raices');
    state.tenants = state.tenants.map((tenant) => (tenant.id === raices.id ? { ...tenant, status: 'SUSPENDED' } : tenant));
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
});
