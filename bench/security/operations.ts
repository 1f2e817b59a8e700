import { FIRST_QUERY } from '@academy/scripts/first-answer';
import type { Ground } from './assembly.ts';

/** What is asked, and the tokens of those who ask in turn; '' is a visitor. */
export type BenchOperation = { readonly name: string; readonly bodies: readonly string[]; readonly tokens: readonly string[] };

/** Four islands: users, courses, certification, conocer. */
const LEARNER_PAGE = `{
  me {
    id displayName fullName email curpMasked
    tenant { slug name }
    notifications(first: 5) { edges { node { topic text } } }
    enrollments(first: 10) { edges { node {
      id status progressPercent enrolledAt completedAt
      course { id title level summary instructor { id displayName } standards { code title } }
      certification { id status openedAt officialFolio certificate { id folio status verificationCode } submission { id status officialFolio } }
    } } }
  }
}`;

/** Three islands: certification, users, courses. */
const ADMIN_LIST = `query ($first: Int!) {
  certifications(first: $first) {
    edges { node {
      id status standardCode openedAt changedAt officialFolio
      candidate { id displayName fullName email }
      course { id title level instructor { id displayName } }
      certificate { id folio status }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const LEARNERS = 30;
const SESSIONS_OF_ADMIN = 30;

/** What frontends typically ask, each by thirty sessions in turn, so that no two that are under way are alike. */
export async function typicalOperations({ issueToken }: Pick<Ground, 'issueToken'>): Promise<BenchOperation[]> {
  const learners = Array.from({ length: LEARNERS }, (_, at) => `learner-${String(at + 1).padStart(2, '0')}`);
  return [
    {
      name: "a learner's page (4 islands)",
      bodies: [JSON.stringify({ query: LEARNER_PAGE })],
      tokens: await Promise.all(learners.map((key) => issueToken(key, 'learner'))),
    },
    {
      name: "an admin's list of 20 (3 islands)",
      bodies: [JSON.stringify({ query: ADMIN_LIST, variables: { first: 20 } })],
      tokens: await Promise.all(Array.from({ length: SESSIONS_OF_ADMIN }, () => issueToken('carla', 'admin'))),
    },
    { name: 'the catalogue, to a visitor (from the cache)', bodies: [JSON.stringify({ query: FIRST_QUERY })], tokens: [''] },
  ];
}
