import { createCredential, createList, decodeList } from '@digitalbazaar/vc-bitstring-status-list';

/** Entries of a list: the least that Bitstring Status List 1.0 allows, so that one entry hides among many. 16 KiB before compression. */
export const STATUS_LIST_LENGTH = 131_072;

/** The unsigned credential of a list that says which of its entries are revoked. */
export async function statusListCredential(list: {
  readonly url: string;
  readonly issuer: string;
  /** Each below `STATUS_LIST_LENGTH`. */
  readonly revoked: readonly number[];
  readonly validFrom: string;
  readonly validUntil: string;
  /** How long a verifier may keep it. */
  readonly ttlMs: number;
}): Promise<Record<string, unknown>> {
  const { url, issuer, revoked, validFrom, validUntil, ttlMs } = list;
  const bits = await createList({ length: STATUS_LIST_LENGTH });
  for (const index of revoked) bits.setStatus(index, true);
  const { credentialSubject, ...rest } = await createCredential({ id: url, list: bits, statusPurpose: 'revocation' });
  return { ...rest, issuer, validFrom, validUntil, credentialSubject: { ...(credentialSubject as object), ttl: ttlMs } };
}

/** What a credential says of where its status stands. */
export function statusEntry(url: string, index: number): Record<string, string> {
  return {
    id: `${url}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: url,
  };
}

/** Whether the entry is revoked in this list. Throws when the list cannot be read or has no such entry. */
export async function isRevokedIn(encodedList: string, index: number): Promise<boolean> {
  return (await decodeList({ encodedList })).getStatus(index);
}
