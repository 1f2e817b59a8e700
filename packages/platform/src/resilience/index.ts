export * from './abort.ts';
export * from './dependency-guard.ts';
export * from './pause.ts';
export * from './retry-budget.ts';
export * from './within.ts';
