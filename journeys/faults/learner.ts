import { describeThrown } from '@academy/kernel';
import type { TenantSlug } from '@academy/testing/people';
import { Person } from '../src/person.ts';
import type { System } from './system.ts';

/** Courses that lead to a standard, and the learners who take them, one pair a run. */
const COURSES = ['instalacion-fotovoltaica', 'huerto-educativo', 'calentador-solar-termosifonico'] as const;
const FIRST_LEARNER = 5;
const LEARNERS = 26;
const TRY_AGAIN_MS = 300;

/**
 * Someone completes a course through the gateway's door, trying again through every outage, and `onCertification` is told the certification that comes of
 * it: courses, certification's saga, conocer and the authority then carry it to its end. The returned function gives up, if it is not there yet.
 */
export function startLearner(options: {
  system: System;
  tenant: TenantSlug;
  run: number;
  onCertification: (learner: string, certificationId: string) => void;
  onTrouble: (what: string) => void;
}): () => Promise<void> {
  const { system, tenant, run } = options;
  const key = `learner-${String(FIRST_LEARNER + (run % LEARNERS)).padStart(2, '0')}`;
  const slug = COURSES[Math.floor(run / LEARNERS) % COURSES.length] ?? COURSES[0];
  let isStopped = false;

  async function once(): Promise<string> {
    const { headers } = await system.processes.person(tenant, key, 'learner');
    const token = headers['authorization']?.replace('Bearer ', '');
    const learner = new Person({ url: `${system.origin}/graphql`, tenant, key, persona: 'learner', token });
    const enrollmentId = await learner.enrols(slug);
    await learner.finishesLessons(enrollmentId, slug);
    // Handed in before, and the answer was lost: then there is a certification.
    await learner.handsIn(enrollmentId, slug);
    return learner.certificationOf(enrollmentId, 5_000);
  }
  async function learn(): Promise<void> {
    while (!isStopped) {
      try {
        const id = await once();
        if (!isStopped) options.onCertification(key, id);
        return;
      } catch (thrown) {
        options.onTrouble(`${key}: ${describeThrown(thrown).slice(0, 200)}`);
        await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
      }
    }
  }
  const learning = learn();
  return async () => {
    isStopped = true;
    await learning;
  };
}
