import { type Clock, Fault, MINUTE_MS, SECOND_MS } from '@academy/kernel';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { ReadDocument } from './read-document.ts';

/** The keys that tokens are checked with. */
export type KeySource = {
  /** The key for a token. Throws Fault UNAVAILABLE when no keys can be had. */
  readonly find: JWTVerifyGetKey;
  /** The key set that `find` looks in, one object for as long as it says the same; undefined when `find` would fetch another first. */
  inForce(): object | undefined;
};

/** A key set is fetched again when it is this old, and beside the requests; a token under an unknown key has it fetched no sooner. */
const KEYS_COOLDOWN_MS = 30 * SECOND_MS;
/** An older one is not used, so a removed key is refused from here on. */
const KEYS_MAX_AGE_MS = 60 * SECOND_MS;
/** While keys cannot be had, they are tried for no more often than this. */
const RETRY_MS = 5 * SECOND_MS;
/** Where the keys are is looked up again after this long, and after they could not be had. */
const PLACE_MAX_AGE_MS = 10 * MINUTE_MS;

const MAX_KEYS = 100;
/** RSA keys of 8,192 bits, in base64url; a longer one would make each check slow. */
const MAX_MODULUS_LENGTH = 1_366;
const MAX_EXPONENT_LENGTH = 6;

const keySet = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string(), use: z.string().optional(), n: z.string().optional(), e: z.string().optional() }))
    .max(MAX_KEYS),
});

type Held = { readonly text: string; readonly jwks: object; readonly find: JWTVerifyGetKey; readonly fetchedAtMs: number };

/**
 * The keys of one provider, fetched on first use. A new key is accepted at most `KEYS_COOLDOWN_MS` after it was published, a removed one refused at
 * most `KEYS_MAX_AGE_MS` after it was taken away; tokens under keys that nobody knows cause one fetch in `KEYS_COOLDOWN_MS`, whatever their number.
 */
export function createProviderKeys(options: {
  issuer: string;
  /** undefined: found through the issuer's configuration. */
  jwksUrl: string | undefined;
  read: ReadDocument;
  clock: Clock;
}): KeySource {
  const { issuer, read } = options;
  const nowMs = () => options.clock.now().getTime();
  let held: Held | undefined;
  let place: { readonly url: string; readonly foundAtMs: number } | undefined;
  let fetching: Promise<void> | undefined;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  let failure: unknown;

  async function findPlace(): Promise<string> {
    if (options.jwksUrl !== undefined) return options.jwksUrl;
    if (place === undefined || nowMs() - place.foundAtMs >= PLACE_MAX_AGE_MS) {
      const document: unknown = JSON.parse(await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
      const { jwks_uri: url } = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(document);
      place = { url, foundAtMs: nowMs() };
    }
    return place.url;
  }
  async function fetchKeys(): Promise<void> {
    const fetchedAtMs = nowMs();
    try {
      const text = await read(await findPlace());
      held = held?.text === text ? { ...held, fetchedAtMs } : { ...openKeySet(text), fetchedAtMs };
      failure = undefined;
    } catch (thrown) {
      failure = thrown;
      place = undefined;
      throw thrown;
    }
  }
  function refresh(): Promise<void> {
    if (fetching === undefined) {
      triedAtMs = nowMs();
      fetching = fetchKeys().finally(() => {
        fetching = undefined;
      });
    }
    return fetching;
  }
  const ageMs = () => (held === undefined ? Number.POSITIVE_INFINITY : nowMs() - held.fetchedAtMs);

  /** The key set that may be used now, if there is one; one that grows old is renewed behind it. */
  function usable(): Held | undefined {
    const age = ageMs();
    // What comes of it is seen at the latest when the set is too old to be used.
    if (age >= KEYS_COOLDOWN_MS && age < KEYS_MAX_AGE_MS && nowMs() - triedAtMs >= RETRY_MS) refresh().catch(() => {});
    return age < KEYS_MAX_AGE_MS ? held : undefined;
  }
  async function obtain(): Promise<Held> {
    const known = usable();
    if (known !== undefined) return known;
    try {
      if (fetching === undefined && failure !== undefined && nowMs() - triedAtMs < RETRY_MS) throw failure;
      await refresh();
    } catch (thrown) {
      throw outage(thrown);
    }
    if (held === undefined) throw outage(new Error('no key set was read'));
    return held;
  }

  return {
    async find(header, input) {
      const known = await obtain();
      try {
        return await known.find(header, input);
      } catch (thrown) {
        if (!(thrown instanceof errors.JWKSNoMatchingKey)) throw thrown;
        if (fetching === undefined && nowMs() - triedAtMs < KEYS_COOLDOWN_MS) throw thrown;
        await refresh().catch(() => {});
        return await (held ?? known).find(header, input);
      }
    },
    inForce: () => usable()?.jwks,
  };
}

function openKeySet(text: string): Omit<Held, 'fetchedAtMs'> {
  const { keys } = keySet.parse(JSON.parse(text));
  const fit = keys.filter(
    ({ kty, use = 'sig', n = '', e = '' }) =>
      ['RSA', 'EC', 'OKP'].includes(kty) && use === 'sig' && n.length <= MAX_MODULUS_LENGTH && e.length <= MAX_EXPONENT_LENGTH,
  );
  const jwks = { keys: fit } as JSONWebKeySet;
  return { text, jwks, find: createLocalJWKSet(jwks) };
}

function outage(cause: unknown): Fault {
  return new Fault('UNAVAILABLE', 'Sign-in cannot be checked now; try again shortly.', { cause });
}
