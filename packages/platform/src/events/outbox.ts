import type { DomainEvent, EventContract } from '@academy/contracts';
import type { Tx } from '../db/database.ts';
import { outbox } from '../db/platform-tables.ts';
import { newId } from '../ids/index.ts';

/**
 * Tells the other islands what happened: the event is stored in the same transaction as the change, and is published some time
 * after it commits, at least once, and in order for one subject as long as the caller holds that subject's row lock.
 * Throws when the data does not fit the contract. Returns the event's id.
 */
export async function emit<Data>(
  tx: Tx,
  contract: EventContract<Data>,
  event: { tenantId: string; subject: string; occurredAt: Date; data: Data; id?: string },
): Promise<string> {
  const id = event.id ?? newId();
  await tx.insert(outbox).values({
    tenantId: event.tenantId,
    id,
    type: contract.type,
    subject: event.subject,
    data: contract.data.parse(event.data),
    occurredAt: event.occurredAt,
  });
  return id;
}

/** The event as it travels. */
export function toDomainEvent(row: {
  tenantId: string;
  id: string;
  type: string;
  subject: string;
  data: unknown;
  occurredAt: Date;
}): DomainEvent {
  return {
    id: row.id,
    type: row.type,
    tenantId: row.tenantId,
    subject: row.subject,
    occurredAt: row.occurredAt.toISOString(),
    data: row.data,
  };
}
