export * from './wakes.ts';
