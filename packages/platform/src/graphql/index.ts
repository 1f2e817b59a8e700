export * from './apollo-pipeline.ts';
export * from './context.ts';
export * from './document-rules.ts';
export * from './errors.ts';
export * from './lean-pipeline.ts';
export * from './page.ts';
export * from './pipeline.ts';
