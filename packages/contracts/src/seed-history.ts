/**
 * One learner's finished way through a course, as seed data tells it to the islands that each keep a part of it.
 * Every id is derived from names, so that seeding twice changes nothing.
 */
export type SeedCompletion = {
  readonly tenantId: string;
  readonly learnerId: string;
  readonly learnerInitials: string;
  readonly instructorId: string;
  readonly courseId: string;
  readonly courseSlug: string;
  readonly courseTitle: string;
  readonly standardCode: string | null;
  readonly enrollmentId: string;
  readonly certificationId: string;
  readonly certificateId: string;
  readonly folio: string;
  readonly verificationCode: string;
  /** Null: the authority has not issued one. */
  readonly officialFolio: string | null;
  /** 0 to 100. */
  readonly scorePercent: number;
  readonly enrolledAt: Date;
  readonly completedAt: Date;
  readonly officialIssuedAt: Date | null;
};

/** A tenant, as seed data names it. */
export type SeedTenant = { readonly id: string; readonly slug: string };
