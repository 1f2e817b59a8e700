import { createHash } from 'node:crypto';
import { type Fault, systemClock } from '@academy/kernel';
import { expect, test } from 'vitest';
import { raices } from '../../test/people.ts';
import { newClientKey, signedHeaders } from '../../test/sign-request.ts';
import { createClientSignatures, UNSIGNED_MESSAGE } from './client-signatures.ts';
import type { SignedMessage } from './signed-message.ts';

const key = newClientKey('erp');
const tenant = {
  ...raices,
  settings: { ...raices.settings, clientSignatures: { isRequired: true, keys: [key.registered] } },
};
const body = '{"query":"{ me { id } }"}';

function signedMessage(): SignedMessage {
  const headers = { host: 'api.example', ...signedHeaders({ url: 'https://api.example/graphql', body, key }) };
  return {
    method: 'POST',
    target: '/graphql',
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    bodyDigests: { 'sha-256': createHash('sha256').update(body).digest('base64') },
  };
}
function open(isNew: () => Promise<boolean>) {
  let asked = 0;
  const nonces = {
    isNew() {
      asked += 1;
      return isNew();
    },
  };
  return { signatures: createClientSignatures({ nonces, scheme: 'https', clock: systemClock }), asked: () => asked };
}
const told = (said: Promise<void>) =>
  said.then(
    () => 'accepted',
    (thrown: Fault) => `${thrown.code}: ${thrown.message}`,
  );

test('the request that opened a connection is checked once, and the same one that comes again is refused', async () => {
  let isUsed = false;
  const { signatures, asked } = open(async () => !isUsed);
  const message = signedMessage();
  expect(await told(signatures.check(message, tenant))).toBe('accepted');
  isUsed = true;
  expect(await told(signatures.check(message, tenant))).toBe('accepted');
  expect(asked()).toBe(1);
  expect(await told(signatures.check({ ...message }, tenant))).toBe(`UNAUTHENTICATED: ${UNSIGNED_MESSAGE}`);
});

test('a key that the tenant gave up signs nothing more, and a tenant that demands none is asked nothing', async () => {
  const { signatures, asked } = open(async () => true);
  const { settings } = tenant;
  const other = {
    ...tenant,
    settings: { ...settings, clientSignatures: { isRequired: true, keys: [newClientKey('b').registered] } },
  };
  expect(await told(signatures.check(signedMessage(), other))).toBe(`UNAUTHENTICATED: ${UNSIGNED_MESSAGE}`);
  expect(await told(signatures.check(undefined, raices))).toBe('accepted');
  expect(asked()).toBe(0);
});

test('while it cannot be told whether a nonce is new, nothing is accepted: an outage, not a refusal', async () => {
  const { signatures } = open(() => Promise.reject(new Error('redis is away')));
  expect(await told(signatures.check(signedMessage(), tenant))).toMatch(/^UNAVAILABLE/);
});
