import { DEFAULT_TENANT_POLICIES, tenantConfigured } from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import { type TenantSlug, tenantIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { type Office, openOffice } from './office.ts';

const PER_MINUTE = 60;

/** Both tenants agreed on one submission a second. */
async function openAtRate(): Promise<Office> {
  const office = await openOffice();
  for (const slug of ['raices', 'solaris'] as const) {
    const tenantId = tenantIdOf(slug);
    const policies = { ...DEFAULT_TENANT_POLICIES, submissionsPerMinute: PER_MINUTE };
    await office.island.deliver(tenantConfigured, { tenantId, subject: tenantId, data: { slug, policies } });
  }
  return office;
}

const requests = async (office: Office, tenant: TenantSlug, count: number) => {
  for (let one = 0; one < count; one += 1) await office.request({ tenant });
};

/** The tenant's one case that waits, so many times: each a case of its own. */
async function copies(office: Office, tenant: TenantSlug, count: number): Promise<void> {
  await office.island.inTenant(tenantIdOf(tenant), (tx) =>
    tx.execute(`insert into submissions (tenant_id, id, certification_id, case_attempt, candidate_id, course_id, standard_code, certificate_folio,
        evaluated_on, status, gate, authority, requested_at, changed_at)
      select tenant_id, gen_random_uuid(), gen_random_uuid(), case_attempt, candidate_id, course_id, standard_code, certificate_folio,
        evaluated_on, status, gate, authority, requested_at, changed_at from submissions, generate_series(1, ${count})`),
  );
}

/** How long each submission of a tenant waited to be sent, in seconds of the island's clock, in the order of their requests. */
async function waitsOf(office: Office, tenant: TenantSlug): Promise<number[]> {
  const tenantId = tenantIdOf(tenant);
  const rows = await office.island.inTenant(tenantId, (tx) =>
    tx.execute<{ waited: number }>(
      `select extract(epoch from sent_at - requested_at)::float8 as waited from submissions where sent_at is not null order by requested_at, id`,
    ),
  );
  return rows.map(({ waited }) => waited);
}

const sentInOrder = (office: Office, tenant: TenantSlug) =>
  office.island.inTenant(tenantIdOf(tenant), async (tx) =>
    (await tx.execute<{ at: number }>(`select extract(epoch from sent_at)::float8 as at from submissions order by sent_at`)).map(
      ({ at }) => at,
    ),
  );

test('a tenant that hands in 500 at once keeps to its rate, and another’s waits stay what they are when it is alone', async () => {
  await using quiet = await openAtRate();
  await requests(quiet, 'solaris', 8);
  await quiet.settle({ hours: 0.1 });
  const alone = await waitsOf(quiet, 'solaris');

  await using office = await openAtRate();
  await requests(office, 'raices', 1);
  await copies(office, 'raices', 499);
  await requests(office, 'solaris', 8);
  const begun = office.island.clock.now().getTime();
  while ((await waitsOf(office, 'solaris')).length < 8) {
    office.island.clock.advance(SECOND_MS / 2);
    await office.island.runDueJobs();
  }
  const beside = await waitsOf(office, 'solaris');
  expect(alone).toHaveLength(8);
  expect(Math.max(...beside)).toBeLessThanOrEqual(2 * Math.max(...alone));
  const passedSeconds = (office.island.clock.now().getTime() - begun) / SECOND_MS;
  const flooded = await waitsOf(office, 'raices');
  expect(flooded.length).toBeGreaterThanOrEqual(Math.floor(passedSeconds * 0.9));
  expect(flooded.length).toBeLessThanOrEqual(passedSeconds + 2);
}, 120_000);

test('what waited out an outage is sent oldest first, never faster than was agreed on', async () => {
  await using office = await openAtRate();
  // Without a wait: that would be a second of the real clock, and twelve minutes of the island's may take less.
  office.sandbox.plan({ mode: 'e429', routes: ['submit'], retryAfterSeconds: 0 });
  for (let one = 0; one < 65; one += 1) {
    await office.request();
    office.island.clock.advance(10);
  }
  await office.island.runDueJobs();
  office.sandbox.plan({ mode: 'ok' });
  await office.settle({ hours: 0.2 });
  const waits = await waitsOf(office, 'raices');
  expect(waits).toHaveLength(65);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  const sent = await sentInOrder(office, 'raices');
  const mostInAMinute = Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + 60).length));
  expect(mostInAMinute).toBeLessThanOrEqual(PER_MINUTE);
  expect(office.sandbox.ledger.duplicates).toEqual([]);
}, 120_000);

test('while the authority is away every case that waits is told so, once, and only one asks whether it is back', async () => {
  await using office = await openOffice();
  office.sandbox.plan({ mode: 'e429', routes: ['submit'], retryAfterSeconds: 0 });
  await requests(office, 'raices', 12);
  await office.settle({ hours: 0.05 });
  const told = await office.told();
  expect(told).toEqual(Array.from({ length: 12 }, () => 'held'));
  const [late] = [await office.request()];
  await office.island.runDueJobs();
  expect(await office.row(late?.certificationId ?? '')).toMatchObject({ status: 'PREPARED', is_authority_away: true });
  const submits = office.sandbox.ledger.calls.filter(({ route }) => route === 'submit').length;
  // 3 min of tries after 1 s, 2, 4, 8, 16, 32, 60, 60, and at most as many at first as there are lanes.
  expect(submits).toBeLessThanOrEqual(12);
  office.sandbox.plan({ mode: 'ok' });
  await office.settle();
  expect(office.sandbox.ledger.submissions).toHaveLength(13);
  expect((await office.told()).filter((what) => what === 'issued')).toHaveLength(13);
});

test('an urgent case goes before those that asked earlier: one whose evaluation is old', async () => {
  await using office = await openAtRate();
  await requests(office, 'raices', 5);
  office.island.clock.advance(10);
  const { externalRef } = await office.request({ evaluatedOn: '2025-12-20' });
  await office.settle({ hours: 0.1 });
  const order = office.sandbox.ledger.submissions.map((submission) => submission.externalRef);
  expect(order.indexOf(externalRef)).toBe(0);
  expect(order).toHaveLength(6);
});
