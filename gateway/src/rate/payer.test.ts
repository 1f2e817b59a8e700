import { describe, expect, test } from 'vitest';
import { alice, diego } from '../../test/people.ts';
import { payerOf } from './payer.ts';

const SECRET = 'only for this test';
const session = { kind: 'user', persona: 'learner', sessionId: 's1', expiresAtSeconds: 1 } as const;
const anonymous = { kind: 'anonymous', tenantId: alice.tenantId } as const;

describe('an operation is counted', () => {
  test('for a person, whatever her session and persona', () => {
    const { tenantId, userId } = alice;
    const learner = payerOf({ ...session, tenantId, userId }, '192.0.2.1', SECRET);
    expect(payerOf({ ...session, tenantId, userId, sessionId: 's2', persona: 'admin' }, '192.0.2.9', SECRET)).toBe(learner);
    expect(payerOf({ ...session, tenantId, userId: diego.userId }, '192.0.2.1', SECRET)).not.toBe(learner);
  });

  test('for the address of whoever is not signed in, which is not readable from it', () => {
    const payer = payerOf(anonymous, '192.0.2.1', SECRET);
    expect(payer).toMatch(/^a:[\w-]{22}$/);
    expect(payerOf(anonymous, '192.0.2.1', SECRET)).toBe(payer);
    expect(payerOf(anonymous, '192.0.2.2', SECRET)).not.toBe(payer);
    expect(payerOf(anonymous, '192.0.2.1', 'another secret')).not.toBe(payer);
  });

  test('for the network of an IPv6 address: its owner has all addresses in it', () => {
    const of = (address: string) => payerOf(anonymous, address, SECRET);
    expect(of('2001:db8:0:7::1')).toBe(of('2001:db8::7:99:98:97:96'));
    expect(of('2001:db8:0:7::1')).not.toBe(of('2001:db8:0:8::1'));
    expect(of('::1')).toBe(of('0:0:0:0:0:0:0:2'));
  });
});
