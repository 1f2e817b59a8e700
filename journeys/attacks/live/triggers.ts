import type { Database } from '@academy/platform/db';
import { type MovableCase, moveCase, rejectCase } from './move-case.ts';

/** What makes a thing happen while a case watches. */
export type Trigger = (name: string, count: number, payload: Readonly<Record<string, unknown>>) => Promise<void>;

/**
 * The triggers of the corpus, as real changes: `statusA` and `statusB` move a certification of either tenant, and reject it for `payload.reason` where one is
 * given; `revoke` takes back the access of the person whom `tok.A.toRevoke` belongs to. Throws for any other name.
 */
export function createTriggers(of: {
  /** Of the certification island, as its API. */
  certification: Database;
  caseA: MovableCase;
  caseB: MovableCase;
  revoke(): Promise<void>;
}): Trigger {
  async function move(one: MovableCase, count: number, { reason }: Readonly<Record<string, unknown>>): Promise<void> {
    if (typeof reason !== 'string') return moveCase(of.certification, one, count);
    for (let time = 0; time < count; time += 1) await rejectCase(of.certification, one, reason);
  }
  return async (name, count, payload) => {
    switch (name) {
      case 'statusA':
        return move(of.caseA, count, payload);
      case 'statusB':
        return move(of.caseB, count, payload);
      case 'revoke':
        return of.revoke();
      default:
        throw new Error(`The trigger "${name}" is not known; there are statusA, statusB and revoke.`);
    }
  };
}
