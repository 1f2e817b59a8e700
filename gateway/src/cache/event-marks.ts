import {
  accessRevoked,
  accreditationEnded,
  accreditationRecorded,
  alignmentAffected,
  apiKeyChanged,
  caseAssigned,
  caseUnassigned,
  certificateIssued,
  certificateRevoked,
  certificationStatusChanged,
  courseCompleted,
  coursePublished,
  courseStandardOutdated,
  type DomainEvent,
  dataErasureStarted,
  dataPartReported,
  dictamenRuled,
  type EventContract,
  enrollmentMentorSet,
  enrollmentStarted,
  lessonCompleted,
  notificationRequested,
  notificationSent,
  notificationsRead,
  officialCertificateDisputed,
  officialCertificateIssued,
  type Producer,
  personaGranted,
  personaRevoked,
  personPlaced,
  profileUpdated,
  profileUpdateRequested,
  reportUpdated,
  sessionRevoked,
  standardAdded,
  standardChanged,
  standardRetired,
  submissionAccepted,
  submissionHeld,
  submissionRejected,
  submissionRequested,
  submissionSent,
  submissionSilent,
  submissionUnknown,
  tenantConfigured,
  tenantReactivated,
  tenantSuspended,
} from '@academy/contracts';
import { changedMarks, type Mark } from './marks.ts';

/** Which entities an event changes: for each type, the id of the one, or every one of the type. */
export type EventEffect = {
  readonly type: string;
  readonly producer: Producer;
  /** Types of which it may change an entity. */
  readonly entityTypes: readonly string[];
  marks(event: DomainEvent): Mark[];
};

/** What each event of the contracts changes in what clients read. A test holds it complete. */
export const EVENT_EFFECTS: readonly EventEffect[] = [
  effect(coursePublished, { Course: ({ courseId }) => courseId }),
  effect(enrollmentStarted, { Enrollment: ({ enrollmentId }) => enrollmentId, User: ({ learnerId }) => learnerId }),
  effect(lessonCompleted, { Enrollment: ({ enrollmentId }) => enrollmentId, User: ({ learnerId }) => learnerId }),
  effect(enrollmentMentorSet, { Enrollment: ({ enrollmentId }) => enrollmentId, User: ({ learnerId }) => learnerId }),
  effect(courseCompleted, { Enrollment: ({ enrollmentId }) => enrollmentId, User: ({ learnerId }) => learnerId }),

  effect(tenantConfigured, { Tenant: (_data, { subject }) => subject }),
  effect(tenantSuspended, { Tenant: (_data, { subject }) => subject }),
  effect(tenantReactivated, { Tenant: (_data, { subject }) => subject }),
  effect(accessRevoked, { User: ({ userId }) => userId }),
  effect(personaGranted, { User: ({ userId }) => userId }),
  effect(personaRevoked, { User: ({ userId }) => userId }),
  effect(personPlaced, { User: ({ userId }) => userId }),
  // What a session may see is kept under that session alone, which is refused from now on.
  effect(sessionRevoked, {}),
  // Keys are listed to admins, and no list of them is hinted to be kept.
  effect(apiKeyChanged, {}),
  effect(dataErasureStarted, { User: ({ subjectId }) => subjectId }),
  effect(profileUpdated, { User: ({ userId }) => userId }),
  effect(notificationSent, { User: ({ userId }) => userId }),
  // Which they are it does not say; whoever reads her own list is she alone.
  effect(notificationsRead, { Notification: () => undefined, User: ({ userId }) => userId }),

  effect(certificationStatusChanged, {
    Certification: ({ certificationId }) => certificationId,
    Enrollment: ({ enrollmentId }) => enrollmentId,
    User: ({ candidateId }) => candidateId,
  }),
  effect(caseAssigned, { Certification: ({ certificationId }) => certificationId, User: ({ candidateId }) => candidateId }),
  effect(caseUnassigned, { Certification: ({ certificationId }) => certificationId, User: ({ candidateId }) => candidateId }),
  effect(dictamenRuled, { Certification: ({ certificationId }) => certificationId, Lot: ({ lotId }) => lotId }),
  effect(certificateIssued, {
    Certificate: ({ certificateId }) => certificateId,
    Certification: ({ certificationId }) => certificationId,
    User: ({ holderId }) => holderId,
  }),
  effect(certificateRevoked, {
    Certificate: ({ certificateId }) => certificateId,
    Certification: ({ certificationId }) => certificationId,
    User: ({ holderId }) => holderId,
  }),
  effect(submissionRequested, { Certification: ({ certificationId }) => certificationId }),
  // Requests to users, which answers them by `profile.updated` and `notification.sent`.
  effect(profileUpdateRequested, {}),
  effect(notificationRequested, {}),

  effect(submissionHeld, { Certification: ({ certificationId }) => certificationId }),
  // Whoever certifies is told; nothing that is shown changes.
  effect(submissionSilent, {}),
  effect(submissionSent, { Certification: ({ certificationId }) => certificationId }),
  effect(submissionUnknown, { Certification: ({ certificationId }) => certificationId }),
  effect(submissionAccepted, { Certification: ({ certificationId }) => certificationId }),
  effect(submissionRejected, { Certification: ({ certificationId }) => certificationId }),
  effect(officialCertificateIssued, { Certification: ({ certificationId }) => certificationId }),
  effect(officialCertificateDisputed, { Certification: ({ certificationId }) => certificationId }),

  // Told in batches, and a version changes those before it: whatever shows a standard is made anew.
  effect(standardAdded, { Standard: () => undefined }),
  effect(standardChanged, { Standard: () => undefined }),
  effect(standardRetired, { Standard: () => undefined }),
  // What is shown of the standards by which a course is affected was told by these.
  effect(alignmentAffected, { Course: ({ courseId }) => courseId }),
  effect(courseStandardOutdated, { Course: ({ courseId }) => courseId }),

  // Accreditations are no entities.
  effect(accreditationRecorded, {}),
  effect(accreditationEnded, {}),

  // Certificates of the person say no longer who holds them; the event does not tell which they are.
  effect(dataPartReported.certification, { Certificate: () => undefined }),
  // What was left of her there was hers alone to read, and she has been sent away.
  effect(dataPartReported.courses, {}),
  effect(dataPartReported.conocer, {}),
  effect(dataPartReported.analytics, {}),

  // Reports are no entities.
  effect(reportUpdated, {}),
];

const byEventType = new Map(EVENT_EFFECTS.map((known) => [known.type, known]));

/** The marks that an event changes, of these entity types only. An event that no contract describes changes none. */
export function marksOfEvent(event: DomainEvent, entityTypes: ReadonlySet<string>): Mark[] {
  const known = byEventType.get(event.type);
  if (known === undefined || !known.entityTypes.some((type) => entityTypes.has(type))) return [];
  return known.marks(event).filter(({ name }) => entityTypes.has(name.split(':', 1)[0] ?? ''));
}

/** The islands whose events can change entities of these types. */
export function producersOf(entityTypes: ReadonlySet<string>): ReadonlySet<Producer> {
  const relevant = EVENT_EFFECTS.filter((known) => known.entityTypes.some((type) => entityTypes.has(type)));
  return new Set(relevant.map(({ producer }) => producer));
}

function effect<Data>(
  contract: EventContract<Data>,
  idsOf: Readonly<Record<string, (data: Data, event: DomainEvent) => string | undefined>>,
): EventEffect {
  const entries = Object.entries(idsOf);
  return {
    type: contract.type,
    producer: contract.producer,
    entityTypes: entries.map(([type]) => type),
    marks(event) {
      // Data of another shape still says that something changed, only not what.
      const data = contract.data.safeParse(event.data);
      return entries.flatMap(([type, idOf]) =>
        changedMarks(event.tenantId, type, data.success ? idOf(data.data, event) : undefined),
      );
    },
  };
}
