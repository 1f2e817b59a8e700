import { describeThrown } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { TenantSlug } from '@academy/testing/people';
import { Person, Refused } from '../../src/person.ts';
import type { History } from '../history.ts';
import { pause } from '../pause.ts';
import type { System } from '../system.ts';
import type { Pair } from './pairs.ts';

const TRY_AGAIN_MS = 300;
const ASK_EVERY_MS = 500;

/** Someone who completes a course and follows what comes of it. */
export type Candidate = {
  readonly tenant: TenantSlug;
  readonly key: string;
  /** The id of her case, once the API has told it. */
  readonly certification: Promise<string>;
  /** She asks no more. Her certification is never told then, if it was not yet. */
  stop(): void;
};

/**
 * Completes a course through the gateway's door, trying again through every outage with the idempotency key that she began with, and asks for the state of her
 * case until she is stopped. What she was promised and shown is in the history.
 */
export function startCandidate(options: {
  system: System;
  tenant: TenantSlug;
  /** Who has not enrolled in the course yet. */
  pair: Pair;
  history: History;
  onTrouble: (what: string) => void;
}): Candidate {
  const { system, tenant, history } = options;
  const { key, slug } = options.pair;
  const idempotencyKey = newId();
  let isStopped = false;

  async function untilItWorks<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (thrown) {
        if (isStopped) return new Promise<never>(() => {});
        options.onTrouble(`${tenant} ${key}: ${describeThrown(thrown).slice(0, 200)}`);
        if (thrown instanceof Refused) history.add({ op: 'tried', what: key, status: thrown.status, codes: thrown.codes });
        await pause(TRY_AGAIN_MS);
      }
    }
  }
  async function apply(learner: Person): Promise<string> {
    const enrollment = await untilItWorks(() => learner.enrols(slug));
    await untilItWorks(() => learner.finishesLessons(enrollment, slug));
    await untilItWorks(async () => {
      const answer = await learner.handsIn(enrollment, slug, 'right', idempotencyKey);
      if (answer.__typename !== 'AssessmentSubmitSuccess') throw new Error(`The answer was ${JSON.stringify(answer)}.`);
    });
    const certification = await untilItWorks(() => learner.certificationOf(enrollment, 2_000));
    history.add({ op: 'promised', tenant, certification, enrollment });
    return certification;
  }
  async function follow(learner: Person, certification: string): Promise<void> {
    while (!isStopped) {
      const answer = await learner
        .asks('query Poll($id: ID!) { certification(id: $id) { seq status } }', { id: certification })
        .catch((thrown: unknown) => options.onTrouble(`${tenant} ${key}: ${describeThrown(thrown).slice(0, 200)}`));
      const found = answer?.data?.['certification'] as { seq: number; status: string } | null | undefined;
      if (found != null) history.add({ op: 'polled', certification, number: found.seq, status: found.status });
      await pause(ASK_EVERY_MS);
    }
  }

  const applied = system.processes.person(tenant, key, 'learner').then(async ({ headers }) => {
    const token = headers['authorization']?.replace('Bearer ', '');
    const learner = new Person({ url: `${system.origin}/graphql`, tenant, key, persona: 'learner', token });
    const certification = await apply(learner);
    void follow(learner, certification);
    return certification;
  });
  return {
    tenant,
    key,
    certification: applied,
    stop() {
      isStopped = true;
    },
  };
}
