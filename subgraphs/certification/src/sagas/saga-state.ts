import type { SagaStep } from '@academy/platform/saga';
import type { CertificationWorker } from '../worker-context.ts';

/**
 * What one step of the saga leaves for the next, beyond what the rows say. It is stored in clear text: no name, only initials.
 */
export type SagaState = {
  /** The stored document of the certificate. */
  readonly document?: {
    readonly objectName: string;
    readonly sha256: string;
    readonly holderInitials: string;
    /** RFC 3339, UTC: the instant that the document bears. */
    readonly issuedAt: string;
  };
};

export type CertificationStep = SagaStep<SagaState, CertificationWorker>;
