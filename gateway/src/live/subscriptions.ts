import { Fault, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import { maskErrors } from '../errors.ts';
import type { Admission } from '../guard.ts';
import type { EventExecution } from './event-execution.ts';
import { viewerOf } from './resume-token.ts';
import type { SessionEnd } from './session-end.ts';
import type { StreamedOperation, StreamedResult } from './streamed.ts';
import { type WatchParts, watchCertification } from './watch.ts';

/** Subscriptions of one process, whatever the transport. */
export type Subscriptions = {
  /**
   * The answers, in order, each with its resume token, until the signal aborts. Throws a Fault for whatever ends it otherwise: RATE_LIMITED
   * with too many open, UNAUTHENTICATED or TENANT_MISMATCH once the session is over, and those of a watch.
   */
  open(streamed: StreamedOperation): AsyncGenerator<StreamedResult, void, void>;
};

/** Subscriptions that one viewer may have open in one process. */
const MAX_PER_VIEWER = 100;
/** The islands may take this long for one event; what is missing then is told by coded errors. */
const EVENT_DEADLINE_MS = 5 * SECOND_MS;

/** Subscriptions over these parts. */
export function createSubscriptions(options: {
  watch: WatchParts;
  execution: EventExecution;
  endOf: SessionEnd;
  logger: Logger;
  telemetry: Telemetry;
}): Subscriptions {
  const { execution, logger } = options;
  const openNow = options.telemetry.gauge('academy_live_subscriptions', 'Subscriptions open now.');
  const delivered = options.telemetry.counter('academy_live_events_total', 'Events told to watching clients.', ['kind']);
  const byTenant = new Map<string, number>();
  const byViewer = new Map<string, number>();

  function enter({ tenant, principal }: Admission): () => void {
    const viewer = `${tenant.id} ${viewerOf(principal)}`;
    const [inTenant, ofViewer] = [byTenant.get(tenant.id) ?? 0, byViewer.get(viewer) ?? 0];
    if (inTenant >= tenant.settings.limits.maxSubscriptions || ofViewer >= MAX_PER_VIEWER) {
      throw new Fault('RATE_LIMITED', 'Too many subscriptions are open; close some of them first.');
    }
    byTenant.set(tenant.id, inTenant + 1);
    byViewer.set(viewer, ofViewer + 1);
    openNow.inc();
    return () => {
      lower(byTenant, tenant.id);
      lower(byViewer, viewer);
      openNow.dec();
    };
  }

  function assertGoesOn(admission: Admission): void {
    const ended = options.endOf(admission);
    if (ended !== undefined) throw ended;
  }

  async function* run(streamed: StreamedOperation): AsyncGenerator<StreamedResult, void, void> {
    const { admission, operation, requestId, signal } = streamed;
    const given = execution.prepare(operation);
    const certificationId = String(given['certificationId']);
    const after = streamed.lastEventId ?? (typeof given['after'] === 'string' ? given['after'] : undefined);
    const told = watchCertification(options.watch, { admission, requestId, certificationId, after, signal });
    for await (const { event, resume } of told) {
      assertGoesOn(admission);
      const { data, errors } = await execution.answer(
        operation,
        { ...event, resume, certification: { id: certificationId } },
        {
          requestId,
          principal: admission.principal,
          signal: AbortSignal.any([signal, AbortSignal.timeout(EVENT_DEADLINE_MS)]),
          dueAtMs: performance.now() + EVENT_DEADLINE_MS,
        },
      );
      if (signal.aborted) return;
      assertGoesOn(admission);
      delivered.inc({ kind: event.kind });
      yield {
        ...(data === undefined ? {} : { data }),
        ...(errors.length === 0 ? {} : { errors: maskErrors(errors, requestId, logger) }),
        extensions: { resume },
      };
    }
  }

  return {
    async *open(streamed) {
      const leave = enter(streamed.admission);
      try {
        yield* run(streamed);
      } finally {
        leave();
      }
    },
  };
}

function lower(counts: Map<string, number>, key: string): void {
  const left = (counts.get(key) ?? 1) - 1;
  if (left <= 0) counts.delete(key);
  else counts.set(key, left);
}
