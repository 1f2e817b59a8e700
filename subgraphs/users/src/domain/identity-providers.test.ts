import { expect, test } from 'vitest';
import { parseIdentityProviders } from './identity-providers.ts';

const keycloak = { issuer: 'https://login.raices.example.mx/realms/raices', audience: 'academy' };
const parse = (given: Parameters<typeof parseIdentityProviders>[0]) =>
  parseIdentityProviders(given, (address) => (address.startsWith('https://') ? undefined : 'not https'));

test('a provider has the usual claims unless it is told others', () => {
  expect(parse([keycloak])).toEqual({
    ok: true,
    value: [
      {
        ...keycloak,
        jwksUrl: null,
        tenantClaim: 'tenant',
        personaClaim: 'persona',
        tokenUseClaim: 'token_use',
        userClaim: 'sub',
      },
    ],
  });
  expect(parse([{ ...keycloak, userClaim: 'academy_user' }])).toMatchObject({ value: [{ userClaim: 'academy_user' }] });
});

test('no provider is a choice: the installation vouches', () => {
  expect(parse([])).toEqual({ ok: true, value: [] });
});

test.each([
  ['identityProviders', Array.from({ length: 6 }, (_, index) => ({ ...keycloak, issuer: `https://${index}.example.mx` }))],
  ['identityProviders.1.issuer', [keycloak, keycloak]],
  ['identityProviders.0.issuer', [{ ...keycloak, issuer: 'http://login.example.mx' }]],
  ['identityProviders.0.issuer', [{ ...keycloak, issuer: `${keycloak.issuer}?tenant=1` }]],
  ['identityProviders.0.jwksUrl', [{ ...keycloak, jwksUrl: 'file:///etc/passwd' }]],
  ['identityProviders.0.audience', [{ ...keycloak, audience: '' }]],
  ['identityProviders.0.personaClaim', [{ ...keycloak, personaClaim: 'x'.repeat(201) }]],
])('a wrong %s is refused', (field, given) => {
  expect(parse(given)).toMatchObject({ ok: false, error: { kind: 'InvalidInput', field } });
});
