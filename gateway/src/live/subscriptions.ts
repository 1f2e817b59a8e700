import { Fault } from '@academy/kernel';
import type { Telemetry } from '@academy/platform/telemetry';
import { validate } from 'graphql';
import type { Federation, Outcome } from '../federation/federation.ts';
import type { Admission } from '../guard.ts';
import type { CheckedOperation } from '../operations.ts';
import { createCounts } from './counts.ts';
import type { Feed, Viewer } from './feeds/feed.ts';
import { type ResumeTokens, type TokenScope, viewerOf } from './resume-token.ts';
import type { SessionEnd } from './session-end.ts';
import type { SharedAnswers } from './shared-answers.ts';
import type { StreamedOperation, StreamedResult } from './streamed.ts';
import { readWatchedOperation } from './watched-operation.ts';

/** Subscriptions of one process, whatever the transport. */
export type Subscriptions = {
  /**
   * The answers, in order, each with its resume token, until the signal aborts. Throws a Fault for whatever ends it otherwise: RATE_LIMITED
   * with too many open, BAD_USER_INPUT for a token that is not of this subscription, UNAUTHENTICATED, FORBIDDEN or TENANT_MISMATCH once the
   * session is over, GRAPHQL_VALIDATION_FAILED when another supergraph does not allow it, and those of a feed.
   */
  open(streamed: StreamedOperation): AsyncGenerator<StreamedResult, void, void>;
};

/** Subscriptions that one viewer may have open in one process. */
const MAX_PER_VIEWER = 100;

/** Subscriptions over these parts. */
export function createSubscriptions(options: {
  feeds: ReadonlyMap<string, Feed>;
  tokens: ResumeTokens;
  answers: SharedAnswers;
  federation: Federation;
  endOf: SessionEnd;
  telemetry: Telemetry;
}): Subscriptions {
  const { feeds, tokens, answers, federation } = options;
  const openNow = options.telemetry.gauge('academy_live_subscriptions', 'Subscriptions open now.');
  const delivered = options.telemetry.counter('academy_live_events_total', 'Events told to watching clients.', ['kind']);
  const byTenant = createCounts();
  const byViewer = createCounts();

  function enter({ tenant, principal }: Admission): () => void {
    const viewer = `${tenant.id} ${viewerOf(principal)}`;
    if (byTenant.of(tenant.id) >= tenant.settings.limits.maxSubscriptions || byViewer.of(viewer) >= MAX_PER_VIEWER) {
      throw new Fault('RATE_LIMITED', 'Too many subscriptions are open; close some of them first.');
    }
    byTenant.raise(tenant.id);
    byViewer.raise(viewer);
    openNow.inc();
    return () => {
      byTenant.lower(tenant.id);
      byViewer.lower(viewer);
      openNow.dec();
    };
  }

  function assertGoesOn(admission: Admission): void {
    const ended = options.endOf(admission);
    if (ended !== undefined) throw ended;
  }

  async function* run(streamed: StreamedOperation): AsyncGenerator<StreamedResult, void, void> {
    const { operation, requestId, signal } = streamed;
    const assertValid = validityOf(federation, operation);
    const watched = readWatchedOperation(federation.schema().schema, operation);
    const feed = feeds.get(watched.field);
    if (feed === undefined) throw new Fault('INTERNAL', `Nothing tells of ${watched.field}.`);
    const scope: TokenScope = {
      principal: streamed.admission.principal,
      field: feed.field,
      argumentsJson: watched.argumentsJson,
    };
    const token = streamed.lastEventId ?? watched.after;
    const after = token === undefined ? undefined : tokens.read(scope, token);
    if (token !== undefined && after === undefined) {
      throw new Fault(
        'BAD_USER_INPUT',
        'after must be the resume token of an event of this subscription; start again without it.',
      );
    }
    // Refused before it begins, if no event of it can ever be answered.
    await federation.prepare(operation);
    const viewer: Viewer = {
      requestId,
      // A client may renew its session while it watches.
      get principal() {
        return streamed.admission.principal;
      },
    };
    for await (const told of feed.watch({ viewer, args: watched.args, after, signal })) {
      assertGoesOn(streamed.admission);
      assertValid();
      const resume = tokens.issue(scope, told.place);
      const outcome = await answerOrHide(feed, { viewer, operation, watched, told, resume });
      if (signal.aborted) return;
      // An island may have taken its time.
      if (!watched.isOfEventAlone) assertGoesOn(streamed.admission);
      if (outcome === undefined) continue;
      delivered.inc({ kind: told.kind });
      yield outcome;
    }
  }

  async function answerOrHide(feed: Feed, asked: Parameters<SharedAnswers['answer']>[0]): Promise<Outcome | undefined> {
    try {
      return await answers.answer(asked);
    } catch (thrown) {
      const isHidden = thrown instanceof Fault && thrown.code === 'NOT_FOUND' && feed.whenHidden === 'leave out';
      if (isHidden) return undefined;
      throw thrown;
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

/** Throws GRAPHQL_VALIDATION_FAILED when another supergraph was loaded that the operation does not fit. */
function validityOf(federation: Federation, { document }: CheckedOperation): () => void {
  let validUnder = federation.schema().id;
  return () => {
    const { id, schema } = federation.schema();
    if (id === validUnder) return;
    const [mistake] = validate(schema, document, undefined, { maxErrors: 1 });
    if (mistake !== undefined) {
      throw new Fault('GRAPHQL_VALIDATION_FAILED', 'The schema has changed, and this subscription does not fit it any more.');
    }
    validUnder = id;
  };
}
