import type { Principal } from '@academy/kernel';
import { SIGNATURE_HEADERS, type SigningKey, signCall } from '@academy/platform/access';
import { z } from 'zod';

const TAMPERS = [
  'path',
  'method',
  'body',
  'principal',
  'tenant',
  'created',
  'nonce',
  'keyId',
  'signature',
  'truncate',
  'remove',
  'empty',
] as const;
const tamper = z.enum(TAMPERS);

/** How a call to an island is signed, and what is done to it after. An unknown key or kind of tampering fails the case. */
export const signing = z.strictObject({
  tenant: z.string(),
  skewMs: z.number().optional(),
  keyId: z.string().optional(),
  replay: z.boolean().optional(),
  tamper: z.preprocess((given) => SAME[String(given)] ?? given, tamper).optional(),
});
export type Signing = z.infer<typeof signing>;

/** Other words for the same. */
const SAME: Readonly<Record<string, z.infer<typeof tamper>>> = {
  digest: 'body',
  'content-digest': 'body',
  query: 'body',
  user: 'principal',
  persona: 'principal',
  keyid: 'keyId',
  key: 'keyId',
  timestamp: 'created',
  sig: 'signature',
  mac: 'signature',
  bit: 'signature',
  flip: 'signature',
  truncated: 'truncate',
  missing: 'remove',
  none: 'remove',
};

export type UnsignedCall = { readonly method: string; readonly path: string; readonly body: string };

/** A call with the headers that its sender would have an island believe. */
export type ForgedCall = UnsignedCall & { readonly headers: Readonly<Record<string, string>> };

/** Signs as the gateway does, and then spoils it as the case wants. `others` is a principal of another tenant. */
export function signRequest(
  call: UnsignedCall,
  how: Signing,
  by: { principal: Principal; others: Principal; key: SigningKey },
): ForgedCall {
  const clock = { now: () => new Date(Date.now() + (how.skewMs ?? 0)) };
  const key = how.keyId === undefined ? by.key : { ...by.key, id: how.keyId };
  const signed = signCall(coveredBy(call, how), by.principal, key, clock);
  const { principal, created, nonce, keyId, signature } = SIGNATURE_HEADERS;
  const given = (name: string) => signed[name] ?? '';
  const spoil = (changes: Record<string, string>): ForgedCall => ({ ...call, headers: { ...signed, ...changes } });
  switch (how.tamper) {
    case undefined:
    case 'path':
    case 'method':
    case 'body':
      return spoil({});
    case 'principal':
      return spoil({ [principal]: encoded(elevated(by.principal)) });
    case 'tenant':
      return spoil({ [principal]: encoded(by.others) });
    case 'created':
      return spoil({ [created]: String(Number(given(created)) + 1) });
    case 'nonce':
      return spoil({ [nonce]: `${given(nonce).slice(0, -1)}${given(nonce).endsWith('0') ? '1' : '0'}` });
    case 'keyId':
      return spoil({ [keyId]: `${given(keyId)}x` });
    case 'signature':
      return spoil({ [signature]: `${given(signature).startsWith('A') ? 'B' : 'A'}${given(signature).slice(1)}` });
    case 'truncate':
      return spoil({ [signature]: given(signature).slice(0, 8) });
    case 'empty':
      return spoil({ [signature]: '' });
    case 'remove': {
      const { [signature]: _gone, ...headers } = signed;
      return { ...call, headers };
    }
  }
}

/** What the signature is made over: another call than the one that is sent, where that is what the case is about. */
function coveredBy(call: UnsignedCall, { tamper }: Signing): UnsignedCall {
  switch (tamper) {
    case 'path':
      return { ...call, path: `${call.path}/other` };
    case 'method':
      return { ...call, method: 'PUT' };
    case 'body':
      return { ...call, body: `${call.body} ` };
    default:
      return call;
  }
}

function elevated(principal: Principal): Principal {
  return principal.kind === 'user' ? { ...principal, persona: 'super_admin' } : principal;
}

function encoded(principal: Principal): string {
  return Buffer.from(JSON.stringify(principal)).toString('base64url');
}
