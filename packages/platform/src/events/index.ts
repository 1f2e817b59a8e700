export * from './consumer.ts';
export * from './numbering.ts';
export * from './outbox.ts';
export * from './relay.ts';
export * from './stream.ts';
export * from './stream-cursor.ts';
export * from './tail.ts';
export * from './tenant-policies.ts';
