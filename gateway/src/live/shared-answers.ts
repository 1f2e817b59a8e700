import { randomBytes } from 'node:crypto';
import { SECOND_MS } from '@academy/kernel';
import { encodePrincipal } from '@academy/platform/access';
import type { Telemetry } from '@academy/platform/telemetry';
import type { Federation, Outcome } from '../federation/federation.ts';
import type { CheckedOperation } from '../operations.ts';
import { answerEventRoot } from './event-root.ts';
import type { Told, Viewer } from './feeds/feed.ts';
import type { WatchedOperation } from './watched-operation.ts';

/** An event to be shaped for one client. */
export type Asked = {
  readonly viewer: Viewer;
  readonly operation: CheckedOperation;
  readonly watched: WatchedOperation;
  readonly told: Told;
  /** The client's token to go on from behind the event. */
  readonly resume: string;
};

/** Shapes events by the selections of subscriptions. */
export type SharedAnswers = {
  /** Never rejects for what an island does; with NOT_FOUND when the viewer may not see an object of the event. */
  answer(asked: Asked): Promise<Outcome>;
};

/** The islands may take this long for one event; what is missing then is told by coded errors. */
const EVENT_DEADLINE_MS = 5 * SECOND_MS;
/** Answers that are remembered; the oldest goes first. */
const MAX_ANSWERS = 2_000;
/** What islands told is shared by those who ask for it within this long. */
const FRESH_MS = SECOND_MS;

/**
 * Answers of which those that are alike are one: the same event, the same operation and variables, and the same rights. What is of the event
 * alone is the same for everybody who may see the event; what islands told is shared within one session. Of both the token is
 * the client's own.
 */
export function createSharedAnswers(federation: Federation, telemetry: Telemetry): SharedAnswers {
  const shared = telemetry.counter('academy_live_answers_shared_total', 'Events that were shaped for another client already.');
  const answers = new Map<string, { readonly outcome: Promise<Outcome>; readonly begunAt: number }>();
  // Stands where the token is to be; no text of anybody's has it.
  const mark = `resume-${randomBytes(18).toString('base64url')}`;

  function shape({ viewer, operation, told }: Asked): Promise<Outcome> {
    const { event, kind } = told;
    const root = { ...event, values: { ...event.values, kind, resume: mark } };
    const context = {
      ...viewer,
      signal: AbortSignal.timeout(EVENT_DEADLINE_MS),
      dueAtMs: performance.now() + EVENT_DEADLINE_MS,
    };
    return federation.executeEvent(operation, context, (fetch, call) => answerEventRoot(root, fetch, call, context));
  }
  function find(asked: Asked): Promise<Outcome> {
    const { viewer, watched, told } = asked;
    const { source, place } = told;
    const rights = watched.isOfEventAlone ? viewer.principal.tenantId : encodePrincipal(viewer.principal);
    const key = [federation.schema().id, watched.key, told.kind, source, place.number, place.epoch, rights].join('\n');
    const known = answers.get(key);
    if (known !== undefined && (watched.isOfEventAlone || performance.now() - known.begunAt < FRESH_MS)) {
      shared.inc();
      return known.outcome;
    }
    const outcome = shape(asked);
    answers.delete(key);
    answers.set(key, { outcome, begunAt: performance.now() });
    outcome.catch(() => answers.delete(key));
    const [oldest] = answers.keys();
    if (answers.size > MAX_ANSWERS && oldest !== undefined) answers.delete(oldest);
    return outcome;
  }

  return {
    async answer(asked) {
      // A snapshot is of its client alone: two that begin at one place may be told of different moments.
      const outcome = await (asked.told.kind === 'CHANGE' || asked.watched.isOfEventAlone ? find(asked) : shape(asked));
      const { dataJson, errors } = outcome;
      const { requestId } = asked.viewer;
      return {
        ...(dataJson === undefined ? {} : { dataJson: dataJson.replaceAll(mark, asked.resume) }),
        ...(errors === undefined
          ? {}
          : { errors: errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } })) }),
        extensions: { resume: asked.resume },
      };
    },
  };
}
