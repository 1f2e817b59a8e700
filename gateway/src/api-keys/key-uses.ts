import { describeThrown, MINUTE_MS, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { IslandCalls } from '@academy/platform/topology';

const MUTATION = 'mutation GatewayApiKeyUseRecord($uses: [ApiKeyUseInput!]!) { apiKeyUseRecord(uses: $uses) }';

/** Uses are told this often; the users island keeps one a minute of each key. */
const TELL_EVERY_MS = MINUTE_MS;
const DEADLINE_MS = 2 * SECOND_MS;
/** Keys at a time that the island takes, and that wait to be told: beyond those a use is not kept. */
const USES_AT_ONCE = 100;
const MAX_WAITING = 10_000;

/** Tells the users island when keys were used, beside the requests themselves and in batches. */
export type KeyUses = {
  /** The key was used at this instant; costs no waiting. */
  note(tenantId: string, keyId: string, atMs: number): void;
  /** Tells what is waiting. Never rejects: what could not be told waits for the next time. */
  tell(): Promise<void>;
  /** Tells it a last time. */
  stop(): Promise<void>;
};

/** Begins to tell once a minute. */
export function createKeyUses(options: { transport: IslandCalls; logger: Logger }): KeyUses {
  const { transport, logger } = options;
  /** By tenant, when each key was used last. */
  const waiting = new Map<string, Map<string, number>>();
  let size = 0;
  const timer = setInterval(() => void tell(), TELL_EVERY_MS);
  timer.unref();

  function note(tenantId: string, keyId: string, atMs: number): void {
    const ofTenant = waiting.get(tenantId) ?? new Map<string, number>();
    const before = ofTenant.get(keyId);
    if (before === undefined && size >= MAX_WAITING) return;
    if (before === undefined) size += 1;
    ofTenant.set(keyId, Math.max(before ?? 0, atMs));
    waiting.set(tenantId, ofTenant);
  }
  async function tell(): Promise<void> {
    const batches = [...waiting].flatMap(([tenantId, ofTenant]) => {
      const uses = [...ofTenant];
      const parts: { tenantId: string; uses: [string, number][] }[] = [];
      for (let at = 0; at < uses.length; at += USES_AT_ONCE) parts.push({ tenantId, uses: uses.slice(at, at + USES_AT_ONCE) });
      return parts;
    });
    waiting.clear();
    size = 0;
    for (const { tenantId, uses } of batches) {
      try {
        await tellOne(tenantId, uses);
      } catch (thrown) {
        logger.warn({ tenant: tenantId, keys: uses.length, err: describeThrown(thrown) }, 'uses of API keys could not be told');
        for (const [keyId, atMs] of uses) note(tenantId, keyId, atMs);
      }
    }
  }
  async function tellOne(tenantId: string, uses: readonly (readonly [string, number])[]): Promise<void> {
    const variables = { uses: uses.map(([id, atMs]) => ({ id, usedAt: new Date(atMs).toISOString() })) };
    const response = await transport.call(
      'users',
      { query: MUTATION, operationName: 'GatewayApiKeyUseRecord', variables },
      {
        principal: { kind: 'service', tenantId, service: 'gateway', scopes: ['api-key.use'] },
        requestId: 'api-key-uses',
        signal: AbortSignal.timeout(DEADLINE_MS),
      },
    );
    const [error] = response.errors ?? [];
    if (error !== undefined) throw new Error(`users answered: ${error.message}`);
  }

  return {
    note,
    tell,
    async stop() {
      clearInterval(timer);
      await tell();
    },
  };
}
