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
