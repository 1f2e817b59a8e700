import { Fault, isPersona, MAX_PAGE_SIZE, SECOND_MS } from '@academy/kernel';
import type { IslandCalls } from '@academy/platform/topology';
import { z } from 'zod';
import type { AccessRevocation } from '../revocations.ts';

const QUERY = `query GatewayAccessRevocations($first: Int, $after: String) {
  accessRevocations(first: $first, after: $after) {
    edges { node { userId sessionId persona revokedBefore mattersUntil } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const page = z.object({
  accessRevocations: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          userId: z.uuid(),
          sessionId: z.string().nullable(),
          persona: z.string().toLowerCase().refine(isPersona).nullable(),
          revokedBefore: z.coerce.date(),
          mattersUntil: z.coerce.date(),
        }),
      }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

const DEADLINE_MS = 2 * SECOND_MS;
/** 100 pages of 100. Nobody is let in on a list that is cut off. */
const MAX_PAGES = 100;

/** Reads what ended sessions of a tenant and matters still from the users island. Rejects with Fault UNAVAILABLE when all of it cannot be had. */
export type RevocationSource = (tenantId: string) => Promise<AccessRevocation[]>;

/** Asks under the tenant itself, so that row security keeps other tenants' rows out of the answer. */
export function createRevocationSource(transport: IslandCalls): RevocationSource {
  return async (tenantId) => {
    const found: AccessRevocation[] = [];
    const signal = AbortSignal.timeout(DEADLINE_MS);
    let after: string | null = null;
    try {
      for (let number = 0; number < MAX_PAGES; number += 1) {
        const response = await transport.call(
          'users',
          { query: QUERY, operationName: 'GatewayAccessRevocations', variables: { first: MAX_PAGE_SIZE, after } },
          {
            principal: { kind: 'service', tenantId, service: 'gateway', scopes: ['revocation.read'] },
            requestId: 'access-revocations',
            signal,
          },
        );
        const [error] = response.errors ?? [];
        if (error !== undefined) throw new Error(`users answered: ${error.message}`);
        const { edges, pageInfo } = page.parse(response.data).accessRevocations;
        for (const { node } of edges) found.push(revocationOf(tenantId, node));
        if (!pageInfo.hasNextPage) return found;
        after = pageInfo.endCursor;
      }
      throw new Error('the tenant has more revocations than are read');
    } catch (cause) {
      throw new Fault('UNAVAILABLE', 'Sign-in cannot be checked now; try again shortly.', { cause });
    }
  };
}

type Node = z.infer<typeof page>['accessRevocations']['edges'][number]['node'];

function revocationOf(tenantId: string, { userId, sessionId, persona, revokedBefore, mattersUntil }: Node): AccessRevocation {
  if (sessionId !== null) {
    return { kind: 'session', tenantId, userId, sessionId, mattersUntilSeconds: Math.ceil(mattersUntil.getTime() / SECOND_MS) };
  }
  const revokedBeforeSeconds = Math.ceil(revokedBefore.getTime() / SECOND_MS);
  return persona === null
    ? { kind: 'user', tenantId, userId, revokedBeforeSeconds }
    : { kind: 'persona', tenantId, userId, persona, revokedBeforeSeconds };
}
