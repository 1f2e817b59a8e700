import { Fault } from '@academy/kernel';
import { z } from 'zod';
import type { RootEvent } from '../event-root.ts';
import {
  ASSIGNED_GOOD_FOR_MS,
  announcedChange,
  isCertificationNews,
  type PlacedChange,
  placedChange,
  valuesOf,
} from './certification-change.ts';
import type { Feed, Place, Viewer } from './feed.ts';
import type { FeedParts } from './feed-parts.ts';
import type { IslandLogs, LogQuery } from './island-log.ts';
import { maySeeCertification, seesAllCertifications, seesByAssignment } from './visibility.ts';
import { watchLog } from './watch-log.ts';

/** `change`: undefined when it is not for the viewer, and its number is all that she is told. */
type Entry = Place & { readonly change: PlacedChange | undefined };

const position = z.number().int().min(0);
const hidden = z.object({ position, occurredAt: z.iso.datetime(), certificationId: z.null() });
const changes = z.object({ position, changes: z.array(z.union([placedChange.extend({ position }), hidden])) });
const LOG: LogQuery<z.infer<typeof changes>> = {
  island: 'certification',
  operationName: 'LiveCertificationChanges',
  variables: { afterPosition: 'Int!' },
  field: `certificationChanges(afterPosition: $afterPosition, first: 100) {
    position
    changes { position seq previousStatus status hold occurredAt certificationId candidateId courseId standardCode }
  }`,
  answer: changes,
};

const list = z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) });
const LIST: LogQuery<z.infer<typeof list>> = {
  island: 'certification',
  operationName: 'LiveCertificationList',
  variables: { filter: 'CertificationFilter' },
  field: 'certifications(filter: $filter, first: 100) { edges { node { id } } }',
  answer: list,
};

/** All must hold. */
const filters = z.object({
  /** After the change. */
  status: z.array(z.string()).nullish(),
  courseId: z.string().nullish(),
  standardCode: z.string().nullish(),
});
type Filter = z.infer<typeof filters>;

/** Changes of the certifications of a tenant, by position in its log. For those who see all of them, or those that they are assigned to. */
export function createCertificationsFeed({ readers, logs, onGap }: FeedParts): Feed {
  return {
    field: 'certificationsStatusChanged',
    whenHidden: 'leave out',
    async *watch(request) {
      const { viewer } = request;
      const isAssignee = seesByAssignment(viewer.principal);
      if (!isAssignee && !seesAllCertifications(viewer.principal)) {
        throw new Fault('FORBIDDEN', 'Evaluators, verifiers, certifiers, centre admins, admins and auditors may watch this.');
      }
      const filter = readFilter(request.args['filter']);
      const read = async (afterPosition: number) => {
        const page = await logs.read(LOG, viewer, { afterPosition });
        return { newest: page.position, entries: page.changes.map(entryOf) };
      };
      yield* watchLog<Entry>(
        {
          topic: 'certification',
          subject: undefined,
          read,
          async snapshot() {
            const place = await newestPlace(read);
            return { place, event: snapshotEvent(place, await listed(logs, viewer, filter)) };
          },
          goodForMs: isAssignee ? ASSIGNED_GOOD_FOR_MS : undefined,
          entryOf(event) {
            if (isAssignee) return isCertificationNews(event) ? 'look' : undefined;
            const change = announcedChange(event);
            return change === undefined || event.position === undefined
              ? undefined
              : entryOf({ ...change, position: event.position });
          },
          tell({ number, change }) {
            if (change === undefined || !passes(filter, change)) return undefined;
            return isAssignee || maySeeCertification(viewer.principal, change.candidateId)
              ? changeEvent(number, change)
              : undefined;
          },
        },
        request,
        { readers, onGap },
      );
    },
  };
}

function changeEvent(position: number, change: PlacedChange): RootEvent {
  return {
    typename: 'CertificationsStatusChanged',
    values: { ...valuesOf(change), position, snapshot: null },
    objects: { certification: { kind: 'entity', type: 'Certification', id: change.certificationId } },
  };
}

function snapshotEvent({ number }: Place, ids: readonly string[]): RootEvent {
  return {
    typename: 'CertificationsStatusChanged',
    values: { position: number },
    objects: { snapshot: { kind: 'entities', type: 'Certification', ids } },
  };
}

/** The newest of those that match, as the viewer sees them. */
async function listed(logs: IslandLogs, viewer: Viewer, { status, standardCode, courseId }: Filter): Promise<string[]> {
  const given = Object.entries({ status, standardCode, courseId }).filter(([, value]) => value !== undefined && value !== null);
  const { edges } = await logs.read(LIST, viewer, { filter: Object.fromEntries(given) });
  return edges.map(({ node }) => node.id);
}

/** The log may have been written on since; what was is told then. */
async function newestPlace(read: (after: number) => Promise<{ newest: number; entries: readonly Entry[] }>): Promise<Place> {
  const { newest } = await read(NO_ENTRY);
  if (newest === 0) return { number: 0, epoch: 0 };
  const { entries } = await read(newest - 1);
  const [entry] = entries;
  if (entry === undefined) throw new Fault('UNAVAILABLE', 'What happened could not be read; try again shortly.');
  return { number: entry.number, epoch: entry.epoch };
}

/** Beyond every position: only where the log ends is asked. */
const NO_ENTRY = 2 ** 31 - 1;

function readFilter(given: unknown): Filter {
  const { status, courseId, standardCode } = filters.parse(given ?? {});
  return { status: status?.length === 0 ? null : status, courseId, standardCode: standardCode?.trim().toUpperCase() };
}

function passes({ status, courseId, standardCode }: Filter, change: PlacedChange): boolean {
  if (status !== undefined && status !== null && !status.includes(change.status)) return false;
  if (courseId !== undefined && courseId !== null && courseId !== change.courseId) return false;
  if (standardCode === undefined || standardCode === null) return true;
  // With its version or without: then every version.
  return change.standardCode === standardCode || change.standardCode?.replace(/\.\d+$/, '') === standardCode;
}

function entryOf(told: z.infer<typeof changes>['changes'][number]): Entry {
  const { position: number, occurredAt } = told;
  return { number, epoch: Date.parse(occurredAt), change: told.certificationId === null ? undefined : told };
}
