import type { CertificationStatus, DomainEvent } from '@academy/contracts';
import {
  certificateIssued,
  certificateRevoked,
  certificationStatusChanged,
  courseCompleted,
  enrollmentStarted,
  personPlaced,
} from '@academy/contracts';
import { type Principal, seedId } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { type GraphAnswer, openTestIsland, type TestIsland } from '@academy/testing/island';
import { person, type TenantSlug, tenantIdOf } from '@academy/testing/people';
import { expect } from 'vitest';
import { defineAnalytics } from '../src/subgraph.ts';

/** Analysts of the two tenants. */
export const ana = person('raices', 'ana', 'analyst');
export const andres = person('solaris', 'andres', 'analyst');

export type Row = {
  isSuppressed: boolean;
  completions: number | null;
  certificatesIssued: number | null;
  officialCertificatesIssued: number | null;
  course: { id: string } | null;
};
export type Report = {
  rows: {
    edges: { cursor: string; node: Row }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  };
  dataSource: string;
  asOf: string | null;
  minimumGroupSize: number;
};
export type ReportArgs = {
  filter?: { from?: string; to?: string; courseId?: string; centreId?: string };
  first?: number;
  after?: string;
};

const REPORT = `query ($filter: CompletionReportFilter, $first: Int, $after: String) {
  completionReport(filter: $filter, first: $first, after: $after) {
    dataSource asOf minimumGroupSize
    rows {
      edges { cursor node { isSuppressed completions certificatesIssued officialCertificatesIssued course { id } } }
      pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }
}`;

/** The island, and what the people of one tenant do as it hears of it. */
export type Academy = {
  readonly island: TestIsland<object>;
  asks(principal: Principal, args?: ReportArgs): Promise<GraphAnswer>;
  /** The report as Ana gets it, or another who may. */
  report(args?: ReportArgs, principal?: Principal): Promise<Report>;
  /** Rows of it. */
  rows(args?: ReportArgs, principal?: Principal): Promise<Row[]>;
  enrolls(way: Way): Promise<DomainEvent>;
  completes(way: Way): Promise<DomainEvent>;
  /** So many learners complete a course on one day. */
  manyComplete(course: string, count: number, more?: Partial<Way>): Promise<Way[]>;
  isCertified(way: Way): Promise<DomainEvent>;
  losesCertificate(way: Way): Promise<DomainEvent>;
  caseBecomes(way: Way, status: CertificationStatus): Promise<DomainEvent>;
  /** The learner stands in a centre, or with null in the academy itself; `placement`: for the how manieth time. */
  isPlaced(learner: string, centre: string | null, placement?: number, tenant?: TenantSlug): Promise<DomainEvent>;
  factCount(slug?: TenantSlug): Promise<number>;
};

/** One learner's way through a course; `at` is when the next thing happens. */
export type Way = {
  readonly course: string;
  readonly learner: string;
  readonly tenant?: TenantSlug;
  readonly at?: Date;
  readonly id?: string;
};

export function courseIdOf(course: string): string {
  return seedId(`course:${course}`);
}

export function centreIdOf(centre: string): string {
  return seedId(`centre:${centre}`);
}

/** Opens the island with nothing in it. */
export async function openAcademy(): Promise<Academy> {
  const island = await openTestIsland(defineAnalytics());
  const idsOf = ({ course, learner, tenant = 'raices' }: Way) => ({
    courseId: courseIdOf(course),
    learnerId: seedId(`user:${tenant}:${learner}`),
    enrollmentId: seedId(`enrollment:${tenant}:${course}:${learner}`),
    certificationId: seedId(`certification:${tenant}:${course}:${learner}`),
    certificateId: seedId(`certificate:${tenant}:${course}:${learner}`),
  });
  const envelope = (way: Way, subject: string) => ({
    tenantId: tenantIdOf(way.tenant ?? 'raices'),
    subject,
    ...(way.at === undefined ? {} : { occurredAt: way.at }),
    ...(way.id === undefined ? {} : { id: way.id }),
  });
  const academy: Academy = {
    island,
    asks: (principal, args = {}) => island.ask(principal, REPORT, args),
    async report(args = {}, principal = ana) {
      const answer = await academy.asks(principal, args);
      expect(answer.errors).toEqual([]);
      return (answer.data as { completionReport: Report }).completionReport;
    },
    rows: async (args, principal) => (await academy.report(args, principal)).rows.edges.map((edge) => edge.node),
    enrolls(way) {
      const { courseId, learnerId, enrollmentId } = idsOf(way);
      return island.deliver(enrollmentStarted, {
        ...envelope(way, enrollmentId),
        data: { courseId, learnerId, enrollmentId, instructorId: null, standardCode: null },
      });
    },
    completes(way) {
      const { courseId, learnerId, enrollmentId } = idsOf(way);
      const assessed = { scorePercent: 90, minimumScorePercent: 80, reactivos: [], standardCode: null };
      const data = {
        courseId,
        learnerId,
        enrollmentId,
        courseTitle: way.course,
        instructorId: seedId('instructor'),
        ...assessed,
      };
      return island.deliver(courseCompleted, { ...envelope(way, enrollmentId), data });
    },
    async manyComplete(course, count, more = {}) {
      const ways = Array.from({ length: count }, (_, index) => ({
        ...more,
        course,
        learner: `${more.learner ?? 'learner'}-${index + 1}`,
      }));
      for (const way of ways) await academy.completes(way);
      return ways;
    },
    isCertified(way) {
      const { courseId, learnerId: holderId, certificateId, certificationId } = idsOf(way);
      const data = { courseId, holderId, certificateId, certificationId, folio: `F-${certificateId}` };
      return island.deliver(certificateIssued, { ...envelope(way, certificationId), data });
    },
    losesCertificate(way) {
      const { learnerId: holderId, certificateId, certificationId } = idsOf(way);
      const data = { holderId, certificateId, certificationId, folio: `F-${certificateId}` };
      return island.deliver(certificateRevoked, { ...envelope(way, certificationId), data });
    },
    caseBecomes(way, status) {
      const { courseId, learnerId: candidateId, certificationId, enrollmentId } = idsOf(way);
      const data = {
        courseId,
        candidateId,
        certificationId,
        enrollmentId,
        status,
        seq: 9,
        previousStatus: null,
        hold: null,
        standardCode: null,
      };
      return island.deliver(certificationStatusChanged, { ...envelope(way, certificationId), data });
    },
    isPlaced(learner, centre, placement = 1, tenant = 'raices') {
      const userId = seedId(`user:${tenant}:${learner}`);
      const data = { userId, centreId: centre === null ? null : centreIdOf(centre), placement };
      return island.deliver(personPlaced, { tenantId: tenantIdOf(tenant), subject: userId, data });
    },
    factCount: (slug = 'raices') =>
      island.database.inTenant(tenantIdOf(slug), 'read', async (tx: Tx) => {
        const [row] = await tx.execute<{ count: number }>('select count(*)::int as count from facts');
        return row?.count ?? -1;
      }),
  };
  return academy;
}
