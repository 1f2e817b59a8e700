import type { DevIssuer } from '@academy/gateway/dev-issuer';
import type { Principal } from '@academy/kernel';
import type { Ask } from './ask.ts';
import { readReply } from './signed-calls.ts';
import { HOME } from './world-objects.ts';

/** Headers with which a client asks the gateway as this principal: a token of the development issuer, or none. */
export async function headersOf(principal: Principal, issuer: DevIssuer): Promise<Record<string, string>> {
  const tenant = { 'x-tenant-id': HOME };
  if (principal.kind === 'anonymous') return tenant;
  const who =
    principal.kind === 'user'
      ? { userId: principal.userId, persona: principal.persona }
      : { userId: principal.service, persona: 'service' as const, scopes: principal.scopes };
  const token = await issuer.issueToken({ ...who, tenantId: principal.tenantId, lifetimeSeconds: 3_600 });
  return { ...tenant, authorization: `Bearer ${token}` };
}

/** Asks the gateway as a client does. */
export function askGateway(url: string, issuer: DevIssuer): Ask {
  const known = new Map<Principal, Promise<Record<string, string>>>();
  return async (principal, query, variables = {}) => {
    const headers = known.get(principal) ?? headersOf(principal, issuer);
    known.set(principal, headers);
    const { text, reply } = await untilAnswered(url, { ...(await headers) }, JSON.stringify({ query, variables }));
    const unfit = reply.codes.find((code) => !ANSWERS.has(code));
    if (unfit !== undefined)
      throw new Error(`The matrix's question was not answered (${unfit}): ${text.slice(0, 400)}\n${query}`);
    return reply;
  };
}

/** What may come of a question that fits the schema and the limits. */
const ANSWERS = new Set(['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED', 'BAD_USER_INPUT']);

/** A busy machine may take longer than an operation's deadline: the question is put again then, at most so often. */
const ATTEMPTS = 5;
const TOO_BUSY = new Set(['TIMEOUT', 'UNAVAILABLE']);

async function untilAnswered(url: string, headers: Record<string, string>, body: string) {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    const reply = readReply(JSON.parse(text));
    if (attempt === ATTEMPTS || !reply.codes.some((code) => TOO_BUSY.has(code))) return { text, reply };
  }
}
