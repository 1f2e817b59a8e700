import { type TenantSlug, userIdOf } from '@academy/testing/people';
import type { Loose } from '../src/loose.ts';
import type { Content } from './history.ts';

/** One log that clients watch. */
export type Feed = {
  /** Names it in the history. */
  readonly name: string;
  readonly tenant: TenantSlug;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Only the newest entry counts: those before it may be left out. */
  readonly isCoalesced: boolean;
  /** The event of an answer's data; null when it was left out. */
  eventOf(data: Loose): Loose | null;
  numberOf(event: Loose): number;
  /** Undefined where an event of this kind says nothing but its number. */
  contentOf(event: Loose): Content | undefined;
};

/** States of which one must hold after a change, for the feed of a tenant that is narrowed. */
export const NARROWED_TO = ['SUBMITTED', 'REJECTED'] as const;

export const feedNames = {
  certification: (id: string) => `certification:${id}`,
  certifications: (tenant: TenantSlug, isNarrowed: boolean) => `certifications:${tenant}${isNarrowed ? ':narrowed' : ''}`,
  notifications: (tenant: TenantSlug, person: string) => `notifications:${userIdOf(tenant, person)}`,
  report: (tenant: TenantSlug) => `report:${tenant}`,
};

const CHANGE = 'seq previousStatus status hold occurredAt';

/** The changes of one certification; `isFederated` selects of three islands besides. */
export function certificationFeed(tenant: TenantSlug, certificationId: string, isFederated: boolean): Feed {
  const entity = isFederated ? 'certification { id candidate { displayName } course { title } }' : '';
  return {
    name: feedNames.certification(certificationId),
    tenant,
    query: `subscription Watch($id: ID!, $after: String) {
      certificationStatusChanged(certificationId: $id, after: $after) { kind ${CHANGE} resume ${entity} }
    }`,
    variables: { id: certificationId },
    isCoalesced: false,
    eventOf: (data) => data.certificationStatusChanged ?? null,
    numberOf: (event) => event.seq as number,
    contentOf: changeOf,
  };
}

/** The changes of every certification of a tenant, or of those that come to certain states. */
export function certificationsFeed(tenant: TenantSlug, isNarrowed: boolean, isFederated: boolean): Feed {
  const entity = isFederated ? 'certification { id course { title } }' : '';
  return {
    name: feedNames.certifications(tenant, isNarrowed),
    tenant,
    query: `subscription WatchAll($filter: CertificationsStatusChangedFilter, $after: String) {
      certificationsStatusChanged(filter: $filter, after: $after) { kind position ${CHANGE} resume ${entity} }
    }`,
    variables: { filter: isNarrowed ? { status: NARROWED_TO } : {} },
    isCoalesced: false,
    eventOf: (data) => data.certificationsStatusChanged ?? null,
    numberOf: (event) => event.position as number,
    contentOf: (event) => (event.kind === 'CHANGE' ? { ...changeOf(event), seq: event.seq } : undefined),
  };
}

/** What a person is notified of. */
export function notificationFeed(tenant: TenantSlug, person: string, isFederated: boolean): Feed {
  const entity = isFederated ? 'notification { id text }' : '';
  return {
    name: feedNames.notifications(tenant, person),
    tenant,
    query: `subscription Notifications($after: String) {
      notificationReceived(after: $after) { kind number topic sentAt resume ${entity} }
    }`,
    variables: {},
    isCoalesced: false,
    eventOf: (data) => data.notificationReceived ?? null,
    numberOf: (event) => event.number as number,
    contentOf: ({ kind, topic, sentAt, notification }) =>
      kind === 'CHANGE' ? { topic, occurredAt: new Date(sentAt).getTime(), ...idOf('notificationId', notification) } : undefined,
  };
}

/** The tenant's completion report, as often as its figures change. */
export function reportFeed(tenant: TenantSlug): Feed {
  return {
    name: feedNames.report(tenant),
    tenant,
    query: `subscription Report($after: String) {
      reportUpdated(report: COMPLETION, after: $after) { kind version occurredAt resume completionReport(first: 1) { minimumGroupSize } }
    }`,
    variables: {},
    isCoalesced: true,
    eventOf: (data) => data.reportUpdated ?? null,
    numberOf: (event) => event.version as number,
    contentOf: ({ occurredAt }) => (occurredAt === null ? undefined : { occurredAt: new Date(occurredAt).getTime() }),
  };
}

function changeOf({ previousStatus, status, hold, occurredAt, certification }: Loose): Content {
  return {
    previousStatus,
    status,
    hold,
    occurredAt: new Date(occurredAt).getTime(),
    ...idOf('certificationId', certification),
  };
}

/** The id of an entity that was selected, and could be reached. */
function idOf(key: string, entity: Loose): Content {
  return typeof entity?.id === 'string' ? { [key]: entity.id } : {};
}
