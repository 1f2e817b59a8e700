import { z } from 'zod';
import { missedCriterion } from './certification-events.ts';
import type { EventContract } from './event-contract.ts';

const attempt = { certificationId: z.uuid(), attempt: z.number().int().min(1) };

const submissionHeldData = z.object({
  ...attempt,
  hold: z.enum(['SOLARPUNK_COMPLIANCE', 'AUTHORITY_UNAVAILABLE']),
  missedCriteria: z.array(missedCriterion).max(10),
});
/** Nothing was sent; why. Subject: the certification. */
export const submissionHeld: EventContract<z.infer<typeof submissionHeldData>> = {
  type: 'mx.madfam.conocer.submission.held.v1',
  producer: 'conocer',
  data: submissionHeldData,
};

const submissionSentData = z.object({
  ...attempt,
  /** Who carried it to the authority, where people serve it; null: a job sent it. */
  handedOverBy: z.uuid().nullable().default(null),
});
/** The authority has it. Subject: the certification. */
export const submissionSent: EventContract<z.infer<typeof submissionSentData>> = {
  type: 'mx.madfam.conocer.submission.sent.v1',
  producer: 'conocer',
  data: submissionSentData,
};

const submissionUnknownData = z.object(attempt);
/** It was sent, and whether the authority has it is not known; it is being looked up. Subject: the certification. */
export const submissionUnknown: EventContract<z.infer<typeof submissionUnknownData>> = {
  type: 'mx.madfam.conocer.submission.unknown.v1',
  producer: 'conocer',
  data: submissionUnknownData,
};

const submissionAcceptedData = z.object(attempt);
/** The authority works on it. Subject: the certification. */
export const submissionAccepted: EventContract<z.infer<typeof submissionAcceptedData>> = {
  type: 'mx.madfam.conocer.submission.accepted.v1',
  producer: 'conocer',
  data: submissionAcceptedData,
};

const submissionSilentData = z.object({ ...attempt, days: z.union([z.literal(60), z.literal(80), z.literal(90)]) });
/** The authority has had it for so many days without a verdict; told once for each. Subject: the certification. */
export const submissionSilent: EventContract<z.infer<typeof submissionSilentData>> = {
  type: 'mx.madfam.conocer.submission.silent.v1',
  producer: 'conocer',
  data: submissionSilentData,
};

const submissionRejectedData = z.object({ ...attempt, reason: z.string(), isCorrectable: z.boolean() });
/** The authority refused it for good. Subject: the certification. */
export const submissionRejected: EventContract<z.infer<typeof submissionRejectedData>> = {
  type: 'mx.madfam.conocer.submission.rejected.v1',
  producer: 'conocer',
  data: submissionRejectedData,
};

const officialCertificateIssuedData = z.object({ ...attempt, officialFolio: z.string(), issuedOn: z.iso.date() });
/** The authority issued the official certificate. Subject: the certification. */
export const officialCertificateIssued: EventContract<z.infer<typeof officialCertificateIssuedData>> = {
  type: 'mx.madfam.conocer.certificate.issued.v1',
  producer: 'conocer',
  data: officialCertificateIssuedData,
};

/** Kinds of accreditation: a cédula lets its holder evaluate by one standard; EC0076 certifies that she can evaluate at all. */
export const ACCREDITATION_KINDS = ['CEDULA', 'EC0076'] as const;
export type AccreditationKind = (typeof ACCREDITATION_KINDS)[number];

const accreditationData = z.object({
  accreditationId: z.uuid(),
  personId: z.uuid(),
  kind: z.enum(ACCREDITATION_KINDS),
  /** The standard without its version; null for EC0076. */
  standardMajor: z.string().nullable(),
  /** Calendar day, Mexico City. */
  issuedOn: z.iso.date(),
  /** Its last day; null: it has none. */
  validThrough: z.iso.date().nullable(),
  /** Of the accreditation, growing: whoever keeps it believes the highest, in whatever order they come. */
  version: z.number().int().min(1),
});
export type AccreditationTold = z.infer<typeof accreditationData>;
/** A certifier put on record what an evaluator was given. Subject: the accreditation. */
export const accreditationRecorded: EventContract<AccreditationTold> = {
  type: 'mx.madfam.conocer.accreditation.recorded.v1',
  producer: 'conocer',
  data: accreditationData,
};
/** It accredits nobody any more, whatever its last day. Subject: the accreditation. */
export const accreditationEnded: EventContract<AccreditationTold> = {
  type: 'mx.madfam.conocer.accreditation.ended.v1',
  producer: 'conocer',
  data: accreditationData,
};
