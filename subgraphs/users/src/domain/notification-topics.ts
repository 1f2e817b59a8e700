/** Whom a topic is told: the person whom the case is about, everybody who certifies for the tenant, or who teaches the course. */
export type Audience = 'CANDIDATE' | 'CERTIFIERS' | 'INSTRUCTOR';

/** Ways to a person. The tenant's webhook is no way to her: it gets ids of every notification, whatever she chose. */
export const NOTIFICATION_CHANNELS = ['IN_APP', 'EMAIL'] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** What a person chooses channels for. */
export const NOTIFICATION_GROUPS = ['RESULTS', 'REQUIREMENTS', 'PROGRESS', 'REMINDERS', 'OPERATIONS'] as const;
export type NotificationGroup = (typeof NOTIFICATION_GROUPS)[number];

/** By which channels a group is told to whoever chose nothing, and which of them she cannot switch off. */
export const GROUP_CHANNELS: Readonly<
  Record<
    NotificationGroup,
    { readonly byDefault: readonly NotificationChannel[]; readonly required: readonly NotificationChannel[] }
  >
> = {
  // Decisions on her case: that she was told of them must not depend on a setting.
  RESULTS: { byDefault: ['IN_APP', 'EMAIL'], required: ['IN_APP'] },
  REQUIREMENTS: { byDefault: ['IN_APP', 'EMAIL'], required: ['IN_APP'] },
  // Steps on the way: quiet unless she wants them.
  PROGRESS: { byDefault: ['IN_APP'], required: [] },
  REMINDERS: { byDefault: ['IN_APP', 'EMAIL'], required: [] },
  OPERATIONS: { byDefault: ['IN_APP', 'EMAIL'], required: [] },
};

type TopicRule = { readonly audience: Audience; readonly group: NotificationGroup; readonly when: string };

/** Every topic: whom it is told, and under which group; `when` is for people to read. The texts are in `notification-texts/`, one for each topic and language. */
export const NOTIFICATION_TOPICS = {
  'certification.submitted': { audience: 'CANDIDATE', group: 'PROGRESS', when: 'the authority has her submission' },
  'certification.issued': { audience: 'CANDIDATE', group: 'RESULTS', when: 'CONOCER issued the official certificate' },
  'certification.rejected': { audience: 'CANDIDATE', group: 'RESULTS', when: 'CONOCER refused, with its reason' },
  'certification.results-delivered': {
    audience: 'CANDIDATE',
    group: 'RESULTS',
    when: 'her evaluator’s results, or those of a course without a standard, are there',
  },
  'certification.not-yet-competent': { audience: 'CANDIDATE', group: 'RESULTS', when: 'she was judged «todavía no competente»' },
  'certification.revoked': { audience: 'CANDIDATE', group: 'RESULTS', when: 'her certificate was revoked' },
  'certification.compliance-held': {
    audience: 'CANDIDATE',
    group: 'REQUIREMENTS',
    when: 'her case waits because the course misses the tenant’s criteria, which are named',
  },
  'certification.reopened': {
    audience: 'CANDIDATE',
    group: 'PROGRESS',
    when: 'her case is tried again after a rejection or a judgement, or is redone',
  },
  'certification.expiring': {
    audience: 'CANDIDATE',
    group: 'REMINDERS',
    when: '90 and 30 days before the last day of her official certificate',
  },
  'certification.authority-silent': {
    audience: 'CERTIFIERS',
    group: 'OPERATIONS',
    when: 'the authority has not answered for 60, 80 and 90 days',
  },
  'standard.changed': {
    audience: 'INSTRUCTOR',
    group: 'OPERATIONS',
    when: 'a standard that her course is aligned to was superseded or retired',
  },
} as const satisfies Readonly<Record<string, TopicRule>>;

export type NotificationTopic = keyof typeof NOTIFICATION_TOPICS;
