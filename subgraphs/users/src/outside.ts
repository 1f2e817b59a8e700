import { Resolver } from 'node:dns/promises';
import { Fault, type Result } from '@academy/kernel';
import { checkOutboundUrl, type OutboundPolicy, type OutboundRefusal, resolveOutbound } from '@academy/platform/outbound';

/** Every text of a name's TXT records; none when it has none. Rejects with Fault UNAVAILABLE when that cannot be found out. */
export type ResolveTxt = (name: string) => Promise<readonly string[]>;

/** What the island asks of the world outside while it answers a request. */
export type Outside = {
  readonly resolveTxt: ResolveTxt;
  /** The address, if it may be called by its text and by where its host leads now. Rejects with Fault UNAVAILABLE when that cannot be found out. */
  vetAddress(address: string): Promise<Result<URL, OutboundRefusal>>;
  /** What is wrong with the text of an address, in words for who gave it; undefined: nothing. Does not resolve it. */
  wrongWithAddress(address: string): string | undefined;
};

/** The name servers of the machine, and what this policy lets be called. */
export function openOutside(policy: OutboundPolicy): Outside {
  return {
    resolveTxt: systemTxt,
    wrongWithAddress(address) {
      const checked = checkOutboundUrl(address, policy);
      return checked.ok ? undefined : checked.error.message;
    },
    async vetAddress(address) {
      const resolved = await resolveOutbound(address, policy);
      return resolved.ok ? { ok: true, value: resolved.value.url } : resolved;
    },
  };
}

/** Two tries of 1.5 s: together beneath the deadline of a request. */
const TRY_MS = 1_500;
const TRIES = 2;
/** A name may have any number of records; a challenge is looked for among so many. */
const MAX_RECORDS = 50;

/** Asks the name servers that the machine is configured with, past the hosts file. */
const systemTxt: ResolveTxt = async (name) => {
  try {
    const records = await new Resolver({ timeout: TRY_MS, tries: TRIES }).resolveTxt(name);
    return records.slice(0, MAX_RECORDS).map((parts) => parts.join(''));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw new Fault('UNAVAILABLE', 'The domain cannot be looked up just now; try again shortly.', { cause });
  }
};
