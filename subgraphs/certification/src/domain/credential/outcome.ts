/** What a verification comes to. */
export type CredentialOutcome = 'VALID' | 'REVOKED' | 'EXPIRED' | 'TAMPERED' | 'WRONG_ISSUER' | 'UNKNOWN';

/** What is known of a credential whose signature holds, or that was found by its code. */
export type CredentialFacts = {
  readonly isRevoked: boolean;
  /** Null: it is valid for good. */
  readonly validUntil: Date | null;
  /** Whether the certificate that it attests has had its last day. */
  readonly hasExpired: boolean;
  /** Whether what is kept of it still bears its signature; null where nothing is kept any more. */
  readonly isIntact: boolean | null;
};

/**
 * What the facts come to. A revocation outweighs all else, since it was somebody's decision: that the signature holds says nothing about it. Then what was changed,
 * then what is over.
 */
export function outcomeOf({ isRevoked, validUntil, hasExpired, isIntact }: CredentialFacts, now: Date): CredentialOutcome {
  if (isRevoked) return 'REVOKED';
  if (isIntact === false) return 'TAMPERED';
  return hasExpired || (validUntil !== null && validUntil <= now) ? 'EXPIRED' : 'VALID';
}

/** Why, in a sentence for whoever asked. */
export const OUTCOME_REASONS: Readonly<Record<CredentialOutcome, string>> = {
  VALID: 'The academy issued it, nothing in it was changed, and it is neither revoked nor expired.',
  REVOKED: 'The academy issued it, and it was revoked since: it counts no longer.',
  EXPIRED: 'The academy issued it, and its validity is over.',
  TAMPERED: 'Its signature does not fit what it says: it was changed after it was signed, or never signed by the academy.',
  WRONG_ISSUER: 'It names another issuer than this academy, or was signed with a key that is not the academy’s.',
  UNKNOWN:
    'The academy knows no certificate or credential by this; compare it letter by letter, and ask at the academy that issued it.',
};
