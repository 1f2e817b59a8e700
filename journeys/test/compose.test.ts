import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyticsConfig } from '@academy/analytics/config';
import { certificationConfig } from '@academy/certification/config';
import { conocerConfig } from '@academy/conocer/config';
import { coursesConfig } from '@academy/courses/config';
import { gatewayEnvironment } from '@academy/gateway/environment';
import { redisAclFile, redisUserName } from '@academy/platform/redis';
import { sandboxEnvironment } from '@academy/sandbox';
import { prepareEnvironment } from '@academy/scripts/prepare-environment';
import { TEST_REDIS_PASSWORDS } from '@academy/testing/redis-users';
import { usersConfig } from '@academy/users/config';
import { expect, test } from 'vitest';
import { type ComposeService, ownProcesses, ROOT, readCompose } from '../src/compose.ts';

/** Read by a library or by Node, not by our schemas. */
const OTHERS = ['APOLLO_TELEMETRY_DISABLED', 'NODE_ENV'];

const islands = {
  users: usersConfig,
  courses: coursesConfig,
  certification: certificationConfig,
  conocer: conocerConfig,
  analytics: analyticsConfig,
};

function variablesOf(service: ComposeService): string[] {
  if (service.name === 'gateway') return Object.keys(gatewayEnvironment.shape);
  if (service.name === 'sandbox') return Object.keys(sandboxEnvironment.shape);
  if (service.name === 'prepare') return Object.keys(prepareEnvironment);
  return Object.keys(islands[service.name.replace('-worker', '') as keyof typeof islands].shape);
}

const services = await readCompose();
const withCertificates = await readCompose('docker-compose.tls.yml');

test('docker-compose.yml has the gateway, an API and a worker for each island, the sandbox, PostgreSQL and Redis', () => {
  const apis = Object.keys(islands);
  expect(services.map((one) => one.name).sort()).toEqual(
    ['gateway', 'postgres', 'prepare', 'redis', 'sandbox', ...apis, ...apis.map((one) => `${one}-worker`)].sort(),
  );
});

test.each(ownProcesses(services))('$name runs a file that exists, from a Dockerfile that exists', (service) => {
  const file = service.command.slice(1).find((argument) => !argument.startsWith('--'));
  expect(existsSync(join(ROOT, file ?? 'no file'))).toBe(true);
  expect(existsSync(join(ROOT, service.dockerfile ?? ''))).toBe(true);
});

test.each(ownProcesses([...services, ...withCertificates]))(
  'every variable of $name is one that its process knows',
  (service) => {
    const known = new Set([...variablesOf(service), ...OTHERS]);
    expect(Object.keys(service.environment).filter((variable) => !known.has(variable))).toEqual([]);
  },
);

test('the users of Redis in deploy/redis are those of the roles', async () => {
  expect(await readFile(join(ROOT, 'deploy/redis/users.acl'), 'utf8')).toBe(redisAclFile('', TEST_REDIS_PASSWORDS));
});

test.each(ownProcesses(services).filter((one) => one.environment['REDIS_URL'] !== undefined))(
  '$name connects to Redis as the user of its role',
  (service) => {
    const role = service.name === 'gateway' ? 'gateway' : service.name.endsWith('-worker') ? 'worker' : 'island';
    const { username, password } = new URL(service.environment['REDIS_URL'] ?? '');
    expect({ username, password }).toEqual({ username: redisUserName(role, ''), password: TEST_REDIS_PASSWORDS[role] });
  },
);
