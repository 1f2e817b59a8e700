import type { NotificationTopic } from '../notification-topics.ts';

/** A threshold that a course misses; scores are 0 to 100, null when there is too little evidence to score. */
export type MissedThreshold = {
  readonly criterion: 'SUSTAINABILITY' | 'SOCIAL_JUSTICE';
  readonly required: number;
  readonly scored: number | null;
};

/** What a person is to be told. */
export type NotificationRequest = {
  readonly topic: NotificationTopic;
  readonly courseTitle: string;
  readonly officialFolio: string | null;
  readonly rejectionReason: string | null;
  readonly missedCriteria: readonly MissedThreshold[];
  /** Of what expires: days left; of a silence: days that it lasts. */
  readonly days: number | null;
  /** Of what expires: its last day, YYYY-MM-DD. */
  readonly lastDay: string | null;
  /** Of a standard that is no longer in force: which, what became of it, and the version that follows. */
  readonly standard?: {
    readonly code: string;
    readonly status: 'SUPERSEDED' | 'RETIRED';
    readonly supersededBy: string | null;
  };
};

/** All that people are told in one language. */
export type NotificationTexts = {
  readonly subjects: Readonly<Record<NotificationTopic, string>>;
  readonly bodies: Readonly<Record<NotificationTopic, (request: NotificationRequest) => string>>;
  readonly frame: {
    readonly greeting: string;
    /** What the link to the academy says. */
    readonly link: string;
    /** Who writes, and how not to be written to. */
    footer(academy: string): string;
  };
};
