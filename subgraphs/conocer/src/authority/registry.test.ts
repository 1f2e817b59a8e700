import { createLogger } from '@academy/platform/logger';
import type { IslandResources } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import { expect, test } from 'vitest';
import { aliceRequest, CLIENT_ID, CLIENT_SECRET, calling, openSandbox } from '../../test/authority.ts';
import { conocerSettings } from '../config.ts';
import type { CertificationAuthority } from './port.ts';
import { openAuthorities } from './registry.ts';

const resources = {
  logger: createLogger({ process: 'test', level: 'silent' }),
  telemetry: createTelemetry({ process: 'test' }),
} as IslandResources;

function settings(changes: Record<string, string>) {
  return conocerSettings.parse({ AUTHORITY_CLIENT_ID: CLIENT_ID, AUTHORITY_CLIENT_SECRET: CLIENT_SECRET, ...changes });
}

function served(authority: CertificationAuthority) {
  if (authority.servedBy !== 'JOB') throw new Error(`${authority.name} is served by people.`);
  return authority.process;
}

test('a tenant that chose none has the installation’s authority, and whoever chose another has that', async () => {
  await using main = await openSandbox();
  await using beside = await openSandbox();
  const authorities = openAuthorities(
    settings({
      AUTHORITY: 'http',
      AUTHORITY_URL: main.url,
      LOOKUP_SETTLE_MS: '30000',
      AUTHORITIES: 'SANDBOX, MANUAL_LOT',
      SANDBOX_URL: beside.url,
      SANDBOX_CLIENT_ID: CLIENT_ID,
      SANDBOX_CLIENT_SECRET: CLIENT_SECRET,
    }),
    resources,
  );
  try {
    expect(authorities).toMatchObject({ defaultName: 'HTTP', names: ['HTTP', 'SANDBOX', 'MANUAL_LOT'] });
    expect(await served(authorities.get(null)).submit(aliceRequest(), calling)).toMatchObject({ kind: 'accepted' });
    const other = aliceRequest({ externalRef: 'raices:other:1' });
    expect(await served(authorities.get('SANDBOX')).submit(other, calling)).toMatchObject({ kind: 'accepted' });
    expect(main.ledger.submissions.map(({ externalRef }) => externalRef)).toEqual([aliceRequest().externalRef]);
    expect(beside.ledger.submissions.map(({ externalRef }) => externalRef)).toEqual(['raices:other:1']);
    expect(authorities.get('MANUAL_LOT').servedBy).toBe('PEOPLE');
  } finally {
    await authorities.cleanup();
  }
});

test('what was begun with an authority that the process has no more is neither sent nor lost', async () => {
  const authorities = openAuthorities(settings({ AUTHORITY_URL: 'http://authority.invalid' }), resources);
  try {
    const gone = served(authorities.get('HTTP'));
    const unavailable = { kind: 'unavailable', cause: 'NOT_CONFIGURED' };
    expect(await gone.submit(aliceRequest(), calling)).toEqual(unavailable);
    expect(await gone.find('raices:case-alice:1', calling)).toEqual(unavailable);
  } finally {
    await authorities.cleanup();
  }
});

test.each([['a plug-in that this version lacks', { AUTHORITIES: 'OPEN_BADGES' }, 'no plug-in of that name']])(
  '%s cannot be configured',
  (_what, changes, message) => {
    expect(() => openAuthorities(settings({ AUTHORITY_URL: 'http://authority.invalid', ...changes }), resources)).toThrow(
      message,
    );
  },
);

test.each([
  ['another authority beside the sandbox', { AUTHORITIES: 'HTTP' }, 'HTTP needs AUTHORITY=http'],
  [
    'the sandbox beside another without credentials of its own',
    { AUTHORITY: 'http', AUTHORITIES: 'SANDBOX' },
    'SANDBOX beside it needs SANDBOX_CLIENT_ID',
  ],
  ['a name that is none', { AUTHORITIES: 'CONOCER' }, 'AUTHORITIES'],
])('%s is refused with what to do', (_what, changes, message) => {
  expect(() => settings({ AUTHORITY_URL: 'http://authority.invalid', LOOKUP_SETTLE_MS: '30000', ...changes })).toThrow(message);
});
