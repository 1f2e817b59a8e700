import { randomBytes, randomUUID } from 'node:crypto';
import { composeApiKey, encodeCursor } from '@academy/kernel';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { Person } from '../../src/person.ts';
import type { AttackedAcademy } from '../attacked-academy.ts';
import { TENANT_IDS, TENANTS } from '../io-stages.ts';
import { openForgery } from './tokens.ts';

/** What placeholders of requests to the door stand for, by name; made when they are asked for. */
export type Values = Readonly<Record<string, () => Promise<string>>>;

const HEADER_BYTES = 65_536;

/** Opens what the placeholders need: forged tokens, and API keys that were made and revoked through the door. */
export async function openValues(academy: AttackedAcademy, jwksUrl: string): Promise<Values> {
  const alice = { userId: userIdOf(TENANTS.A, 'alice'), tenantId: TENANT_IDS.A, persona: 'learner' } as const;
  const { bad, forge } = await openForgery(academy.issuerDirectory, alice, jwksUrl);
  const { origin } = academy;
  const personAt = async (letter: 'A' | 'B', key: string, persona: 'admin' | 'certifier') =>
    new Person({
      url: `${origin}/graphql`,
      tenant: TENANTS[letter],
      key,
      persona,
      token: await academy.issueToken({
        userId: userIdOf(TENANTS[letter], key),
        tenantId: tenantIdOf(TENANTS[letter]),
        persona,
        lifetimeSeconds: 3_600,
      }),
    });
  const carla = await personAt('A', 'carla', 'admin');
  const fabian = await personAt('B', 'fabian', 'admin');
  const [keyA, revoked, keyB] = [await makeKey(carla), await makeKey(carla), await makeKey(fabian)];
  const input = { id: revoked.id, reason: 'It was told to others.' };
  await carla.gets('mutation ($input: ApiKeyRevokeInput!) { apiKeyRevoke(input: $input) { __typename } }', { input });
  for (const [admin, letter] of [
    [carla, 'A'],
    [fabian, 'B'],
  ] as const) {
    await admin.gets('mutation ($input: TenantConfigureInput!) { tenantConfigure(input: $input) { __typename } }', {
      input: { allowedOrigins: [originOf(letter)] },
    });
  }
  const celia = await personAt('A', 'celia', 'certifier');
  const { user } = await celia.gets('query ($id: ID!) { user(id: $id) { email curpMasked } }', {
    id: userIdOf(TENANTS.A, 'bruno'),
  });
  const { certifications } = await carla.gets('{ certifications(first: 100) { edges { node { id candidate { id } } } } }');
  // A cursor that the other tenant was really given.
  const theirs = await fabian.gets('{ certifications(first: 1) { edges { cursor } } }');
  const ofAnother = (certifications.edges as CertificationEdge[]).find(({ node }) => node.candidate.id !== alice.userId);
  if (ofAnother === undefined) throw new Error('Expected a certification of somebody else than alice in the seed.');
  // Bruno's access is taken back in the live cases; here a token older than that of another person.
  const victim = userIdOf(TENANTS.A, 'bruno');
  const [prefix = ''] = keyA.secret.split('_');
  const fixed: Record<string, string> = {
    host: `${TENANTS.A}.localhost`,
    'host.B': `${TENANTS.B}.localhost`,
    'q.me': 'me',
    'q.user': 'user',
    'q.certList': 'certifications',
    'q.boom': 'boom',
    'q.credential': 'credential',
    'q.search': 'search',
    'q.unlisted': 'unlisted',
    'm.adminOnly': 'adminOnly',
    'm.setWebhook': 'setWebhook',
    'm.submit': 'submit',
    'm.updateProfile': 'updateProfile',
    'm.login': 'login',
    'i.profile': 'ProfileInput',
    't.user': 'User',
    'f.pii': 'email',
    'f.derivedFromPii': 'curpMasked',
    'secret.A': 'secret-A',
    'secret.piiA2': String(user.email),
    // Looked for as a pattern, in which a star has a meaning.
    'secret.piiDerived': String(user.curpMasked).replaceAll('*', '\\*'),
    'id.userA': userIdOf(TENANTS.A, 'alice'),
    'id.userA2': victim,
    'id.refOnlyInB': userIdOf(TENANTS.B, 'diego'),
    'origin.A': originOf('A'),
    'origin.A.http': originOf('A').replace('https:', 'http:'),
    'origin.B': originOf('B'),
    'id.certA2': ofAnother.node.id,
    // Behind everything that there is.
    'cursor.deep': encodeCursor('certifications', ['1970-01-01T00:00:00.000Z', userIdOf(TENANTS.A, 'alice')]),
    'cursor.forgedB': String(theirs.certifications.edges[0].cursor),
    'gen.64k': 'a'.repeat(HEADER_BYTES),
    'apikey.revoked': revoked.secret,
    'apikey.truncated': keyA.secret.slice(0, -6),
    'apikey.unknown': composeApiKey({ tenantId: TENANT_IDS.A, publicId: publicIdOf(keyA.secret), secretBytes: randomBytes(24) }),
    'apikey.wrongPrefix': keyA.secret.replace(prefix, 'other'),
    'apikey.otherTenantHost': keyB.secret,
  };
  // One session of alice's, ended by its id: her other tokens are good.
  const sessionId = randomUUID();
  const revokedToken = forge({ claims: { jti: sessionId } });
  await carla.gets('mutation ($input: SessionRevokeInput!) { sessionRevoke(input: $input) { __typename } }', {
    input: { sessionId, userId: alice.userId, reason: 'The token was stolen.', idempotencyKey: randomUUID() },
  });
  return {
    ...Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, async () => value])),
    ...Object.fromEntries(Object.entries(bad).map(([name, make]) => [name, async () => make()])),
    'tok.revoked': async () => revokedToken,
    'id.random': async () => randomUUID(),
  };
}

type CertificationEdge = { readonly node: { readonly id: string; readonly candidate: { readonly id: string } } };

const originOf = (letter: 'A' | 'B') => `https://${TENANTS[letter]}.example`;
/** Between the prefix and the tenant's 22 characters. */
const publicIdOf = (key: string) => key.split('_')[1]?.slice(0, -22) ?? '';

async function makeKey(admin: Person): Promise<{ id: string; secret: string }> {
  const { apiKeyCreate } = await admin.gets(
    'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { ... on ApiKeyCreateSuccess { secret apiKey { id } } } }',
    { input: { name: 'attacked', scopes: ['CERTIFICATION_READ'], idempotencyKey: randomUUID() } },
  );
  return { id: String(apiKeyCreate.apiKey.id), secret: String(apiKeyCreate.secret) };
}
