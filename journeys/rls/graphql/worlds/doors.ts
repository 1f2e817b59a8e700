import type { DevIssuer } from '@academy/gateway/dev-issuer';
import type { Clock, Principal } from '@academy/kernel';
import { signCall } from '@academy/platform/access';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { TEST_SIGNING_KEY } from '@academy/testing/island';

/** A GraphQL request. */
export type Question = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };

/** A GraphQL response, as a client gets it. */
export type Reply = {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly message: string; readonly path: readonly (string | number)[]; readonly code: string }[];
};

/** Somebody who asks: the principal that islands are told, and the name of the tenant that the gateway is told. */
export type Asking = { readonly principal: Principal; readonly tenantSlug: string };

/** The two doors of a world: as a client at the gateway, and with the gateway's signature at an island. */
export type Doors = {
  askGateway(asking: Asking, question: Question): Promise<Reply>;
  askIsland(island: IslandName, asking: Asking, question: Question): Promise<Reply>;
};

const DEADLINE_MS = 30_000;
const PATH = '/graphql';

/** Doors of a world that listens at these addresses. */
export function createDoors(options: {
  gatewayUrl: string;
  islandPorts: Readonly<Record<IslandName, number>>;
  clock: Clock;
  issuer: DevIssuer;
}): Doors {
  const { gatewayUrl, islandPorts, clock, issuer } = options;
  const islandUrls = new Map(ISLANDS.map((island) => [island, `http://127.0.0.1:${islandPorts[island]}${PATH}`]));
  const tokens = new Map<string, Promise<string | undefined>>();
  function tokenOf(principal: Principal): Promise<string | undefined> {
    const key = JSON.stringify(principal);
    const token = tokens.get(key) ?? issue(issuer, principal);
    tokens.set(key, token);
    return token;
  }
  return {
    async askGateway({ principal, tenantSlug }, question) {
      const token = await tokenOf(principal);
      const credential = token === undefined ? {} : { authorization: `Bearer ${token}` };
      return post(gatewayUrl, { 'x-tenant-id': tenantSlug, ...credential }, JSON.stringify(question));
    },
    askIsland(island, { principal }, question) {
      const body = JSON.stringify(question);
      return post(
        islandUrls.get(island) ?? '',
        signCall({ method: 'POST', path: PATH, body }, principal, TEST_SIGNING_KEY, clock),
        body,
      );
    },
  };
}

async function issue(issuer: DevIssuer, principal: Principal): Promise<string | undefined> {
  if (principal.kind === 'anonymous') return undefined;
  const { tenantId } = principal;
  const who =
    principal.kind === 'user'
      ? { userId: principal.userId, persona: principal.persona }
      : { userId: principal.service, persona: 'service' as const, scopes: principal.scopes };
  return issuer.issueToken({ ...who, tenantId, lifetimeSeconds: 86_400 });
}

async function post(url: string, headers: Record<string, string>, body: string): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': 'identity', ...headers },
    body,
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: Reply['data'];
    errors?: { message: string; path?: (string | number)[]; extensions?: { code?: unknown } }[];
  };
  return {
    status: response.status,
    data: data ?? null,
    errors: errors.map(({ message, path = [], extensions }) => ({ message, path, code: String(extensions?.code) })),
  };
}
