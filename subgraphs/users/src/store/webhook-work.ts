import type { JobContract } from '@academy/platform/jobs';
import { z } from 'zod';

const payload = z.object({ deliveryId: z.uuid() });

/** Brings one delivery to its tenant's webhook, once; its key is the same id. */
export const deliverWebhook: JobContract<z.infer<typeof payload>> = { name: 'deliver-webhook', payload };

/** What the vault knows a webhook's secret by. */
export const SECRET_FIELD = 'webhook.secret';
