import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import { CREDENTIALS_V2, OPEN_BADGES_V3 } from './contexts.ts';
import { type IssuerPublicKeys, keyIdOf } from './issuer-keys.ts';
import { isProvedBy } from './verify-data-integrity.ts';

/** Longer than any credential that an academy issues by far: theirs have about 3 kB. */
export const MAX_CREDENTIAL_CHARACTERS = 50_000;

/** Values in a credential, at all depths; ours have about 60. To put a graph into canonical form is work that grows with them. */
const MAX_VALUES = 400;

/** The issuer whose credentials are looked at, with all generations of its keys. */
export type KnownIssuer = { readonly did: string; readonly generations: readonly IssuerPublicKeys[] };

/** What a shown credential is, as far as its proof tells. */
export type ProofCheck =
  /** Signed by the issuer, and since then unchanged. */
  | { readonly kind: 'genuine'; readonly id: string; readonly credential: Readonly<Record<string, unknown>> }
  /** Claims to be the issuer's, and its signature does not fit what it says. */
  | { readonly kind: 'altered' }
  /** Names another issuer, or a key that is not the issuer's. */
  | { readonly kind: 'foreign' }
  /** Neither a credential in JSON with one proof nor a JWT of one. */
  | { readonly kind: 'unreadable' };

const shape = z.looseObject({
  '@context': z.array(z.unknown()),
  id: z.string(),
  issuer: z.union([z.string(), z.looseObject({ id: z.string() })]),
});
const withProof = z.looseObject({ verificationMethod: z.string(), type: z.literal('DataIntegrityProof') });

/** Looks at a credential that somebody shows: JSON with a Data Integrity proof, or a JWT. Nothing is fetched, whatever it names. Never throws for what it is shown. */
export async function checkProof(text: string, issuer: KnownIssuer): Promise<ProofCheck> {
  const shown = text.trim();
  if (shown.length > MAX_CREDENTIAL_CHARACTERS) return { kind: 'unreadable' };
  return shown.startsWith('{') ? checkDataIntegrity(shown, issuer) : checkJwt(shown, issuer);
}

async function checkDataIntegrity(text: string, { did, generations }: KnownIssuer): Promise<ProofCheck> {
  const document = parsed(text);
  const read = shape.safeParse(document);
  if (!read.success || isTooLarge(read.data)) return { kind: 'unreadable' };
  if (issuerOf(read.data) !== did) return { kind: 'foreign' };
  const proofs = [read.data['proof']].flat();
  const proof = withProof.safeParse(proofs[0]);
  if (proofs.length !== 1 || !proof.success) return { kind: 'unreadable' };
  const method = proof.data.verificationMethod;
  const known = generations.find(({ number }) => keyIdOf(did, 'ed25519', number) === method);
  if (known === undefined) return { kind: 'foreign' };
  if (!hasOurContexts(read.data)) return { kind: 'altered' };
  const key = { id: method, controller: did, publicKeyMultibase: known.ed25519Multibase };
  return (await isProvedBy(read.data, key)) ? { kind: 'genuine', id: read.data.id, credential: read.data } : { kind: 'altered' };
}

async function checkJwt(text: string, { did, generations }: KnownIssuer): Promise<ProofCheck> {
  const claimed = claimsOf(text);
  const read = shape.safeParse(claimed?.claims);
  if (claimed === undefined || !read.success) return { kind: 'unreadable' };
  if (issuerOf(read.data) !== did || read.data['iss'] !== did) return { kind: 'foreign' };
  const known = generations.find(({ number }) => keyIdOf(did, 'rs256', number) === claimed.kid);
  if (known === undefined) return { kind: 'foreign' };
  try {
    await compactVerify(text, await importJWK(known.rs256Jwk, 'RS256'), { algorithms: ['RS256'] });
  } catch {
    return { kind: 'altered' };
  }
  return { kind: 'genuine', id: read.data.id, credential: read.data };
}

/** What a JWT says of itself, not yet believed. */
function claimsOf(text: string): { kid: string | undefined; claims: unknown } | undefined {
  const [, payload, ...rest] = text.split('.');
  if (payload === undefined || rest.length !== 1) return undefined;
  try {
    return { kid: decodeProtectedHeader(text).kid, claims: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) };
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function issuerOf({ issuer }: z.infer<typeof shape>): string {
  return typeof issuer === 'string' ? issuer : issuer.id;
}

/** A context more could give the words of a credential another meaning than the one that was signed. */
function hasOurContexts({ '@context': contexts }: z.infer<typeof shape>): boolean {
  return contexts.length === 2 && contexts[0] === CREDENTIALS_V2 && contexts[1] === OPEN_BADGES_V3;
}

function isTooLarge(value: unknown): boolean {
  let values = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    values += 1;
    if (values > MAX_VALUES) return true;
    if (typeof next === 'object' && next !== null) open.push(...Object.values(next));
  }
  return false;
}
