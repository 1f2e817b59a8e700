import { z } from 'zod';
import type { EventContract } from './event-contract.ts';
import { authorityName } from './users-events.ts';

/** States of a case; the same words in the graph, the tables and the events. */
export const CERTIFICATION_STATUSES = [
  'REGISTERED',
  'DIAGNOSED',
  'PLAN_AGREED',
  'EVALUATING',
  'JUDGED_COMPETENT',
  'JUDGED_NOT_YET',
  'RESULTS_DELIVERED',
  'VERIFIED',
  'IN_LOT',
  'RULED_VALID',
  'RULED_INVALID',
  'REDO_REQUIRED',
  'SUBMISSION_PREPARED',
  'SUBMITTED',
  'SUBMISSION_UNKNOWN',
  'IN_PROCESS',
  'ISSUED',
  'REJECTED',
  'CLOSED',
  'DELIVERED',
  'EXPIRED',
  'REISSUED',
  'REVOKED',
  'WITHDRAWN',
  'LAPSED',
  'ON_HOLD',
] as const;
export const certificationStatus = z.enum(CERTIFICATION_STATUSES);
export type CertificationStatus = z.infer<typeof certificationStatus>;

export const certificationHold = z.enum(['SOLARPUNK_COMPLIANCE', 'AUTHORITY_UNAVAILABLE']);
export type CertificationHold = z.infer<typeof certificationHold>;

/** A threshold that a course misses. */
export const missedCriterion = z.object({
  criterion: z.enum(['SUSTAINABILITY', 'SOCIAL_JUSTICE']),
  /** 0 to 100. */
  required: z.number(),
  /** 0 to 100; null when there is too little evidence. */
  scored: z.number().nullable(),
  reason: z.enum(['BELOW_THRESHOLD', 'INSUFFICIENT_EVIDENCE']),
});
export type MissedCriterion = z.infer<typeof missedCriterion>;

const statusChangedData = z.object({
  certificationId: z.uuid(),
  /** From 1, without gaps. */
  seq: z.number().int().min(1),
  previousStatus: certificationStatus.nullable(),
  status: certificationStatus,
  hold: certificationHold.nullable(),
  candidateId: z.uuid(),
  courseId: z.uuid(),
  enrollmentId: z.uuid(),
  standardCode: z.string().nullable(),
});
/** A case changed its state. Its id is derived from case and seq. Subject: the certification. */
export const certificationStatusChanged: EventContract<z.infer<typeof statusChangedData>> = {
  type: 'mx.madfam.certification.case.status-changed.v1',
  producer: 'certification',
  data: statusChangedData,
  live: 'certification',
};
export type CertificationStatusChanged = z.infer<typeof statusChangedData>;

/** What somebody may be assigned to a case for; the persona of the same name acts on it. */
export const CASE_DUTIES = ['EVALUATOR', 'VERIFIER', 'AUDITOR'] as const;
export const caseDuty = z.enum(CASE_DUTIES);
export type CaseDuty = z.infer<typeof caseDuty>;

const caseAssignmentData = z.object({
  assignmentId: z.uuid(),
  certificationId: z.uuid(),
  candidateId: z.uuid(),
  personId: z.uuid(),
  duty: caseDuty,
  /** Of the assignment, growing: whoever keeps it believes the highest, in whatever order they come. */
  version: z.number().int().min(1),
});
export type CaseAssignmentTold = z.infer<typeof caseAssignmentData>;
/** Somebody evaluates, verifies or audits a case from now on. Subject: the certification. */
export const caseAssigned: EventContract<CaseAssignmentTold> = {
  type: 'mx.madfam.certification.case.assigned.v1',
  producer: 'certification',
  data: caseAssignmentData,
};
/** An assignment has ended: who held it sees the case no longer. Live, so that those who watch by it are asked again at once. Subject: the certification. */
export const caseUnassigned: EventContract<CaseAssignmentTold> = {
  type: 'mx.madfam.certification.case.unassigned.v1',
  producer: 'certification',
  data: caseAssignmentData,
  live: 'certification',
};

const dictamenRuledData = z.object({
  certificationId: z.uuid(),
  lotId: z.uuid(),
  candidateId: z.uuid(),
  /** INVALID: the evaluation is to be redone, free of charge and by another evaluator. Why is the case's to tell. */
  outcome: z.enum(['VALID', 'INVALID']),
  /** Those of the Grupo de Dictamen who agreed on it. */
  rulerIds: z.array(z.uuid()).min(2).max(100),
});
/** The Grupo de Dictamen has decided on a case. Subject: the certification. */
export const dictamenRuled: EventContract<z.infer<typeof dictamenRuledData>> = {
  type: 'mx.madfam.certification.dictamen.ruled.v1',
  producer: 'certification',
  data: dictamenRuledData,
};

const certificateIssuedData = z.object({
  certificateId: z.uuid(),
  certificationId: z.uuid(),
  folio: z.string(),
  holderId: z.uuid(),
  courseId: z.uuid(),
});
/** The platform's certificate was issued. Subject: the certification. */
export const certificateIssued: EventContract<z.infer<typeof certificateIssuedData>> = {
  type: 'mx.madfam.certification.certificate.issued.v1',
  producer: 'certification',
  data: certificateIssuedData,
};

const certificateRevokedData = z.object({
  certificateId: z.uuid(),
  certificationId: z.uuid(),
  folio: z.string(),
  holderId: z.uuid(),
});
/** The platform's certificate was revoked by two persons. Subject: the certification. */
export const certificateRevoked: EventContract<z.infer<typeof certificateRevokedData>> = {
  type: 'mx.madfam.certification.certificate.revoked.v1',
  producer: 'certification',
  data: certificateRevokedData,
};

const submissionRequestedData = z.object({
  certificationId: z.uuid(),
  /** From 1; a correctable rejection leads to the next. One submission per case and attempt. */
  attempt: z.number().int().min(1),
  candidateId: z.uuid(),
  courseId: z.uuid(),
  standardCode: z.string(),
  certificateFolio: z.string(),
  /** Calendar day, UTC. */
  evaluatedOn: z.iso.date(),
  /** The evaluation centre that the case was opened in; null: the academy itself, and in an event from before there were any. */
  centreId: z.uuid().nullable().default(null),
  /** Whom it goes to, as the case's guards saw it; null: as conocer has it, and in an event from before there was a choice. */
  authority: authorityName.nullable().default(null),
  /** The lot that a dictamen ruled it in; null: none, and in an event from before there were any. */
  lotId: z.uuid().nullable().default(null),
});
/** A case is ready for the authority: conocer answers with `submission.held`, `.sent`, `.unknown`, `.accepted`, `.rejected` or `certificate.issued`. Subject: the certification. */
export const submissionRequested: EventContract<z.infer<typeof submissionRequestedData>> = {
  type: 'mx.madfam.certification.submission.requested.v1',
  producer: 'certification',
  data: submissionRequestedData,
};

const profileUpdateRequestedData = z.object({
  certificationId: z.uuid(),
  userId: z.uuid(),
  title: z.string(),
  certificateFolio: z.string(),
  officialFolio: z.string().nullable(),
  standardCode: z.string().nullable(),
  /** URLs of the signed credentials; null where there is none, and in an event from before there were any. */
  credentialUrl: z.string().nullable().default(null),
  competencyCredentialUrl: z.string().nullable().default(null),
  /** RFC 3339, UTC. */
  earnedAt: z.iso.datetime(),
});
/** The portfolio is to show what the case led to: users answers with `profile.updated`. Subject: the certification. */
export const profileUpdateRequested: EventContract<z.infer<typeof profileUpdateRequestedData>> = {
  type: 'mx.madfam.certification.profile-update.requested.v1',
  producer: 'certification',
  data: profileUpdateRequestedData,
};

/** What people are told about a case; users knows whom, how, and in which words. */
export const notificationTopic = z.enum([
  'certification.submitted',
  'certification.issued',
  'certification.rejected',
  'certification.results-delivered',
  'certification.not-yet-competent',
  'certification.revoked',
  'certification.compliance-held',
  'certification.reopened',
  'certification.expiring',
  'certification.authority-silent',
]);
export type NotificationTopic = z.infer<typeof notificationTopic>;

const notificationRequestedData = z.object({
  certificationId: z.uuid(),
  userId: z.uuid(),
  topic: notificationTopic,
  courseTitle: z.string(),
  officialFolio: z.string().nullable(),
  rejectionReason: z.string().nullable(),
  missedCriteria: z.array(missedCriterion).max(10),
  /** Of what expires: days left; of a silence: days that it lasts. Null: the topic tells of none. */
  days: z.number().int().min(0).nullable().default(null),
  /** Of what expires: its last day. */
  lastDay: z.iso.date().nullable().default(null),
  /** Names this question among those of the case; the answer repeats it. Null in an event from before there were several of a topic. */
  occasion: z.string().min(1).max(100).nullable().default(null),
});
/**
 * People are to be told about a case whose candidate is `userId`: users answers with `notification.sent` for each. Whom, the topic decides. Subject: the
 * certification.
 */
export const notificationRequested: EventContract<z.infer<typeof notificationRequestedData>> = {
  type: 'mx.madfam.certification.notification.requested.v1',
  producer: 'certification',
  data: notificationRequestedData,
};
