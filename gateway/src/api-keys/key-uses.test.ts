import { seedId } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import type { CallContext, IslandCalls, IslandRequest } from '@academy/platform/topology';
import { expect, test } from 'vitest';
import { createKeyUses } from './key-uses.ts';

const raices = seedId('raices');
const solaris = seedId('solaris');
const noon = Date.parse('2026-03-02T12:00:00.000Z');

function openUses() {
  const told: { tenantId: string; scopes: readonly string[]; uses: { id: string; usedAt: string }[] }[] = [];
  const state = { isDown: false };
  const transport: IslandCalls = {
    async call(_island, { variables }: IslandRequest, { principal }: CallContext) {
      if (state.isDown) return { errors: [{ message: 'away' }] };
      const uses = variables?.['uses'] as { id: string; usedAt: string }[];
      told.push({ tenantId: principal.tenantId, scopes: principal.kind === 'service' ? principal.scopes : [], uses });
      return { data: { apiKeyUseRecord: uses.length } };
    },
    async close() {},
  };
  return { uses: createKeyUses({ transport, logger: createLogger({ process: 'test', level: 'silent' }) }), told, state };
}

test('uses are told tenant by tenant, of each key the last, once', async () => {
  const { uses, told } = openUses();
  uses.note(raices, 'a', noon);
  uses.note(raices, 'a', noon + 1_000);
  uses.note(solaris, 'b', noon);
  await uses.tell();
  await uses.stop();
  expect(told).toEqual([
    { tenantId: raices, scopes: ['api-key.use'], uses: [{ id: 'a', usedAt: '2026-03-02T12:00:01.000Z' }] },
    { tenantId: solaris, scopes: ['api-key.use'], uses: [{ id: 'b', usedAt: '2026-03-02T12:00:00.000Z' }] },
  ]);
});

test('more keys than the island takes at once are told in parts, and those of a failed call once more', async () => {
  const { uses, told, state } = openUses();
  for (let n = 0; n < 150; n += 1) uses.note(raices, `key-${n}`, noon);
  state.isDown = true;
  await uses.tell();
  state.isDown = false;
  await uses.stop();
  expect(told.map((one) => one.uses.length)).toEqual([100, 50]);
});
