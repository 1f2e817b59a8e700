import type { DataIsland as StoredIsland } from '../../../domain/data-request.ts';
import type { DataIsland, DataRequestPartResolvers } from '../../types.generated.ts';

const ISLAND_NAMES = {
  users: 'USERS',
  courses: 'COURSES',
  certification: 'CERTIFICATION',
  conocer: 'CONOCER',
  analytics: 'ANALYTICS',
} as const satisfies Record<StoredIsland, DataIsland>;

export const DataRequestPart: DataRequestPartResolvers = {
  island: ({ island }) => ISLAND_NAMES[island],
};
