import { fileURLToPath } from 'node:url';
import { courseCompleted, coursePublished, enrollmentStarted, lessonCompleted } from '@academy/contracts';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { access } from './access.ts';
import { resolvers } from './schema/resolvers.generated.ts';
import { typeDefs } from './schema/type-defs.generated.ts';
import { createLoaders, type Loaders } from './store/loaders.ts';

/** The courses island as one value: catalogue, enrolments, progress and final assessments. */
export function defineCourses(): IslandDefinition<Loaders, object> {
  return {
    name: 'courses',
    typeDefs,
    resolvers,
    access,
    migrations: fileURLToPath(new URL('../migrations', import.meta.url)),
    createLoaders,
    emits: [coursePublished, enrollmentStarted, lessonCompleted, courseCompleted],
    reactions: [],
    jobs: [],
    scopes: [],
    openServices: () => ({}),
  };
}
