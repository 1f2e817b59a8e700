import { systemClock } from '@academy/kernel';
import { startWorker } from '@academy/platform/subgraph';
import { expect, test } from 'vitest';
import { conocerSettings } from '../src/config.ts';
import { defineConocer } from '../src/subgraph.ts';
import { ALICE, CLIENT_ID, CLIENT_SECRET } from './authority.ts';
import { openOffice } from './office.ts';

test('the worker by itself, with its queue and the machine’s clock, brings a submission through an unclear answer to its verdict', async () => {
  await using office = await openOffice({ processingMs: 400 });
  office.sandbox.plan({ mode: 'resetAfter', routes: ['submit'], count: 1 });
  const settings = conocerSettings.parse({
    AUTHORITY_URL: office.sandbox.url,
    AUTHORITY_CLIENT_ID: CLIENT_ID,
    AUTHORITY_CLIENT_SECRET: CLIENT_SECRET,
    POLL_FIRST_MS: '200',
    POLL_MAX_MS: '1000',
    LOOKUP_SETTLE_MS: '200',
  });
  const transport = {
    call: async () => ({ data: { _entities: [ALICE] } }),
    close: async () => undefined,
  };
  const resources = { ...office.island.resources, clock: systemClock };
  const worker = startWorker(defineConocer(settings), resources, { transport, consumerName: 'test' });
  try {
    const { certificationId } = await office.request();
    await expect.poll(() => office.told(), { timeout: 15_000 }).toEqual(['unknown', 'sent', 'accepted', 'issued']);
    expect(office.sandbox.ledger.submissions).toHaveLength(1);
    expect(await office.row(certificationId)).toMatchObject({ status: 'APPROVED', attempts: 1 });
  } finally {
    await worker.stop();
  }
});
