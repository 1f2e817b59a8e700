export * from './answer.ts';
export * from './call-failure.ts';
export { type ConnectionLimits, defaultConnectionLimits } from './http-connections.ts';
export { MAX_RESPONSE_BYTES } from './http-exchange.ts';
export * from './http-transport.ts';
export * from './in-process-transport.ts';
export * from './transport.ts';
