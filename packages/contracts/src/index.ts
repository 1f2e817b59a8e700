export * from './analytics-events.ts';
export * from './certification-events.ts';
export * from './conocer-events.ts';
export * from './courses-events.ts';
export * from './data-subject-events.ts';
export * from './event-contract.ts';
export * from './seed-history.ts';
export * from './users-events.ts';
