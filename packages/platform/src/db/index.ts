export * from './columns.ts';
export * from './database.ts';
export * from './idempotency.ts';
export * from './migrate.ts';
export * from './platform-tables.ts';
export * from './provision.ts';
export * from './request-database.ts';
export * from './without-values.ts';
