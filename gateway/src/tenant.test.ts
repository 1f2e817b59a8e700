import { createLogger } from '@academy/platform/logger';
import { describe, expect, test } from 'vitest';
import { createDirectoryIsland } from '../test/directory-island.ts';
import { createMovingClock } from '../test/moving-clock.ts';
import { horizonte, raices, tenants } from '../test/people.ts';
import type { TenantSource } from './config.ts';
import { resolveTenant, type TenantClues } from './tenant.ts';
import { createTenantDirectory } from './tenant-directory.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const all: readonly TenantSource[] = ['path', 'header', 'subdomain'];

/** Raíces is reached under a domain of its own; Horizonte has claimed one, and Olvido may not have any. */
const withDomains = tenants.map((tenant) => ({
  ...tenant,
  customDomain: { name: `${tenant.slug}.mx`, status: tenant.slug === 'horizonte' ? ('PENDING' as const) : ('VERIFIED' as const) },
  settings: { ...tenant.settings, features: tenant.slug === 'olvido' ? [] : tenant.settings.features },
}));

function openDirectory() {
  const island = createDirectoryIsland(withDomains);
  return createTenantDirectory({ transport: island.transport, clock: createMovingClock(), logger });
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
    ['is named by its own domain', { host: 'Raices.MX:443' }, all, raices.id],
    ['is named by its own domain with its final dot', { host: 'raices.mx.' }, all, raices.id],
    ['is nobody when its own domain and the path disagree', { host: 'raices.mx', path: 'horizonte' }, all, undefined],
    ['is not named by a domain that was only claimed', { host: 'horizonte.mx', path: 'raices' }, all, raices.id],
    ['is not named by a domain that it may not have', { host: 'olvido.mx' }, all, undefined],
    ['is not named by its domain in a header', { header: 'raices.mx' }, all, undefined],
    ['is not named by its domain where hosts do not count', { host: 'raices.mx' }, ['path', 'header'], undefined],
    ['is not read from a source that is switched off', { header: 'horizonte', path: 'raices' }, ['path'], raices.id],
    ['is nobody when only a source that is switched off speaks', { header: 'raices' }, ['path', 'subdomain'], undefined],
  ];
  test.each(table)('%s', async (_name, clues, sources, expected) => {
    const directory = openDirectory();
    expect((await resolveTenant(clues, sources, 'localhost', directory))?.id).toBe(expected);
  });
});
