import { Fault } from '@academy/kernel';
import type { CallContext, IslandCalls, IslandRequest } from '@academy/platform/topology';
import type { TenantRecord } from '../src/tenant.ts';

/** A users island that knows nothing but tenants: the directory in pages of `pageSize`, and each by itself. */
export function createDirectoryIsland(initial: readonly TenantRecord[], pageSize = 100) {
  const state = { tenants: [...initial], isDown: false, calls: [] as { request: IslandRequest; context: CallContext }[] };
  const transport: IslandCalls = {
    async call(island, request, context) {
      state.calls.push({ request, context });
      if (state.isDown) throw new Fault('UNAVAILABLE', 'down');
      if (island !== 'users') throw new Error(`asked ${island}`);
      if (request.operationName === 'GatewayTenantDirectoryEntry') {
        return { data: { tenant: state.tenants.find(({ id }) => id === context.principal.tenantId) ?? null } };
      }
      if (request.query.includes('accessRevocations')) return { data: NO_REVOCATIONS };
      const from = Number(request.variables?.['after'] ?? 0);
      const page = state.tenants.slice(from, from + pageSize);
      const hasNextPage = from + pageSize < state.tenants.length;
      return {
        data: {
          tenantDirectory: {
            edges: page.map((node) => ({ node })),
            pageInfo: { hasNextPage, endCursor: page.length === 0 ? null : String(from + page.length) },
          },
        },
      };
    },
    async close() {},
  };
  return { transport, state };
}

/** What users answers that was never asked to end a session. */
const NO_REVOCATIONS = { accessRevocations: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } };
