import type { CaseDuty } from './certification-events.ts';

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

/** Somebody of the seed and a persona that she may act under. */
export type SeedHolder = { readonly tenantId: string; readonly personId: string; readonly persona: string; readonly since: Date };

/** Somebody of the seed who is assigned to a case of its history. */
export type SeedAssignment = {
  readonly tenantId: string;
  readonly assignmentId: string;
  readonly certificationId: string;
  readonly candidateId: string;
  readonly personId: string;
  readonly duty: CaseDuty;
  readonly assignedBy: string;
  readonly assignedAt: Date;
};

/** Who accompanies a learner of the seed through a course of its history. */
export type SeedMentoring = {
  readonly tenantId: string;
  readonly enrollmentId: string;
  readonly learnerId: string;
  readonly mentorId: string;
  readonly standardCode: string | null;
  readonly since: Date;
};
/** Somebody of the seed who stands in an evaluation centre. */
export type SeedPlacement = { readonly tenantId: string; readonly userId: string; readonly centreId: string };

/** What somebody of the seed is accredited by. */
export type SeedAccreditation = {
  readonly tenantId: string;
  readonly accreditationId: string;
  readonly personId: string;
  readonly kind: 'CEDULA' | 'EC0076';
  readonly standardMajor: string | null;
  readonly folio: string;
  /** Calendar day. */
  readonly issuedOn: string;
  readonly validThrough: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};
