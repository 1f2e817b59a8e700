import {
  accessRevoked,
  type DomainEvent,
  personaRevoked,
  sessionRevoked,
  tenantReactivated,
  tenantSuspended,
} from '@academy/contracts';
import { DAY_MS, HOUR_MS, type Principal, type UserPrincipal } from '@academy/kernel';
import { expect, test } from 'vitest';
import { createMovingClock } from '../test/moving-clock.ts';
import { alice, carla, diego, raices } from '../test/people.ts';
import { createRevocations, type RevocationNotice } from './revocations.ts';

const clock = createMovingClock();
const now = clock.now().getTime() / 1_000;

function userOf({ userId, tenantId }: typeof alice): UserPrincipal {
  return { kind: 'user', tenantId, userId, persona: 'learner', sessionId: 's', expiresAtSeconds: now + 600 };
}

function event(type: string, subject: string, data: unknown, occurredAt = '2026-03-02T12:00:00.000Z'): DomainEvent {
  return { id: '01956f00-0000-7000-8000-000000000001', type, tenantId: raices.id, subject, occurredAt, data };
}

const aliceRevoked = event(accessRevoked.type, alice.userId, { userId: alice.userId, revokedBeforeSeconds: now });

test('a revocation refuses older tokens of that user, and nobody else’s', () => {
  const revocations = createRevocations(clock);
  expect(revocations.apply(aliceRevoked)).toBe(true);
  expect(revocations.isRevoked(userOf(alice), now - 1)).toBe(true);
  expect(revocations.isRevoked(userOf(alice), now)).toBe(false);
  expect(revocations.isRevoked(userOf(carla), now - 1)).toBe(false);
  expect(revocations.isRevoked(userOf(diego), now - 1)).toBe(false);
});

test('the end of one session refuses its token whenever it was issued, and no other', () => {
  const revocations = createRevocations(clock);
  revocations.apply(
    event(sessionRevoked.type, alice.userId, { userId: alice.userId, sessionId: 's', mattersUntilSeconds: now + 100 }),
  );
  expect(revocations.isRevoked(userOf(alice), now + 50)).toBe(true);
  expect(revocations.isRevoked({ ...userOf(alice), sessionId: 't' }, now - 50)).toBe(false);
  expect(revocations.isRevoked({ ...userOf(alice), userId: carla.userId }, now - 50)).toBe(false);
  expect(revocations.isRevoked({ ...userOf(alice), tenantId: diego.tenantId }, now - 50)).toBe(false);
});

test('a persona that was taken ends sessions under it that began before', () => {
  const revocations = createRevocations(clock);
  const data = { userId: alice.userId, persona: 'mentor', revokedBeforeSeconds: now };
  revocations.apply(event(personaRevoked.type, alice.userId, data));
  const mentor: Principal = { ...userOf(alice), persona: 'mentor' };
  expect(revocations.isRevoked(mentor, now - 1)).toBe(true);
  expect(revocations.isRevoked(mentor, now)).toBe(false);
  expect(revocations.isRevoked(userOf(alice), now - 1)).toBe(false);
});

test('revocations that no token can match any more are dropped, and no others', () => {
  const clock = createMovingClock();
  const revocations = createRevocations(clock);
  const add = (sessionId: string) =>
    revocations.add({
      ...{ kind: 'session', tenantId: raices.id, userId: alice.userId, sessionId },
      mattersUntilSeconds: (clock.now().getTime() + DAY_MS) / 1_000,
    });
  add('old');
  clock.advance(DAY_MS + HOUR_MS);
  for (let number = 0; number <= 10_000; number += 1) add(`s${number}`);
  expect(revocations.isRevoked({ ...userOf(alice), sessionId: 'old' }, 0)).toBe(false);
  expect(revocations.isRevoked({ ...userOf(alice), sessionId: 's0' }, 0)).toBe(true);
});

test('a revocation delivered again, or an older one after it, takes nothing back', () => {
  const revocations = createRevocations(clock);
  revocations.apply(aliceRevoked);
  revocations.apply(event(accessRevoked.type, alice.userId, { userId: alice.userId, revokedBeforeSeconds: now - 500 }));
  revocations.apply(aliceRevoked);
  expect(revocations.isRevoked(userOf(alice), now - 1)).toBe(true);
});

test('a tenant is suspended until the later event lets it back in, in whatever order they come', () => {
  const suspended = event(tenantSuspended.type, raices.id, { slug: 'raices' }, '2026-03-02T12:00:00.000Z');
  const reactivated = event(tenantReactivated.type, raices.id, { slug: 'raices' }, '2026-03-02T13:00:00.000Z');
  const revocations = createRevocations(clock);
  revocations.apply(suspended);
  expect(revocations.isSuspended(raices.id)).toBe(true);
  revocations.apply(reactivated);
  expect(revocations.isSuspended(raices.id)).toBe(false);
  revocations.apply(suspended);
  expect(revocations.isSuspended(raices.id)).toBe(false);
});

test('listeners hear each notice until they leave', () => {
  const revocations = createRevocations(clock);
  const heard: RevocationNotice[] = [];
  const leave = revocations.listen((notice) => heard.push(notice));
  revocations.apply(aliceRevoked);
  leave();
  revocations.apply(aliceRevoked);
  expect(heard).toEqual([{ kind: 'user', tenantId: raices.id, userId: alice.userId, revokedBeforeSeconds: now }]);
});

test('events of other kinds, and of a shape that is not ours, are left alone', () => {
  const revocations = createRevocations(clock);
  expect(revocations.apply(event('mx.madfam.courses.course.completed.v1', alice.userId, {}))).toBe(false);
  expect(revocations.apply(event(accessRevoked.type, alice.userId, { userId: 'alice' }))).toBe(false);
});
