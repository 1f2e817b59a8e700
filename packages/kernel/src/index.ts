export * from './curp.ts';
export * from './fault.ts';
export * from './ids.ts';
export * from './page.ts';
export * from './principal.ts';
export * from './result.ts';
export * from './seed-id.ts';
export * from './time.ts';
