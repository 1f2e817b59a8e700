import { Fault, SECOND_MS } from '@academy/kernel';
import type { IslandCalls } from '@academy/platform/topology';
import { z } from 'zod';
import { type Grant, grantShape, type KeyClaim } from './grant.ts';

const QUERY = `query GatewayApiKeyGrant($publicId: String!, $digest: String!) {
  apiKeyGrant(publicId: $publicId, digest: $digest) { id publicId scopes expiresAt version }
}`;
const answerShape = z.object({ apiKeyGrant: grantShape.nullable() });

const DEADLINE_MS = 2 * SECOND_MS;

/** Whoever sends keys that nobody knows keeps the users island busy with this many questions at a time, and no more. */
const MAX_QUESTIONS = 64;

/** Asks the users island what a key gives; undefined: nothing. Rejects with Fault UNAVAILABLE when it cannot be asked now. */
export type GrantSource = { ask(claim: KeyClaim): Promise<Grant | undefined> };

/** Asks under the key's own tenant, so that row security keeps other tenants' keys out of the answer. */
export function createGrantSource(transport: IslandCalls): GrantSource {
  let underWay = 0;
  return {
    async ask({ tenantId, publicId, digest }) {
      if (underWay >= MAX_QUESTIONS) throw outage(new Error('too many keys are asked for at the same time'));
      underWay += 1;
      try {
        const response = await transport.call(
          'users',
          { query: QUERY, operationName: 'GatewayApiKeyGrant', variables: { publicId, digest } },
          {
            principal: { kind: 'service', tenantId, service: 'gateway', scopes: ['api-key.read'] },
            requestId: 'api-key-grant',
            signal: AbortSignal.timeout(DEADLINE_MS),
          },
        );
        const [error] = response.errors ?? [];
        if (error !== undefined) throw new Error(`users answered: ${error.message}`);
        return answerShape.parse(response.data).apiKeyGrant ?? undefined;
      } catch (thrown) {
        throw outage(thrown);
      } finally {
        underWay -= 1;
      }
    },
  };
}

function outage(cause: unknown): Fault {
  return new Fault('UNAVAILABLE', 'API keys cannot be checked now; try again shortly.', { cause });
}
