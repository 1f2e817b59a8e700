import { eventStreamKey } from '@academy/platform/events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import * as operations from '../src/operations.ts';
import { redisDisorder } from '../src/redis-order.ts';
import { until } from '../src/until.ts';

const SOLAR = 'instalacion-fotovoltaica';

describe.each(['in-process', 'http'] as const)(
  'a learner completes a course and watches her certification become official (islands called %s)',
  (calls) => {
    let graph: Graph;
    let enrollmentId: string;
    let certificationId: string;
    beforeAll(async () => {
      graph = await bootGraph({ calls });
    });
    afterAll(() => graph[Symbol.asyncDispose]());

    test('her passed assessment opens a certification', async () => {
      enrollmentId = await graph.alice.completesCourse(SOLAR);
      certificationId = await graph.alice.certificationOf(enrollmentId);
    });

    test('every change reaches her over WebSocket and SSE, in order, without gaps, with fields of three islands', async () => {
      const watches = [graph.alice.watches(certificationId), graph.alice.watches(certificationId, { over: 'sse' })];
      for (const watch of watches) {
        const issued = await watch.sees(
          'the official certificate',
          (event) => event.certificationStatusChanged.status === 'ISSUED',
        );
        expect(issued.certificationStatusChanged.certification).toMatchObject({
          id: certificationId,
          certificate: { folio: expect.any(String) },
          course: { title: expect.stringContaining('fotovoltaic'), instructor: { displayName: 'Inés Quiroz' } },
        });
        const seqs = watch.events.map((event) => event.certificationStatusChanged.seq as number);
        expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
        expect(watch.events[0].certificationStatusChanged.kind).toBe('SNAPSHOT');
        expect(watch.ends).toEqual([]);
        watch.stop();
      }
    });

    test('the case has walked the states of the automatic path, numbered from 1', async () => {
      const certification = await graph.alice.seesCertification(certificationId, 'ISSUED');
      const history = certification.history.edges.map((edge: Loose) => edge.node);
      expect(history.map((entry: Loose) => entry.seq)).toEqual(history.map((_: Loose, index: number) => index + 1));
      const states = history.map((entry: Loose) => entry.status);
      expect(states.slice(0, 5)).toEqual([
        'REGISTERED',
        'EVALUATING',
        'JUDGED_COMPETENT',
        'RESULTS_DELIVERED',
        'SUBMISSION_PREPARED',
      ]);
      expect(states.at(-1)).toBe('ISSUED');
      expect(certification).toMatchObject({
        officialFolio: expect.any(String),
        submission: { status: 'APPROVED', attempts: 1 },
        course: { standards: [{ code: 'EC0586.01' }] },
      });
    });

    test('Redis has no key but those of the families, and nothing was refused to its user', async () => {
      const { redisUrls, resources } = graph.academy;
      expect(await redisDisorder({ adminUrl: redisUrls.admin, namespace: resources.users.redis.namespace })).toEqual([]);
    });

    test('the authority has exactly one submission of her', () => {
      const mine = graph.sandbox.ledger.submissions.filter((one) => one.externalRef.includes(certificationId));
      expect(mine).toHaveLength(1);
      expect(graph.sandbox.ledger.duplicates).toEqual([]);
    });

    test('anyone can verify her certificate with its code, without signing in, and learns no more than her initials', async () => {
      const { certificate } = await graph.alice.seesCertification(certificationId, 'ISSUED');
      const { certificateVerification } = await graph
        .visitor('raices')
        .gets(operations.VERIFY, { code: certificate.verificationCode });
      expect(certificateVerification).toMatchObject({
        folio: certificate.folio,
        isValid: true,
        status: 'ISSUED',
        standardCode: 'EC0586.01',
      });
      expect(JSON.stringify(certificateVerification)).not.toMatch(/Alicia|Robles/);
    });

    test('her portfolio shows both certificates, and she is told', async () => {
      const me = await until('the notification', async () => {
        const { me: seen } = await graph.alice.gets(operations.ABOUT_ME);
        return seen.notifications.edges.some((edge: Loose) => edge.node.topic === 'certification.issued') ? seen : undefined;
      });
      expect(me.portfolio.edges.map((edge: Loose) => edge.node.kind).sort()).toEqual([
        'CONOCER_CERTIFICATE',
        'PLATFORM_CERTIFICATE',
      ]);
      expect(me.notifications.edges.map((edge: Loose) => edge.node.topic)).toEqual([
        'certification.issued',
        'certification.submitted',
      ]);
    });

    test('a verdict that is delivered again changes nothing', async () => {
      const before = await graph.alice.seesCertification(certificationId, 'ISSUED');
      const { redis } = graph.academy.resources.certification;
      const stream = eventStreamKey(redis, 'conocer');
      const entries = await redis.commands.xrange(stream, '-', '+');
      for (const [, fields] of entries) await redis.commands.xadd(stream, '*', ...fields);
      await until('the copies to be handled', async () => {
        const groups = (await redis.commands.call('XINFO', 'GROUPS', stream)) as unknown[][];
        const certification = groups.find((group) => group.includes('certification')) ?? [];
        return certification[certification.indexOf('lag') + 1] === 0 && certification[certification.indexOf('pending') + 1] === 0
          ? true
          : undefined;
      });
      expect(await graph.alice.seesCertification(certificationId, 'ISSUED')).toEqual(before);
    });

    test('she can go on watching from where she was: nothing is repeated', async () => {
      const first = graph.alice.watches(certificationId);
      const snapshot = await first.sees('the snapshot', () => true);
      first.stop();
      const resumed = graph.alice.watches(certificationId, { after: snapshot.certificationStatusChanged.resume });
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(resumed.events).toEqual([]);
      expect(resumed.ends).toEqual([]);
      resumed.stop();
    });

    test('an analyst of her tenant sees completions and certificates by course, of her tenant only', async () => {
      const ana = await graph.person('raices', 'ana', 'analyst');
      const andres = await graph.person('solaris', 'andres', 'analyst');
      const rowsOf = async (analyst: typeof ana) =>
        (await analyst.gets(operations.REPORT)).completionReport.rows.edges.map((edge: Loose) => edge.node);
      const rows = await rowsOf(ana);
      const shown = rows.filter((row: Loose) => !row.isSuppressed);
      expect(shown.length).toBeGreaterThan(0);
      for (const row of shown) expect(row.completions).toBeGreaterThanOrEqual(10);
      expect(rows.filter((row: Loose) => row.isSuppressed).every((row: Loose) => row.completions === null)).toBe(true);
      const theirs = new Set((await rowsOf(andres)).map((row: Loose) => row.course?.id));
      expect(rows.filter((row: Loose) => theirs.has(row.course?.id))).toEqual([]);
    });
  },
);

describe('an academy whose authority has its own mind', () => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await bootGraph();
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test('a rejected case is closed, its platform certificate stays valid, and the learner is told why', async () => {
    const bea = await graph.person('raices', 'learner-01', 'learner');
    graph.sandbox.setVerdict('reject', 'EVALUATOR_NOT_ACCREDITED');
    const enrollmentId = await bea.completesCourse('diseno-de-cursos');
    const certificationId = await bea.certificationOf(enrollmentId);
    const closed = await bea.seesCertification(certificationId, 'CLOSED');
    expect(closed.rejectionReason).toEqual(expect.any(String));
    expect(closed.officialFolio).toBeNull();
    expect(closed.certificate.status).toBe('ISSUED');
    const told = await until('the notification', async () => {
      const { me } = await bea.gets(operations.ABOUT_ME);
      return me.notifications.edges
        .map((edge: Loose) => edge.node.topic)
        .find((topic: string) => topic === 'certification.rejected');
    });
    expect(told).toBe('certification.rejected');
    graph.sandbox.setVerdict('approve');
  });

  test('a course that misses the Solarpunk thresholds is not submitted: the case waits, and says what is missing', async () => {
    const enrollmentId = await graph.alice.completesCourse('consultoria-general');
    const certificationId = await graph.alice.certificationOf(enrollmentId);
    const held = await until('the hold', async () => {
      const { certification } = await graph.alice.gets(operations.CERTIFICATION, { id: certificationId });
      return certification.hold === null ? undefined : certification;
    });
    expect(held).toMatchObject({
      status: 'SUBMISSION_PREPARED',
      hold: 'SOLARPUNK_COMPLIANCE',
      certificate: { status: 'ISSUED' },
    });
    expect(held.missedCriteria.map((one: Loose) => one.criterion).sort()).toEqual(['SOCIAL_JUSTICE', 'SUSTAINABILITY']);
    expect(graph.sandbox.ledger.submissions.filter((one) => one.externalRef.includes(certificationId))).toEqual([]);
    const told = await until('the notification', async () => {
      const { me } = await graph.alice.gets(operations.ABOUT_ME);
      return me.notifications.edges
        .map((edge: Loose) => edge.node)
        .find((one: Loose) => one.topic === 'certification.compliance-held');
    });
    expect(told.text).toMatch(/sustent|justicia/i);
  });

  test('an authority that is away delays the case and loses nothing', async () => {
    await graph.authorityGoesAway();
    const cleo = await graph.person('raices', 'learner-02', 'learner');
    const enrollmentId = await cleo.completesCourse(SOLAR);
    const certificationId = await cleo.certificationOf(enrollmentId);
    await until('the hold', async () => {
      const { certification } = await cleo.gets(operations.CERTIFICATION, { id: certificationId });
      return certification.hold === 'AUTHORITY_UNAVAILABLE' ? true : undefined;
    });
    await graph.authorityReturns();
    await cleo.seesCertification(certificationId, 'ISSUED', 40_000);
    expect(graph.sandbox.ledger.submissions.filter((one) => one.externalRef.includes(certificationId))).toHaveLength(1);
  });

  test('a submission whose answer never came is looked up, and not sent again', async () => {
    graph.sandbox.plan({ mode: 'resetAfter', probability: 1, routes: ['submit'], count: 1 });
    const dora = await graph.person('raices', 'learner-03', 'learner');
    const enrollmentId = await dora.completesCourse(SOLAR);
    const certificationId = await dora.certificationOf(enrollmentId);
    const issued = await dora.seesCertification(certificationId, 'ISSUED', 40_000);
    expect(issued.history.edges.map((edge: Loose) => edge.node.status)).toContain('SUBMISSION_UNKNOWN');
    expect(graph.sandbox.ledger.submissions.filter((one) => one.externalRef.includes(certificationId))).toHaveLength(1);
  });

  test('two certifiers can revoke a certificate, one alone cannot, and its verification says so', async () => {
    const enrollmentId = await graph.diego.completesCourse(SOLAR);
    const certificationId = await graph.diego.certificationOf(enrollmentId);
    const { certificate } = await graph.diego.seesCertification(certificationId, 'ISSUED');
    const camilo = await graph.person('solaris', 'camilo', 'certifier');
    const clara = await graph.person('solaris', 'clara', 'certifier');
    const proposed = await camilo.gets(operations.PROPOSE_REVOCATION, {
      input: { certificationId, reason: 'Queja fundada', idempotencyKey: 'r-1' },
    });
    const revocationId = proposed.certificationRevocationPropose.revocation.id;
    const alone = await camilo.gets(operations.CONFIRM_REVOCATION, { input: { revocationId, idempotencyKey: 'c-1' } });
    expect(alone.certificationRevocationConfirm.__typename).toBe('SecondPersonRequiredError');
    const confirmed = await clara.gets(operations.CONFIRM_REVOCATION, { input: { revocationId, idempotencyKey: 'c-2' } });
    expect(confirmed.certificationRevocationConfirm).toMatchObject({ revocation: { certificate: { status: 'REVOKED' } } });
    const { certificateVerification } = await graph
      .visitor('solaris')
      .gets(operations.VERIFY, { code: certificate.verificationCode });
    expect(certificateVerification).toMatchObject({ isValid: false, status: 'REVOKED' });
  });
});
