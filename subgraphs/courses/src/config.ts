import { islandConfig } from '@academy/platform/subgraph';

/** The variables of the island's processes: this island adds none to those of every island. */
export const coursesConfig = islandConfig;
