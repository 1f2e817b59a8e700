import { type DataPartProducer, type DataPartWait, dataErasureStarted, dataPartReported, dataPartWait } from '@academy/contracts';
import { type Clock, SECOND_MS } from '@academy/kernel';
import { z } from 'zod';
import { newestEntry, recordAudit } from '../audit/index.ts';
import type { Database, Tx } from '../db/index.ts';
import { emit, type Reaction, reaction } from '../events/index.ts';
import { finishJob, type JobContract, type JobHandler, type JobRun, job, scheduleJob } from '../jobs/index.ts';
import type { Logger } from '../logger/index.ts';
import type { Destruction } from '../vault/index.ts';
import { gatherOwnData } from './gather.ts';
import type { DataSource, DataSubject } from './source.ts';

/** Whether the person's data are gone, and the key that sealed some of them; or what must happen before they can be. */
export type ErasureOutcome =
  | { readonly kind: 'done'; readonly key?: Destruction | undefined }
  | { readonly kind: 'wait'; readonly for: DataPartWait };

/** How often an island that waits looks again; what it waits for takes hours or weeks. */
const LOOK_AGAIN_MS = 5 * SECOND_MS;
const LOOK_AGAIN_MAX_MS = 600 * SECOND_MS;

type Needs = { readonly database: Database; readonly clock: Clock; readonly logger: Logger };
const payload = z.object({
  requestId: z.uuid(),
  subjectId: z.uuid(),
  waitingFor: dataPartWait.nullable(),
  looks: z.number().int(),
});
type Payload = z.infer<typeof payload>;

/** What erases in an island, among its jobs; its key is the request. */
const erasePerson: JobContract<Payload> = { name: 'erase-person', payload };

/**
 * An island's part in a person's erasure: a reaction that makes it due, and the job that does it. `erase` may run again after a crash, or while it waits, and
 * must then go on from what it finds; when it is done, the person's rows, the audit entry and the report to users are one transaction. What `sources` read
 * before that is counted and hashed for the receipt.
 */
export function defineErasure<Context extends Needs>(part: {
  island: DataPartProducer;
  sources: readonly DataSource[];
  erase(tx: Tx, of: DataSubject, context: Context): Promise<ErasureOutcome>;
}): { readonly reaction: Reaction<Context>; readonly job: JobHandler<Context> } {
  const contract = dataPartReported[part.island];

  async function wait(tx: Tx, work: JobRun<Payload>, waitingFor: DataPartWait, now: Date): Promise<void> {
    const { requestId, looks } = work.payload;
    const { tenantId, key } = work;
    if (waitingFor !== work.payload.waitingFor)
      await emit(tx, contract, {
        tenantId,
        subject: requestId,
        occurredAt: now,
        data: { requestId, state: 'WAITING', waitingFor },
      });
    const dueAt = new Date(now.getTime() + Math.min(LOOK_AGAIN_MS * 2 ** Math.min(looks, 10), LOOK_AGAIN_MAX_MS));
    await scheduleJob(tx, erasePerson, { tenantId, key, payload: { ...work.payload, waitingFor, looks: looks + 1 }, dueAt });
  }

  async function report(
    tx: Tx,
    work: JobRun<Payload>,
    gathered: { records: number; sha256: string; keyHash: string | null },
    now: Date,
  ): Promise<void> {
    const { requestId, subjectId } = work.payload;
    const { tenantId } = work;
    const { records, sha256, keyHash } = gathered;
    await finishJob(tx, erasePerson, tenantId, work.key);
    const principal = { kind: 'service', tenantId, service: `${part.island}-worker`, scopes: [] } as const;
    await recordAudit(tx, {
      principal,
      action: 'arco.part-erase',
      subject: subjectId,
      detail: { requestId, records, sha256, keyHash },
      at: now,
    });
    const { number: auditNumber, hash: auditHash } = await newestEntry(tx);
    await emit(tx, contract, {
      tenantId,
      subject: requestId,
      occurredAt: now,
      data: { requestId, state: 'DONE', records, sha256, keyHash, auditNumber, auditHash },
    });
  }

  return {
    reaction: reaction('data-erasure-started', dataErasureStarted, async (tx, { tenantId, data }, { clock }: Context) => {
      const work = { tenantId, key: data.requestId, dueAt: clock.now() };
      await scheduleJob(tx, erasePerson, { ...work, payload: { ...data, waitingFor: null, looks: 0 } });
    }),
    job: job<Context, Payload>(erasePerson, async (work, context) => {
      const { tenantId } = work;
      const of = { tenantId, subjectId: work.payload.subjectId };
      const { database, clock, logger } = context;
      await database.inTenant(tenantId, 'write', async (tx) => {
        const now = clock.now();
        const gathered = await gatherOwnData(tx, part.sources, of);
        const outcome = await part.erase(tx, of, context);
        if (outcome.kind === 'wait') {
          logger.info(
            { tenantId, requestId: work.payload.requestId, waitingFor: outcome.for },
            'an erasure waits in this island',
          );
          return wait(tx, work, outcome.for, now);
        }
        await report(tx, work, { ...gathered, keyHash: outcome.key?.wrappedHash ?? null }, now);
      });
    }),
  };
}
