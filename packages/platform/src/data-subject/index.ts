export * from './erasure.ts';
export * from './gather.ts';
export * from './source.ts';
