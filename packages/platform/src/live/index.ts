export * from './live-readers.ts';
export * from './wakes.ts';
