import {
  certificateIssued,
  certificateRevoked,
  certificationStatusChanged,
  courseCompleted,
  enrollmentStarted,
} from '@academy/contracts';
import { seedId } from '@academy/kernel';
import { openTestIsland, type TestIsland } from '@academy/testing/island';
import { person, type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { defineAnalytics } from '../src/subgraph.ts';

export const raices = tenantIdOf('raices');
export const solaris = tenantIdOf('solaris');

/** An analyst of each tenant. */
export const analysts = { raices: person('raices', 'ana', 'analyst'), solaris: person('solaris', 'sergio', 'analyst') };

export const courseIdOf = (slug: TenantSlug, course: string): string => seedId(`course:${slug}:${course}`);

/** Ids of one learner's way through one course, as the other islands would give them. */
export function wayOf(slug: TenantSlug, course: string, learner: string) {
  const way = `${slug}:${course}:${learner}`;
  return {
    tenantId: tenantIdOf(slug),
    courseId: courseIdOf(slug, course),
    learnerId: userIdOf(slug, learner),
    enrollmentId: seedId(`enrollment:${way}`),
    certificationId: seedId(`certification:${way}`),
    certificateId: seedId(`certificate:${way}`),
  };
}
type Way = ReturnType<typeof wayOf>;

/** `count` learners of a course, always the same ones, beginning with number `first`. */
export function waysOf(slug: TenantSlug, course: string, count: number, first = 1): Way[] {
  return Array.from({ length: count }, (_, index) => wayOf(slug, course, `learner-${first + index}`));
}

export type Row = {
  course: { id: string };
  isSuppressed: boolean;
  completions: number | null;
  certificatesIssued: number | null;
  officialCertificatesIssued: number | null;
};
export type Report = {
  dataSource: string;
  asOf: string | null;
  minimumGroupSize: number;
  rows: {
    edges: { cursor: string; node: Row }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  };
};

const REPORT = `query ($filter: CompletionReportFilter, $first: Int, $after: String) {
  completionReport(filter: $filter, first: $first, after: $after) {
    dataSource asOf minimumGroupSize
    rows {
      edges { cursor node { course { id } isSuppressed completions certificatesIssued officialCertificatesIssued } }
      pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }
}`;

/** The analytics island with its own database, and the events of a year that tests let happen. */
export async function openAcademyYear(options: Parameters<typeof openTestIsland>[1] = {}) {
  const island: TestIsland<object> = await openTestIsland(defineAnalytics({}), options);
  const ask = (variables: Record<string, unknown> = {}, principal: Parameters<typeof island.ask>[0] = analysts.raices) =>
    island.ask(principal, REPORT, variables);

  async function report(variables?: Record<string, unknown>, principal?: Parameters<typeof island.ask>[0]): Promise<Report> {
    const answer = await ask(variables, principal);
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return answer.data?.['completionReport'] as Report;
  }

  return {
    island,
    ask,
    report,
    async row(course: string, filter: Record<string, unknown> = {}): Promise<Row | undefined> {
      const { rows } = await report({ filter: { ...filter, courseId: courseIdOf('raices', course) } });
      return rows.edges[0]?.node;
    },
    enrols: ({ tenantId, ...way }: Way, at: string) =>
      island.deliver(enrollmentStarted, {
        tenantId,
        subject: way.enrollmentId,
        occurredAt: new Date(at),
        data: { enrollmentId: way.enrollmentId, courseId: way.courseId, learnerId: way.learnerId },
      }),
    async complete(ways: readonly Way[], at: string): Promise<void> {
      for (const way of ways) await island.deliver(courseCompleted, completionOf(way, at));
    },
    async certify(ways: readonly Way[], at: string): Promise<void> {
      for (const way of ways) {
        await island.deliver(certificateIssued, {
          tenantId: way.tenantId,
          subject: way.certificationId,
          occurredAt: new Date(at),
          data: { ...certificateOf(way), courseId: way.courseId },
        });
      }
    },
    async revoke(way: Way, at: string): Promise<void> {
      await island.deliver(certificateRevoked, {
        tenantId: way.tenantId,
        subject: way.certificationId,
        occurredAt: new Date(at),
        data: certificateOf(way),
      });
    },
    async reachStatus(way: Way, status: 'IN_PROCESS' | 'ISSUED', at: string): Promise<void> {
      await island.deliver(certificationStatusChanged, {
        tenantId: way.tenantId,
        subject: way.certificationId,
        occurredAt: new Date(at),
        data: {
          certificationId: way.certificationId,
          seq: status === 'ISSUED' ? 9 : 8,
          previousStatus: status === 'ISSUED' ? 'IN_PROCESS' : 'SUBMITTED',
          status,
          hold: null,
          candidateId: way.learnerId,
          courseId: way.courseId,
          enrollmentId: way.enrollmentId,
          standardCode: 'EC0586.01',
        },
      });
    },
    [Symbol.asyncDispose]: () => island.close(),
  };
}

/** The event of a completion. */
export function completionOf({ tenantId, ...way }: Way, at: string) {
  return {
    tenantId,
    subject: way.enrollmentId,
    occurredAt: new Date(at),
    data: {
      enrollmentId: way.enrollmentId,
      courseId: way.courseId,
      courseTitle: 'Huerto educativo',
      learnerId: way.learnerId,
      instructorId: seedId('user:raices:ines'),
      standardCode: null,
      scorePercent: 90,
      minimumScorePercent: 80,
      reactivos: [],
    },
  };
}

function certificateOf(way: Way) {
  return {
    certificateId: way.certificateId,
    certificationId: way.certificationId,
    folio: `RAI-${way.certificateId.slice(0, 8)}`,
    holderId: way.learnerId,
  };
}
