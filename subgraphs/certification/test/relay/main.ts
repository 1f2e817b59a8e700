// A relay of the island in a process of its own, for tests that kill it. It loads no more than it needs, to be there soon.
import { certificationStatusChanged } from '@academy/contracts';
import { openDatabase } from '@academy/platform/db';
import { startRelay } from '@academy/platform/events';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import { numberChanges } from '../../src/store/positions.ts';

const [databaseUrl = '', redisUrl = '', namespace = '', keyId = '', secret = ''] = process.argv.slice(2);
const logger = createLogger({ process: 'relay', level: 'silent' });
startRelay({
  producer: 'certification',
  database: openDatabase({ url: databaseUrl, maxConnections: 2, name: 'relay' }),
  redis: openRedis({ url: redisUrl, namespace, logger, name: 'relay' }),
  signingKey: { id: keyId, secret },
  contracts: [certificationStatusChanged],
  numbering: [{ contract: certificationStatusChanged, number: numberChanges }],
  logger,
  telemetry: createTelemetry({ process: 'relay' }),
});
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
