/** Kinds of facts, in the order in which they happen to one learner in one course; the same words in the table. */
export const FACT_KINDS = [
  'ENROLLMENT_STARTED',
  'COURSE_COMPLETED',
  'CERTIFICATE_ISSUED',
  'CERTIFICATE_REVOKED',
  'OFFICIAL_CERTIFICATE_ISSUED',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** What an event says that counts. `learnerId` is the person's opaque id; `objectId` names the enrolment, certificate or case. */
export type Fact = { readonly learnerId: string; readonly objectId: string } & (
  | { readonly kind: Exclude<FactKind, 'CERTIFICATE_REVOKED'>; readonly courseId: string }
  | { readonly kind: 'CERTIFICATE_REVOKED'; readonly courseId: null }
);

/** The islands whose events are counted; the same words in the table. */
export const COUNTED_PRODUCERS = ['courses', 'certification'] as const;
export type CountedProducer = (typeof COUNTED_PRODUCERS)[number];
