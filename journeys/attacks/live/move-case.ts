import { nextAutomaticCommand } from '@academy/certification/automatic-way';
import { applyTransition, type CertificationRow, lockCase } from '@academy/certification/case-changes';
import { systemClock } from '@academy/kernel';
import type { Database } from '@academy/platform/db';

/** A certification, and whose. */
export type MovableCase = { readonly tenantId: string; readonly id: string };

type Command = Parameters<typeof applyTransition>[1]['command'];

const REJECTED_FOR = 'evidence missing';
/** Steps from any state to a rejection: REGISTERED to REJECTED is seven. */
const MOST_STEPS = 8;

/** A few steps are committed each by itself, as the saga commits them; of thousands, so many together. */
const FEW = 100;
const TOGETHER = 50;

/** The case has taken so many steps: through rejections and new attempts, without end. Throws when its way has ended. */
export async function moveCase(database: Database, one: MovableCase, steps: number): Promise<void> {
  const together = steps > FEW ? TOGETHER : 1;
  for (let taken = 0; taken < steps; taken += together)
    await take(database, one, REJECTED_FOR, Math.min(together, steps - taken));
}

/** The case has gone on until it is rejected for this reason, whatever the text holds. */
export async function rejectCase(database: Database, one: MovableCase, reason: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) if ((await take(database, one, reason)) === 'REJECTED') return;
  throw new Error(`The case ${one.id} was not rejected after ${MOST_STEPS} steps.`);
}

async function take(
  database: Database,
  { tenantId, id }: MovableCase,
  reason: string,
  steps = 1,
): Promise<CertificationRow['status']> {
  return database.inTenant(tenantId, 'write', async (tx) => {
    let row = await lockCase(tx, tenantId, id);
    for (let step = 0; step < steps; step += 1) {
      const command = nextCommand(row, reason);
      const done = await applyTransition(tx, { tenantId, certificationId: id, command, now: systemClock.now() });
      if (!done.ok) throw new Error(`The case ${id} refused ${command.kind}: ${done.error.kind}.`);
      row = done.value;
    }
    return row.status;
  });
}

function nextCommand({ id, status, attempt }: CertificationRow, reason: string): Command {
  switch (status) {
    case 'SUBMISSION_PREPARED':
    case 'SUBMISSION_UNKNOWN':
      return { kind: 'recordSent', attempt };
    case 'SUBMITTED':
      return { kind: 'recordAccepted', attempt };
    case 'IN_PROCESS':
      return { kind: 'recordRejected', attempt, reason, isCorrectable: true };
    default: {
      const command = nextAutomaticCommand(status);
      if (command === undefined) throw new Error(`The case ${id} is ${status}; one that can be moved was expected.`);
      return command;
    }
  }
}
