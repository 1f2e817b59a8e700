import { fileURLToPath } from 'node:url';
import {
  courseCompleted,
  coursePublished,
  courseStandardOutdated,
  dataPartReported,
  enrollmentMentorSet,
  enrollmentStarted,
  lessonCompleted,
} from '@academy/contracts';
import { personPlacedReaction } from '@academy/platform/centres';
import { personaHolderReactions } from '@academy/platform/events';
import type { IslandDefinition } from '@academy/platform/subgraph';
import { access } from './access.ts';
import { courseErasure } from './data-erasure.ts';
import { onAlignmentAffected } from './events/conocer-alignment-affected.ts';
import { onPersonaRevoked } from './events/users-persona-revoked.ts';
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
    emits: [
      coursePublished,
      enrollmentStarted,
      enrollmentMentorSet,
      lessonCompleted,
      courseCompleted,
      courseStandardOutdated,
      dataPartReported.courses,
    ],
    reactions: [...personaHolderReactions, onPersonaRevoked, personPlacedReaction, courseErasure.reaction, onAlignmentAffected],
    jobs: [courseErasure.job],
    scopes: [],
    openServices: () => ({}),
  };
}
