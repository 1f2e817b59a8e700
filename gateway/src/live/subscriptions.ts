import { Fault, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Telemetry } from '@academy/platform/telemetry';
import { type GraphQLFormattedError, getArgumentValues, Kind } from 'graphql';
import { type ClientError, maskError, maskErrors } from '../errors.ts';
import type { Federation } from '../federation/federation.ts';
import type { Admission, ExecutionGuard } from '../guard.ts';
import type { CheckedOperation } from '../operations.ts';
import type { EventExecution } from './event-execution.ts';
import { viewerOf } from './resume-token.ts';
import { type WatchParts, watchCertification } from './watch.ts';

/** One answer of a stream. `resume` is the token to go on from behind it. */
export type StreamedResult = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly ClientError[];
  readonly extensions?: { readonly resume: string };
};

export type Subscription = {
  readonly admission: Admission;
  readonly operation: CheckedOperation;
  readonly requestId: string;
  /** Given by the transport (Last-Event-ID): stands in for the argument `after`. */
  readonly lastEventId?: string | undefined;
  readonly signal: AbortSignal;
};

/** Subscriptions of one process, whatever the transport. */
export type Subscriptions = {
  /** The answers, in order. Ends when the signal aborts; a refusal is the last answer, with errors and no data. Never rejects. */
  open(subscription: Subscription): AsyncGenerator<StreamedResult, void, void>;
  /** Open now. */
  count(): number;
};

/** Subscriptions that one viewer may have open in one process. */
const MAX_PER_VIEWER = 100;
/** The islands may take this long for one event. */
const EVENT_DEADLINE_MS = 5 * SECOND_MS;

/** Subscriptions over these parts. */
export function createSubscriptions(options: {
  watch: WatchParts;
  execution: EventExecution;
  federation: Federation;
  guard: ExecutionGuard;
  logger: Logger;
  telemetry: Telemetry;
}): Subscriptions {
  const { execution, federation, guard, logger } = options;
  const openOnes = options.telemetry.gauge('academy_live_subscriptions', 'Subscriptions open now.');
  const delivered = options.telemetry.counter('academy_live_events_total', 'Events told to watching clients.', ['kind']);
  const byTenant = new Map<string, number>();
  const byViewer = new Map<string, number>();
  let total = 0;

  async function* run(subscription: Subscription): AsyncGenerator<StreamedResult, void, void> {
    const { admission, operation, requestId, signal } = subscription;
    execution.prepare(operation);
    const args = argumentsOf(operation, federation);
    const certificationId = String(args['certificationId']);
    const after = subscription.lastEventId ?? (typeof args['after'] === 'string' ? args['after'] : undefined);
    for await (const { event, resume } of watchCertification(options.watch, {
      admission,
      requestId,
      certificationId,
      after,
      signal,
    })) {
      if (!guard.isStillAdmitted(admission)) return;
      const { data, errors } = await execution.answer(
        operation,
        { ...event, resume, certification: { id: certificationId } },
        { requestId, principal: admission.principal, signal: AbortSignal.any([signal, AbortSignal.timeout(EVENT_DEADLINE_MS)]) },
      );
      delivered.inc({ kind: event.kind });
      yield { ...(data === undefined ? {} : { data }), ...shown(errors, requestId), extensions: { resume } };
    }
  }

  function shown(errors: readonly GraphQLFormattedError[], requestId: string): { errors?: readonly ClientError[] } {
    return errors.length === 0 ? {} : { errors: maskErrors(errors, requestId, logger) };
  }

  function enter({ tenant, principal }: Admission): () => void {
    const viewer = `${tenant.id} ${viewerOf(principal)}`;
    const [inTenant, ofViewer] = [byTenant.get(tenant.id) ?? 0, byViewer.get(viewer) ?? 0];
    if (inTenant >= tenant.settings.limits.maxSubscriptions || ofViewer >= MAX_PER_VIEWER) {
      throw new Fault('RATE_LIMITED', 'Too many subscriptions are open; close some of them first.');
    }
    byTenant.set(tenant.id, inTenant + 1);
    byViewer.set(viewer, ofViewer + 1);
    total += 1;
    openOnes.set(total);
    return () => {
      lower(byTenant, tenant.id);
      lower(byViewer, viewer);
      total -= 1;
      openOnes.set(total);
    };
  }

  return {
    async *open(subscription) {
      const { requestId } = subscription;
      let leave: (() => void) | undefined;
      try {
        leave = enter(subscription.admission);
        yield* run(subscription);
      } catch (thrown) {
        if (!subscription.signal.aborted) yield { errors: [maskError(thrown, requestId, logger)] };
      } finally {
        leave?.();
      }
    },
    count: () => total,
  };
}

/** Coerced arguments of the one root field. */
function argumentsOf({ operation, variables }: CheckedOperation, federation: Federation): Record<string, unknown> {
  const type = federation.schema().schema.getSubscriptionType();
  const field = operation.selectionSet.selections.find((one) => one.kind === Kind.FIELD);
  const definition = field === undefined ? undefined : type?.getFields()[field.name.value];
  if (field === undefined || definition === undefined) {
    throw new Fault('BAD_REQUEST', 'Select one field of Subscription, and not through a fragment.');
  }
  return getArgumentValues(definition, field, variables);
}

function lower(counts: Map<string, number>, key: string): void {
  const left = (counts.get(key) ?? 1) - 1;
  if (left <= 0) counts.delete(key);
  else counts.set(key, left);
}
