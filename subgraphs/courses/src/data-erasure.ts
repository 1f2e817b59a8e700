import { defineErasure } from '@academy/platform/data-subject';
import type { WorkerContext } from '@academy/platform/subgraph';
import { dataSources } from './store/data-sources.ts';
import { eraseLearner } from './store/erase-learner.ts';

/** This island's part in a person's erasure; it waits for nothing. */
export const courseErasure = defineErasure<WorkerContext<object>>({
  island: 'courses',
  sources: dataSources,
  async erase(tx, of) {
    await eraseLearner(tx, of);
    return { kind: 'done' };
  },
});
