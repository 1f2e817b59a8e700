import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

/** A domain that a tenant wants to be reached under. */
export type TenantDomain = {
  readonly name: string;
  readonly token: string;
  /** null: nobody has shown yet that it is hers. */
  readonly verifiedAt: Date | null;
};

const MAX_LENGTH = 253;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** A domain's name in lower case and ASCII, as browsers send it in `Host`; without scheme, port, path or wildcard. */
export function parseDomainName(text: string): Result<string, InvalidInput> {
  const host = text.trim().toLowerCase().replace(/\.$/, '');
  const ascii = /^[\p{L}\p{N}.-]+$/u.test(host) && URL.canParse(`https://${host}/`) ? new URL(`https://${host}/`).hostname : '';
  const labels = ascii.split('.');
  const isName = labels.length >= 2 && ascii.length <= MAX_LENGTH && labels.every((label) => LABEL.test(label));
  // A last label of digits alone would be an IP address.
  if (isName && /[a-z]/.test(labels.at(-1) ?? '')) return ok(ascii);
  const message = 'The name of a domain such as academia.example.mx was expected: no https://, no port, no path, no wildcard.';
  return fail({ kind: 'InvalidInput', field: 'name', message });
}

/** The TXT record that shows that a domain is the tenant's: where it is to stand, and what it must say. */
export function challengeOf({ name, token }: TenantDomain): { recordName: string; recordValue: string } {
  return { recordName: `_academy-challenge.${name}`, recordValue: `academy-domain=${token}` };
}
