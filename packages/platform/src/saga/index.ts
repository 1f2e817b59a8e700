export { MAX_STEP_FAILURES, MAX_STEP_STARTS } from './advance.ts';
export * from './definition.ts';
export * from './engine.ts';
export { findParkedStep, findParkedSteps, type ParkedStepRow } from './parked-steps.ts';
export type { SagaNeeds } from './saga-needs.ts';
