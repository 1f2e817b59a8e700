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

const officialCertificateIssuedData = z.object({
  ...attempt,
  officialFolio: z.string(),
  issuedOn: z.iso.date(),
  /** Its last day; null when it is valid for good, or the standard's publication says nothing. */
  validThrough: z.iso.date().nullable().default(null),
});
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

/** Standards in one event at most: a reading that changes more is told in several. */
export const MOST_STANDARDS_TOLD = 100;

const code = z.string().max(10);
const standardStatus = z.enum(['ACTIVE', 'SUPERSEDED', 'RETIRED']);
const told = <Shape extends z.ZodType>(standard: Shape) =>
  z.object({ syncId: z.uuid(), standards: z.array(standard).min(1).max(MOST_STANDARDS_TOLD) });

const standardAddedData = told(z.object({ code, status: standardStatus }));
/** The register lists standards that were not known. Subject: the reading. */
export const standardAdded: EventContract<z.infer<typeof standardAddedData>> = {
  type: 'mx.madfam.conocer.standard.added.v1',
  producer: 'conocer',
  data: standardAddedData,
};

const standardChangedData = told(
  z.object({
    code,
    /** Names of what differs, e.g. `title`, `status`, `supersededBy`. */
    fields: z.array(z.string()).min(1).max(20),
    status: standardStatus,
    /** The version that follows; null: none. */
    supersededBy: code.nullable(),
  }),
);
/** The register says something else of standards, or a later version of them is there. Subject: the reading. */
export const standardChanged: EventContract<z.infer<typeof standardChangedData>> = {
  type: 'mx.madfam.conocer.standard.changed.v1',
  producer: 'conocer',
  data: standardChangedData,
};

const standardRetiredData = told(z.object({ code }));
/** Standards are no longer in the register. Subject: the reading. */
export const standardRetired: EventContract<z.infer<typeof standardRetiredData>> = {
  type: 'mx.madfam.conocer.standard.retired.v1',
  producer: 'conocer',
  data: standardRetiredData,
};

const alignmentAffectedData = z.object({
  courseId: z.uuid(),
  standardCode: code,
  status: z.enum(['SUPERSEDED', 'RETIRED']),
  /** The version that follows; null: none. */
  supersededBy: code.nullable(),
});
/** A course is aligned to a standard that is no longer the one in force. Subject: the course. */
export const alignmentAffected: EventContract<z.infer<typeof alignmentAffectedData>> = {
  type: 'mx.madfam.conocer.alignment.affected.v1',
  producer: 'conocer',
  data: alignmentAffectedData,
};

const certificateDisputedData = z.object({
  ...attempt,
  /** The folio that it was issued under. */
  officialFolio: z.string(),
  /** UNKNOWN: the authority no longer knows of it. WITHDRAWN: it says that there is none. ANOTHER_FOLIO: it names another. */
  finding: z.enum(['UNKNOWN', 'WITHDRAWN', 'ANOTHER_FOLIO']),
  /** The other folio; null where it names none. */
  foundFolio: z.string().nullable(),
});
/** The authority no longer stands by an official certificate that it issued. Subject: the certification. */
export const officialCertificateDisputed: EventContract<z.infer<typeof certificateDisputedData>> = {
  type: 'mx.madfam.conocer.certificate.disputed.v1',
  producer: 'conocer',
  data: certificateDisputedData,
};
