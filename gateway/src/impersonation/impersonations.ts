import { type Clock, Fault, isPersona, type Persona, SECOND_MS } from '@academy/kernel';
import type { IslandCalls } from '@academy/platform/topology';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

/** A session in which an operator acts in a person's name, as the users island keeps it. */
export type ImpersonationGrant = {
  readonly impersonatorId: string;
  readonly userId: string;
  readonly persona: Exclude<Persona, 'service'>;
  readonly expiresAtSeconds: number;
};

/** The sessions that are not over, at most a few seconds old. */
export type Impersonations = {
  /** The session of this id in a tenant; undefined when it is unknown or over. Rejects with Fault UNAVAILABLE when that cannot be told. */
  find(tenantId: string, id: string): Promise<ImpersonationGrant | undefined>;
  /** Whether a session that was found is open still, from what is at hand; what is old is asked for behind it. False once nothing young is known. */
  isOpen(tenantId: string, id: string): boolean;
};

/** A session that was ended is refused after this long. */
const FRESH_MS = 2 * SECOND_MS;
/** While users cannot be reached, what was known is believed for this long, and then nothing is. */
const USABLE_MS = 10 * SECOND_MS;
const DEADLINE_MS = 2 * SECOND_MS;
/** Operators are few; what is asked by others is not asked for at all. */
const KEPT = 1_000;

const QUERY = 'query GatewayImpersonation($id: ID!) { impersonation(id: $id) { impersonatorId userId persona expiresAt } }';

const answer = z.object({
  impersonation: z
    .object({
      impersonatorId: z.uuid(),
      userId: z.uuid(),
      persona: z.string().refine((text): text is Exclude<Persona, 'service'> => isPersona(text) && text !== 'service'),
      expiresAt: z.iso.datetime(),
    })
    .nullable(),
});

type Known = { readonly grant: ImpersonationGrant | undefined; readonly askedAtMs: number };

/** Sessions that are asked of the users island when what is known of them has grown old. */
export function createImpersonations(options: { transport: IslandCalls; clock: Clock }): Impersonations {
  const known = new LRUCache<string, Known>({ max: KEPT });
  const asking = new Map<string, Promise<void>>();
  const nowMs = () => options.clock.now().getTime();

  function refresh(tenantId: string, id: string): Promise<void> {
    const key = `${tenantId} ${id}`;
    const under = asking.get(key) ?? ask(tenantId, id).then((grant) => void known.set(key, { grant, askedAtMs: nowMs() }));
    if (!asking.has(key))
      asking.set(
        key,
        under.finally(() => asking.delete(key)),
      );
    return under;
  }
  async function ask(tenantId: string, id: string): Promise<ImpersonationGrant | undefined> {
    const response = await options.transport.call(
      'users',
      { query: QUERY, operationName: 'GatewayImpersonation', variables: { id } },
      {
        principal: { kind: 'service', tenantId, service: 'gateway', scopes: ['impersonation.read'] },
        requestId: 'impersonation',
        signal: AbortSignal.timeout(DEADLINE_MS),
      },
    );
    if (response.errors !== undefined && response.errors.length > 0) throw new Error('users did not tell of a session');
    const { impersonation } = answer.parse(response.data);
    if (impersonation === null) return undefined;
    const { expiresAt, ...grant } = impersonation;
    return { ...grant, expiresAtSeconds: Math.floor(Date.parse(expiresAt) / SECOND_MS) };
  }
  const isOver = (grant: ImpersonationGrant) => nowMs() >= grant.expiresAtSeconds * SECOND_MS;

  return {
    async find(tenantId, id) {
      const key = `${tenantId} ${id}`;
      const before = known.get(key);
      if (before === undefined || nowMs() - before.askedAtMs >= FRESH_MS) {
        await refresh(tenantId, id).catch((cause: unknown) => {
          if (before !== undefined && nowMs() - before.askedAtMs < USABLE_MS) return;
          throw new Fault('UNAVAILABLE', 'Whether this session is open cannot be told now; try again shortly.', { cause });
        });
      }
      const grant = known.get(key)?.grant;
      return grant === undefined || isOver(grant) ? undefined : grant;
    },
    isOpen(tenantId, id) {
      const one = known.get(`${tenantId} ${id}`);
      if (one?.grant === undefined || isOver(one.grant)) return false;
      const ageMs = nowMs() - one.askedAtMs;
      // What cannot be asked is closed once it is too old, so the failure itself says nothing more.
      if (ageMs >= FRESH_MS) refresh(tenantId, id).catch(() => {});
      return ageMs < USABLE_MS;
    },
  };
}
