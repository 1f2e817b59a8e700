export * from './client.ts';
export * from './identity.ts';
export * from './names.ts';
export * from './server.ts';
export * from './variables.ts';
