import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, without a trailing slash. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Everything the bootstrap writes, except `node_modules`, is below this folder. */
export const cache = path.join(root, '.cache');

/** Where the servers and the installers write what they say. */
export const logs = path.join(cache, 'logs');

/** One file per lock; see locks.mjs. */
export const locks = path.join(cache, 'locks');
