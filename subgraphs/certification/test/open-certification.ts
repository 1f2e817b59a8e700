import {
  courseCompleted,
  DEFAULT_TENANT_POLICIES,
  type MissedCriterion,
  notificationRequested,
  notificationSent,
  officialCertificateIssued,
  profileUpdated,
  profileUpdateRequested,
  type ReactivoOutcome,
  submissionAccepted,
  submissionHeld,
  submissionRejected,
  submissionSent,
  submissionUnknown,
  type TenantPolicies,
  tenantConfigured,
} from '@academy/contracts';
import { Fault, type Principal, type UserPrincipal } from '@academy/kernel';
import { type Database, openDatabase, sagaSteps, sagas } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import type { JobHandler } from '@academy/platform/jobs';
import type { IslandRequest, IslandResponse } from '@academy/platform/topology';
import { openTestIsland, type TestIsland } from '@academy/testing/island';
import { people, userIdOf } from '@academy/testing/people';
import { expect } from 'vitest';
import { defineCertification } from '../src/subgraph.ts';
import type { CertificationWorker, Services } from '../src/worker-context.ts';
import { openRegister } from './register.ts';

/** What users answers when asked for a name; tests change it. `undefined`: users is away. */
type UsersIsland = { fullName: string | null | undefined; readonly asked: { request: IslandRequest; principal: Principal }[] };

export type Completion = {
  enrollmentId: string;
  courseTitle: string;
  standardCode: string | null;
  reactivos: ReactivoOutcome[];
  occurredAt: Date;
  eventId: string;
};

export type CaseView = {
  id: string;
  status: string;
  hold: string | null;
  seq: number;
  folio: string | null;
  officialFolio: string | null;
  rejectionReason: string | null;
  missedCriteria: MissedCriterion[];
  certificate: { id: string; status: string; folio: string | null; verificationCode: string | null } | null;
  history: { edges: { node: { id: string; seq: number; previousStatus: string | null; status: string; hold: string | null } }[] };
};

const CASE_FIELDS = `id status hold seq folio officialFolio rejectionReason missedCriteria { criterion required scored reason }
  certificate { id status folio verificationCode } history(first: 100) { edges { node { id seq previousStatus status hold } } }`;

/** Three reactivos of two criterios, all fulfilled or only the first. */
export function reactivos(isCompetent = true): ReactivoOutcome[] {
  return [
    { id: 'R1', criterion: 'C1', weight: 40, isFulfilled: true },
    { id: 'R2', criterion: 'C1', weight: 40, isFulfilled: true },
    { id: 'R3', criterion: 'C2', weight: 20, isFulfilled: isCompetent },
  ];
}

/** The island, what the others tell it, and what people see of it. */
export async function openCertification(
  options: {
    seed?: { name: string; fill: (database: Database) => Promise<void> };
    /** Jobs in place of the island's own. */
    jobs?: readonly JobHandler<CertificationWorker>[];
  } = {},
) {
  const register = openRegister();
  const users: UsersIsland = { fullName: 'Alicia Núñez de la Cruz', asked: [] };
  const island: TestIsland<Services> = await openTestIsland(
    { ...defineCertification(), ...(options.jobs === undefined ? {} : { jobs: options.jobs }) },
    {
      ...(options.seed === undefined ? {} : { seed: options.seed }),
      async graph(name, request, principal): Promise<IslandResponse> {
        if (name === 'conocer') return register.answer(principal);
        expect(name).toBe('users');
        users.asked.push({ request, principal });
        if (users.fullName === undefined) throw new Fault('UNAVAILABLE', 'Users is away.');
        return { data: { tenant: { name: 'Academia Raíces' }, _entities: [{ fullName: users.fullName }] } };
      },
    },
  );

  async function completes(learner: UserPrincipal, more: Partial<Completion> = {}): Promise<{ enrollmentId: string }> {
    const enrollmentId = more.enrollmentId ?? newId();
    await island.deliver(courseCompleted, {
      tenantId: learner.tenantId,
      subject: enrollmentId,
      ...(more.eventId === undefined ? {} : { id: more.eventId }),
      ...(more.occurredAt === undefined ? {} : { occurredAt: more.occurredAt }),
      data: {
        enrollmentId,
        courseId: newId(),
        courseTitle: more.courseTitle ?? 'Instalación fotovoltaica',
        learnerId: learner.userId,
        instructorId: userIdOf('raices', 'ines'),
        standardCode: more.standardCode === undefined ? 'EC0586.01' : more.standardCode,
        scorePercent: 90,
        minimumScorePercent: 80,
        reactivos: more.reactivos ?? reactivos(),
      },
    });
    return { enrollmentId };
  }

  async function sees(viewer: Principal, certificationId: string): Promise<CaseView> {
    const answer = await island.ask(viewer, `query ($id: ID!) { certification(id: $id) { ${CASE_FIELDS} } }`, {
      id: certificationId,
    });
    expect(answer.errors).toEqual([]);
    return answer.data?.['certification'] as CaseView;
  }

  async function caseOf(learner: UserPrincipal, enrollmentId: string): Promise<CaseView | null> {
    const answer = await island.ask(
      learner,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Enrollment { certification { ${CASE_FIELDS} } } } }`,
      { r: [{ __typename: 'Enrollment', id: enrollmentId }] },
    );
    expect(answer.errors).toEqual([]);
    const [enrollment] = fieldOf<{ certification: CaseView | null }[]>(answer, '_entities');
    return enrollment?.certification ?? null;
  }

  /** A learner's completed course, its saga run as far as it gets by itself: the case waits for the authority. */
  async function submittedCase(learner: UserPrincipal, more: Partial<Completion> = {}): Promise<string> {
    const { enrollmentId } = await completes(learner, more);
    await island.runDueJobs();
    const found = await caseOf(learner, enrollmentId);
    if (found === null) throw new Error('The completion was expected to open a case.');
    return found.id;
  }

  const about = (certificationId: string, learner: UserPrincipal) => ({ tenantId: learner.tenantId, subject: certificationId });

  /** Conocer's news of one case. */
  function conocer(learner: UserPrincipal, certificationId: string, attempt = 1) {
    const to = about(certificationId, learner);
    const of = { certificationId, attempt };
    return {
      sent: (id?: string) => island.deliver(submissionSent, { ...to, ...given(id), data: of }),
      unknown: () => island.deliver(submissionUnknown, { ...to, data: of }),
      accepted: () => island.deliver(submissionAccepted, { ...to, data: of }),
      rejected: (reason: string, isCorrectable: boolean) =>
        island.deliver(submissionRejected, { ...to, data: { ...of, reason, isCorrectable } }),
      issued: (officialFolio: string, id?: string, validThrough: string | null = null) =>
        island.deliver(officialCertificateIssued, {
          ...to,
          ...given(id),
          data: { ...of, officialFolio, issuedOn: '2026-03-02', validThrough },
        }),
      held: (hold: 'SOLARPUNK_COMPLIANCE' | 'AUTHORITY_UNAVAILABLE', missedCriteria: MissedCriterion[] = []) =>
        island.deliver(submissionHeld, { ...to, data: { ...of, hold, missedCriteria } }),
    };
  }

  /** Users' answers on one case, each new unless its id is given. */
  function answers(learner: UserPrincipal, certificationId: string) {
    const to = about(certificationId, learner);
    const of = { certificationId, userId: learner.userId };
    return {
      profileUpdated: (portfolioEntryId = newId()) =>
        island.deliver(profileUpdated, { ...to, data: { ...of, portfolioEntryId } }),
      /** To the question of this name; without it to the newest. */
      notificationSent: async (notificationId = newId(), name?: string) => {
        const occasion = name ?? (await tellings(learner, certificationId)).at(-1)?.occasion ?? null;
        const data = { ...of, notificationId, number: 1, topic: null, occasion };
        return island.deliver(notificationSent, { ...to, subject: learner.userId, data });
      },
    };
  }

  /** What users was asked to tell about this case, oldest first. */
  async function tellings(learner: UserPrincipal, certificationId: string) {
    const events = await island.emitted(learner.tenantId, notificationRequested);
    return events.filter((event) => event.subject === certificationId).map((event) => event.data);
  }

  /** Topics of which users was asked to tell the learner about this case, oldest first; without the steps on the way, which `tellings` has. */
  async function topics(learner: UserPrincipal, certificationId: string): Promise<string[]> {
    const told = (await tellings(learner, certificationId)).map(({ topic }) => topic);
    return told.filter((topic) => topic !== 'certification.submitted' && topic !== 'certification.reopened');
  }

  async function profileUpdates(learner: UserPrincipal, certificationId: string) {
    return (await island.emitted(learner.tenantId, profileUpdateRequested)).filter((event) => event.subject === certificationId);
  }

  /** Phase of the saga of a case, and the status of each of its steps. */
  async function saga(learner: UserPrincipal, certificationId: string) {
    return island.inTenant(learner.tenantId, async (tx) => {
      const all = await tx.select().from(sagas);
      const mine = all.find((row) => row.subject === certificationId);
      const steps = (await tx.select().from(sagaSteps)).filter((row) => row.sagaId === mine?.id);
      return { phase: mine?.phase, state: mine?.state, steps: Object.fromEntries(steps.map((row) => [row.step, row.status])) };
    });
  }

  async function configures(learner: UserPrincipal, policies: Partial<TenantPolicies>): Promise<void> {
    island.clock.advance(1);
    await island.deliver(tenantConfigured, {
      tenantId: learner.tenantId,
      subject: learner.tenantId,
      data: { slug: 'raices', policies: { ...DEFAULT_TENANT_POLICIES, ...policies } },
    });
  }

  /** The database refuses every write of this kind to a table until the returned function is called: a crash just before it. */
  async function breaks(table: string, condition: string): Promise<() => Promise<void>> {
    const owner = openDatabase({ url: island.urls.owner, maxConnections: 1, name: 'crash' });
    await owner.pool.unsafe(`
      create function crash() returns trigger language plpgsql as $$ begin raise exception 'crash'; end $$;
      create trigger crash before insert or update on ${table} for each row when (${condition}) execute function crash();`);
    return async () => {
      await owner.pool.unsafe('drop function crash() cascade');
      await owner.close();
    };
  }

  return {
    island,
    breaks,
    users,
    register,
    completes,
    sees,
    caseOf,
    submittedCase,
    conocer,
    answers,
    tellings,
    topics,
    profileUpdates,
    saga,
    configures,
    close: island.close,
  };
}

export type Certification = Awaited<ReturnType<typeof openCertification>>;

/** Statuses of a case's history, in order; asserts that the numbers run from 1 without gaps and each entry follows the one before. */
export function path(view: CaseView): string[] {
  const entries = view.history.edges.map((edge) => edge.node);
  expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
  expect(view.seq).toBe(entries.length);
  entries.forEach((entry, index) => {
    expect(entry.previousStatus).toBe(entries[index - 1]?.status ?? null);
  });
  return entries.map((entry) => entry.status);
}

/** A learner of raices of her own for each test. */
export function newLearner(): UserPrincipal {
  return { ...people.raices.alice, userId: newId() };
}

/** The answer's root field. Throws when the answer has no data. */
export function fieldOf<T>(answer: { data: Record<string, unknown> | null }, name: string): T {
  if (answer.data === null) throw new Error(`An answer with ${name} was expected, got none.`);
  return answer.data[name] as T;
}

function given(id: string | undefined) {
  return id === undefined ? {} : { id };
}
