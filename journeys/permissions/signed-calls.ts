import { systemClock } from '@academy/kernel';
import { signCall } from '@academy/platform/access';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import type { Ask } from './ask.ts';

const PATH = '/graphql';

/** Asks an island directly, as the gateway would: over HTTP, each call signed with who asks. */
export function askSigned(islandUrl: string): Ask {
  return async (principal, query, variables = {}) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${islandUrl}${PATH}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signCall({ method: 'POST', path: PATH, body }, principal, TEST_SIGNING_KEY, systemClock),
      },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    return readReply(await response.json());
  };
}

/** The parts of a GraphQL response that the matrix looks at. */
export function readReply(response: unknown): Awaited<ReturnType<Ask>> {
  const { data, errors } = response as { data?: Record<string, unknown> | null; errors?: { extensions?: { code?: unknown } }[] };
  return { data: data ?? null, codes: (errors ?? []).map((error) => String(error.extensions?.code)) };
}
