import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type SecureVersion } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDistributed } from '../src/distributed.ts';
import type { Processes } from '../src/processes.ts';

const SOLAR = 'instalacion-fotovoltaica';

describe('the processes of docker-compose.yml with docker-compose.tls.yml over it', () => {
  let system: Processes;
  beforeAll(async () => {
    system = await startDistributed(
      (service): Record<string, string> => {
        if (service.name === 'sandbox') return { SANDBOX_PROCESSING_MS: '500' };
        return service.name === 'conocer-worker' ? { POLL_FIRST_MS: '100', POLL_MAX_MS: '300', LOOKUP_SETTLE_MS: '500' } : {};
      },
      { withCertificates: true },
    );
  }, 120_000);
  afterAll(() => system?.[Symbol.asyncDispose]());

  test('carry a learner from a completed course to an official certificate, over certificates', async () => {
    const alice = await system.person('raices', 'alice', 'learner');
    const certificationId = await alice.certificationOf(await alice.completesCourse(SOLAR), 45_000);
    const issued = await alice.seesCertification(certificationId, 'ISSUED', 60_000);
    expect(issued.submission).toMatchObject({ status: 'APPROVED' });
  }, 120_000);

  /** What an island says to somebody with this certificate, in clear or not; empty when it closes the connection. */
  async function saysTo(service: string, name: string | undefined, minVersion: SecureVersion = 'TLSv1.3'): Promise<string> {
    const read = (file: string) => readFile(join(system.certificates ?? '', file), 'utf8');
    const pair = name === undefined ? {} : { cert: await read(`${name}.crt`), key: await read(`${name}.key`) };
    const ca = await read('ca-bundle.crt');
    const socket = connect({
      host: '127.0.0.1',
      port: system.portOf(service) ?? 0,
      servername: service,
      ca,
      minVersion,
      ...pair,
    });
    let said = '';
    socket.on('error', () => {});
    socket.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    socket.write('GET /health/live HTTP/1.1\r\nhost: island\r\nconnection: close\r\n\r\n');
    await new Promise((resolve) => socket.once('close', resolve));
    return said;
  }

  test.each([
    ['certification', undefined],
    ['certification', 'analytics'],
    ['certification', 'users-worker'],
    ['certification', 'ca'],
    ['users', 'analytics-worker'],
  ])('%s says nothing to %s', async (service, name) => {
    expect(await saysTo(service, name)).toBe('');
  });

  test.each([
    ['certification', 'gateway'],
    ['users', 'certification-worker'],
  ])('%s answers %s', async (service, name) => {
    expect(await saysTo(service, name)).toMatch(/^HTTP\/1\.1 200 /);
  });
});
