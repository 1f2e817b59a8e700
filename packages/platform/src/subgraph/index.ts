export * from './api.ts';
export * from './guarded-schema.ts';
export * from './health.ts';
export * from './island.ts';
export * from './open-island.ts';
export * from './process.ts';
export * from './worker.ts';
