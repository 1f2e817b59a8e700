export * from './outbound-fetch.ts';
export * from './outbound-policy.ts';
export * from './outbound-url.ts';
export * from './public-address.ts';
export * from './resolve-outbound.ts';
