import type { WebhookRow } from '../../store/webhooks.ts';

export type WebhookMapper = WebhookRow;
