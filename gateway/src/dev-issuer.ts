import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Clock, isPersona, type Persona, SECOND_MS } from '@academy/kernel';
import { ConfigError } from '@academy/platform/config';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JSONWebKeySet, type JWK, SignJWT } from 'jose';
import { z } from 'zod';

const KEY_FILE = 'signing-key.json';
const PEOPLE_FILE = 'people.json';

const people = z.array(
  z.object({
    /** Shown in the explorer, e.g. `alice, learner`. */
    label: z.string(),
    tenantSlug: z.string(),
    tenantId: z.uuid(),
    userId: z.uuid(),
    persona: z.string().refine(isPersona),
  }),
);

/** Someone of the seed for whom the explorer offers a token. */
export type DevPerson = {
  readonly label: string;
  readonly tenantSlug: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly persona: Persona;
};

/** What a development token is to say. */
export type TokenRequest = {
  readonly userId: string;
  readonly tenantId: string;
  readonly persona: Persona;
  readonly lifetimeSeconds: number;
  /** Only for persona `service`. */
  readonly scopes?: readonly string[];
};

/** Issues tokens on this machine, for development and tests alone. */
export type DevIssuer = {
  readonly issuer: string;
  readonly audience: string;
  /** The public key alone. */
  readonly jwks: JSONWebKeySet;
  issueToken(request: TokenRequest): Promise<string>;
  /** People that were written beside the key with `writeDevPeople`; none when nobody wrote any. */
  people(): Promise<readonly DevPerson[]>;
};

export type DevIssuerOptions = {
  readonly directory: string;
  readonly issuer: string;
  readonly audience: string;
  readonly isProduction: boolean;
  readonly clock: Clock;
};

/**
 * An issuer whose ES256 key pair is kept in `directory` (mode 0600), made on first use, so that every process that is given the folder
 * issues and accepts the same tokens. Throws ConfigError in production.
 */
export async function createDevIssuer(options: DevIssuerOptions): Promise<DevIssuer> {
  if (options.isProduction) throw new ConfigError('The development issuer cannot be switched on in production.');
  const privateJwk = await readOrMakeKey(options.directory);
  const privateKey = await importJWK(privateJwk, 'ES256');
  const { d: _secret, ...publicJwk } = privateJwk;
  return {
    issuer: options.issuer,
    audience: options.audience,
    jwks: { keys: [publicJwk] },
    issueToken(request) {
      const issuedAtSeconds = Math.floor(options.clock.now().getTime() / SECOND_MS);
      return new SignJWT({
        token_use: 'access',
        tenant: request.tenantId,
        persona: request.persona,
        ...(request.scopes === undefined ? {} : { scope: request.scopes.join(' ') }),
      })
        .setProtectedHeader({ alg: 'ES256', kid: publicJwk.kid ?? '', typ: 'at+jwt' })
        .setIssuer(options.issuer)
        .setAudience(options.audience)
        .setSubject(request.userId)
        .setJti(randomUUID())
        .setIssuedAt(issuedAtSeconds)
        .setExpirationTime(issuedAtSeconds + request.lifetimeSeconds)
        .sign(privateKey);
    },
    async people() {
      const text = await readIfThere(join(options.directory, PEOPLE_FILE));
      return text === undefined ? [] : people.parse(JSON.parse(text));
    },
  };
}

/** The people that the explorer offers tokens for are those given, for every process with this folder. */
export async function writeDevPeople(directory: string, persons: readonly DevPerson[]): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(join(directory, PEOPLE_FILE), `${JSON.stringify(persons, null, 2)}\n`, { mode: 0o600 });
}

async function readOrMakeKey(directory: string): Promise<JWK> {
  const path = join(directory, KEY_FILE);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const existing = await readIfThere(path);
  if (existing !== undefined) return JSON.parse(existing) as JWK;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const made: JWK = { ...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
  // Written aside and then named in one step: another process that starts now sees a whole key or none.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(made), { mode: 0o600 });
  try {
    await link(draft, path);
    return made;
  } catch (thrown) {
    // Another process made it in between: its key is the one that counts.
    const theirs = await readIfThere(path);
    if (theirs === undefined) throw thrown;
    return JSON.parse(theirs) as JWK;
  } finally {
    await rm(draft);
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
}
