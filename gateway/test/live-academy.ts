import { caseUnassigned, certificationStatusChanged, type DomainEvent, type EventContract } from '@academy/contracts';
import { type Principal, seedId } from '@academy/kernel';
import { eventStreamKey, liveStreamKey, liveWakeChannel, toEntry } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { GraphQLError } from 'graphql';
import type { GatewayConfig } from '../src/config.ts';
import { LIVE_LIMITS, type LiveLimits } from '../src/live/live-limits.ts';
import type { LiveTimings } from '../src/live/live-timings.ts';
import { openLiveWith } from '../src/live/open-live.ts';
import type { LiveDoor } from '../src/live-door.ts';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

/** Learns at Raíces like alice, and has nothing to do with her. */
export const berta: typeof alice = { ...alice, name: 'berta', userId: seedId('gateway-test/raices/berta') };

type Entry = { seq: number; previousStatus: string | null; status: string; hold: string | null; occurredAt: string };
type Case = {
  readonly id: string;
  readonly candidate: typeof alice;
  entries: Entry[];
  isHidden: boolean;
  /** User ids of evaluators who are assigned to it. */
  readonly assigned: Set<string>;
};

const STATES = ['EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED', 'SUBMISSION_PREPARED', 'SUBMITTED', 'IN_PROCESS'] as const;
/** Ends come quickly; but a client that shares a busy machine with the gateway is not taken for one that does not read. */
const QUICK: LiveTimings = {
  heartbeatMs: 300,
  lookEveryMs: 100,
  slowReaderMs: 10_000,
  introductionMs: 500,
  warnMs: 1_000,
  lingerMs: 200,
};

/** A gateway with the live transports, before an academy whose certifications a test moves on. */
export async function openLiveAcademy(
  options: { config?: Partial<GatewayConfig>; timings?: Partial<LiveTimings>; limits?: Partial<LiveLimits> } = {},
) {
  const opened = Promise.withResolvers<LiveDoor>();
  const graph = await openGateway({
    ...(options.config === undefined ? {} : { config: options.config }),
    async openLive(parts) {
      const door = await openLiveWith({ ...QUICK, ...options.timings }, { ...LIVE_LIMITS, ...options.limits })(parts);
      opened.resolve(door);
      return door;
    },
  });
  const door = await opened.promise;
  const { redis, planted } = graph;
  const cases = new Map<string, Case>();
  let instants = 0;

  function seen(id: unknown, { principal }: { principal: Principal }): Case | undefined {
    const found = cases.get(String(id));
    if (found === undefined || found.isHidden || principal.tenantId !== found.candidate.tenantId) return undefined;
    if (principal.kind === 'service') return principal.scopes.includes('certification.read') ? found : undefined;
    if (principal.kind !== 'user') return undefined;
    if (principal.persona === 'evaluator' && found.assigned.has(principal.userId)) return found;
    return principal.persona === 'admin' || principal.userId === found.candidate.userId ? found : undefined;
  }
  planted.set('Query.certification', (_source, { id }, context) => {
    const found = seen(id, context);
    if (found === undefined) throw new GraphQLError('There is no such certification.', { extensions: { code: 'NOT_FOUND' } });
    return { id: found.id, seq: found.entries.length, entries: found.entries };
  });
  planted.set('Certification.history', ({ entries }, { first, afterSeq }) => ({
    edges: (entries as Entry[])
      .filter(({ seq }) => seq > Number(afterSeq))
      .slice(0, Number(first))
      .map((node) => ({ cursor: String(node.seq), node })),
  }));
  planted.set('Query._entities', (_source, { representations }, context) =>
    (representations as { __typename: string; id: string }[]).map((one) =>
      one.__typename === 'Certification' && seen(one.id, context) === undefined ? null : one,
    ),
  );

  const streamOf = (tenantId: string) => liveStreamKey(redis, tenantId, 'certification');
  const wake = (tenantId: string) => redis.commands.publish(liveWakeChannel(redis, tenantId, 'certification'), '{}');

  return {
    ...graph,
    /** Drains the live transports alone. */
    drain: () => door.drain(),
    /** Keys and entries of the live stream of a tenant, as whoever can write to Redis sees them. */
    stream: {
      key: streamOf,
      wake,
      append: async (tenantId: string, fields: readonly string[]) => {
        await redis.commands.xadd(streamOf(tenantId), '*', ...fields);
        await wake(tenantId);
      },
    },
    /** The users island tells of something that happened now. */
    async usersTell<Data>(contract: EventContract<Data>, tenantId: string, subject: string, data: Data): Promise<void> {
      const event = { id: newId(), type: contract.type, tenantId, subject, occurredAt: new Date().toISOString(), data };
      await redis.commands.xadd(eventStreamKey(redis, 'users'), '*', ...toEntry(event, TEST_SIGNING_KEY));
    },
    /** Lines of the log with this text. */
    logged: (text: string) => graph.log.filter((line) => line.includes(text)),
    /** Value of a measure, without labels. */
    measure: async (name: string) => {
      const text = await (await fetch(`${graph.url}/metrics`)).text();
      return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
    },
    /** A certification with one entry in its history. */
    opensCase(candidate: typeof alice = alice) {
      const one: Case = { id: newId(), candidate, entries: [], isHidden: false, assigned: new Set() };
      cases.set(one.id, one);
      const certification = {
        id: one.id,
        entries: one.entries,
        /** The evaluator is assigned to it; nobody watches by that yet. */
        assigns(evaluator: typeof alice) {
          one.assigned.add(evaluator.userId);
        },
        /** She is no longer; the relay tells whoever watches. */
        async unassigns({ userId: personId, tenantId }: typeof alice) {
          one.assigned.delete(personId);
          const told = { assignmentId: newId(), certificationId: one.id, candidateId: one.candidate.userId, personId };
          const data = { ...told, duty: 'EVALUATOR', version: 2 };
          const event = {
            id: newId(),
            type: caseUnassigned.type,
            tenantId,
            subject: one.id,
            occurredAt: new Date().toISOString(),
            data,
          };
          await redis.commands.xadd(streamOf(tenantId), '*', ...toEntry(event, TEST_SIGNING_KEY));
          await wake(tenantId);
        },
        /** Nobody may see it any more. */
        hide() {
          one.isHidden = true;
        },
        /** Forgets the newest entries and what they said, as a database that was restored from a backup. */
        restoreTo(seq: number) {
          one.entries.splice(seq);
        },
        eventOf({ seq, previousStatus, status, hold, occurredAt }: Entry): DomainEvent {
          const { userId, tenantId } = one.candidate;
          const data = {
            ...{ certificationId: one.id, seq, previousStatus, status, hold, candidateId: userId },
            ...{ courseId: newId(), enrollmentId: newId(), standardCode: 'EC0217.01' },
          };
          return { id: newId(), type: certificationStatusChanged.type, tenantId, subject: one.id, occurredAt, data };
        },
        /** Takes steps that are committed and told to nobody. */
        commits(steps = 1): Entry[] {
          return Array.from({ length: steps }, () => {
            const previous = one.entries.at(-1);
            instants += 1;
            const entry: Entry = {
              seq: one.entries.length + 1,
              previousStatus: previous?.status ?? null,
              status: previous === undefined ? 'REGISTERED' : (STATES[one.entries.length % STATES.length] ?? 'EVALUATING'),
              hold: null,
              occurredAt: new Date(Date.parse('2026-03-02T12:00:00Z') + instants).toISOString(),
            };
            one.entries.push(entry);
            return entry;
          });
        },
        /** The relay publishes. */
        async publishes(entries: readonly Entry[], key = TEST_SIGNING_KEY) {
          const stream = streamOf(one.candidate.tenantId);
          const batch = redis.commands.pipeline();
          for (const entry of entries) batch.xadd(stream, '*', ...toEntry(certification.eventOf(entry), key));
          await batch.exec();
          await wake(one.candidate.tenantId);
        },
        /** Takes steps: committed, published. */
        moves: (steps = 1) => certification.publishes(certification.commits(steps)),
      };
      certification.commits();
      return certification;
    },
  };
}

export type LiveAcademy = Awaited<ReturnType<typeof openLiveAcademy>>;
