export * from './nonce-memory.ts';
export * from './rules.ts';
export * from './shield.ts';
export * from './signature.ts';
