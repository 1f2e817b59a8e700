export * from './due-rows.ts';
export * from './jobs.ts';
export * from './recurring.ts';
