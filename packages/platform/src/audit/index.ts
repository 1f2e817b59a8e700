export * from './audit-page.ts';
export * from './chain.ts';
export * from './newest-entry.ts';
export * from './record.ts';
export * from './tables.ts';
export * from './verify.ts';
