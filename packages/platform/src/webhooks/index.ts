export * from './deliver-webhook.ts';
export * from './webhook-retries.ts';
export * from './webhook-secret.ts';
