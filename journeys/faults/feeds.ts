import type { TenantSlug } from '@academy/testing/people';
import type { Loose } from '../src/loose.ts';
import type { Content } from './history.ts';

/** One log that clients watch. */
export type Feed = {
  /** Names it in the history. */
  readonly name: string;
  readonly tenant: TenantSlug;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The event of an answer's data; null when it was left out. */
  eventOf(data: Loose): Loose | null;
  numberOf(event: Loose): number;
  contentOf(event: Loose): Content | undefined;
};

const SCALARS = 'kind seq previousStatus status hold occurredAt resume';

/** The changes of one certification; `isFederated` selects of three islands besides. */
export function certificationFeed(tenant: TenantSlug, certificationId: string, isFederated: boolean): Feed {
  const selection = isFederated ? `${SCALARS} certification { id candidate { displayName } course { title } }` : SCALARS;
  return {
    name: certificationFeedName(certificationId),
    tenant,
    query: `subscription Watch($id: ID!, $after: String) {
      certificationStatusChanged(certificationId: $id, after: $after) { ${selection} }
    }`,
    variables: { id: certificationId },
    eventOf: (data) => data?.certificationStatusChanged ?? null,
    numberOf: (event) => event.seq as number,
    contentOf: ({ previousStatus, status, hold, occurredAt, certification }) => ({
      previousStatus,
      status,
      hold,
      occurredAt: new Date(occurredAt).getTime(),
      ...(typeof certification?.id === 'string' ? { certificationId: certification.id } : {}),
    }),
  };
}

export function certificationFeedName(certificationId: string): string {
  return `certification:${certificationId}`;
}
