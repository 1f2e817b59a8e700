import { Fault } from '@academy/kernel';
import { MAX_CREDENTIAL_CHARACTERS } from '@academy/platform/credentials';
import { OUTCOME_REASONS } from '../../../../domain/credential/outcome.ts';
import { shownCode } from '../../../../domain/credential/shown-code.ts';
import { type Verification, verifyByCode, verifyShown } from '../../../../store/verification.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const credentialVerification: NonNullable<QueryResolvers['credentialVerification']> = async (
  _parent,
  { input: { code, credential } },
  { db, tenantId, vault, clock },
) => {
  const now = clock.now();
  const at = { tenantId, vault, now };
  if (code != null && credential == null) {
    const shown = shownCode(code);
    return told(shown === undefined ? { outcome: 'UNKNOWN' } : await db.read((tx) => verifyByCode(tx, shown, at)), now);
  }
  if (credential != null && code == null) {
    if (credential.length > MAX_CREDENTIAL_CHARACTERS) {
      throw badInput(`A credential of at most ${MAX_CREDENTIAL_CHARACTERS} characters was expected, got ${credential.length}.`);
    }
    return told(await db.read((tx) => verifyShown(tx, credential, at)), now);
  }
  throw badInput(`Either code or credential was expected, got ${code == null ? 'neither' : 'both'}.`);
};

function told({ outcome, kind, credential, certificate, certification, issuer }: Verification, now: Date) {
  return {
    outcome,
    reason: OUTCOME_REASONS[outcome],
    checkedAt: now,
    kind: kind ?? null,
    folio: certificate?.folio ?? null,
    courseTitle: certification?.courseTitle ?? null,
    standardCode: certification?.standardCode ?? null,
    officialFolio: certification?.officialFolio ?? null,
    holderInitials: certificate === undefined ? null : (certificate.holderInitials ?? ''),
    isHolderErased: (certificate?.holderErasedAt ?? null) !== null,
    issuer: issuer?.did ?? null,
    issuedAt: credential?.issuedAt ?? certificate?.issuedAt ?? null,
    revokedAt: credential?.revokedAt ?? (kind === 'COMPLETION' ? (certificate?.revokedAt ?? null) : null),
    validUntil: credential?.validUntil ?? null,
  } as const;
}

function badInput(message: string): Fault {
  return new Fault('BAD_USER_INPUT', message);
}
