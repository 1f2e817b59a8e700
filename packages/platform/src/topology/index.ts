export * from './http-transport.ts';
export * from './in-process-transport.ts';
export * from './transport.ts';
