import { ConfigError, processVariables, readConfig } from '@academy/platform/config';
import { expect, test } from 'vitest';
import { z } from 'zod';

const schema = z.object(processVariables);
const good = { REDIS_URL: 'redis://127.0.0.1:6379', SIGNING_KEYS: `new:${'n'.repeat(32)},old:${'o'.repeat(32)}` };

test('an environment that fits is read, with defaults for what is left out', () => {
  expect(readConfig(schema, { ...good, LOG_LEVEL: '' })).toMatchObject({
    LOG_LEVEL: 'info',
    NODE_ENV: 'development',
    SIGNING_KEYS: [{ id: 'new' }, { id: 'old' }],
  });
});

test('every variable that does not fit is named, and no secret is shown', () => {
  const read = () => readConfig(schema, { PORT: 'many', SIGNING_KEYS: 'short:secret', REDIS_URL: 'http://x' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/PORT:.*got "many"/);
  expect(read).toThrow(/SIGNING_KEYS: expected id:secret pairs/);
  expect(read).not.toThrow(/short:secret/);
});
