import type { CertificationHold, CertificationStatus } from '@academy/contracts';

/** A live event as the gateway makes it: plain values, and the certification by its id alone. */
export type CertificationStatusChangedMapper = {
  readonly kind: 'SNAPSHOT' | 'CHANGE' | 'RESET';
  readonly seq: number;
  readonly previousStatus: CertificationStatus | null;
  readonly status: CertificationStatus;
  readonly hold: CertificationHold | null;
  readonly occurredAt: Date;
  readonly resume: string;
  readonly certification: { readonly id: string };
};

/** An event of the tenant's feed as the gateway makes it; what a kind of event does not have is null. */
export type CertificationsStatusChangedMapper = {
  readonly kind: 'SNAPSHOT' | 'CHANGE' | 'RESET';
  readonly position: number;
  readonly seq: number | null;
  readonly previousStatus: CertificationStatus | null;
  readonly status: CertificationStatus | null;
  readonly hold: CertificationHold | null;
  readonly occurredAt: Date | null;
  readonly certification: { readonly id: string } | null;
  readonly snapshot: readonly { readonly id: string }[] | null;
  readonly resume: string;
};
