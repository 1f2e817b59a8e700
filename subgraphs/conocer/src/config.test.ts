import { expect, test } from 'vitest';
import { conocerSettings } from './config.ts';

const given = { AUTHORITY_CLIENT_ID: 'academia', AUTHORITY_CLIENT_SECRET: 'un-secreto-de-prueba' };

test('an authority that may still be recording when it is looked up is refused at start', () => {
  const short = { ...given, AUTHORITY: 'http', AUTHORITY_URL: 'https://autoridad.mx', LOOKUP_SETTLE_MS: '10000' };
  expect(() => conocerSettings.parse(short)).toThrow('must be above SUBMIT_TIMEOUT_MS (10000), got 10000');
  expect(conocerSettings.parse({ ...short, LOOKUP_SETTLE_MS: '10001' })).toMatchObject({ LOOKUP_SETTLE_MS: 10_001 });
});

test('the sandbox shows at once what it received, and may be looked up sooner', () => {
  expect(conocerSettings.parse({ ...given, LOOKUP_SETTLE_MS: '500' })).toMatchObject({ AUTHORITY: 'sandbox' });
});
