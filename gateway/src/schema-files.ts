import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Service } from '@academy/platform/lifecycle';
import type { Logger } from '@academy/platform/logger';

/** The supergraph, and the schema as clients see it. */
export type SchemaFiles = { readonly supergraphSdl: string; readonly apiSdl: string };

/** Reads `supergraph.graphql` and `api.graphql` of a folder. Rejects when one is not there. */
export async function readSchemaFiles(directory: string): Promise<SchemaFiles> {
  const read = (name: string) => readFile(join(directory, name), 'utf8');
  const [supergraphSdl, apiSdl] = await Promise.all([read('supergraph.graphql'), read('api.graphql')]);
  return { supergraphSdl, apiSdl };
}

/**
 * Looks at the folder again and again, and hands over what is new in it: once for each change, when the file has been left alone since the
 * look before. What cannot be read or does not fit is logged, and what was there before stays.
 */
export function watchSchemaFiles(options: {
  directory: string;
  lookEveryMs: number;
  current: SchemaFiles;
  onChange(files: SchemaFiles): Promise<void>;
  logger: Logger;
}): Service {
  const { directory, lookEveryMs, onChange, logger } = options;
  let { supergraphSdl: taken } = options.current;
  let changedAtMs = Number.NaN;
  let isLooking = false;

  async function look(): Promise<void> {
    const { mtimeMs } = await stat(join(directory, 'supergraph.graphql'));
    const isSettled = mtimeMs === changedAtMs;
    changedAtMs = mtimeMs;
    if (!isSettled) return;
    const files = await readSchemaFiles(directory);
    if (files.supergraphSdl === taken) return;
    // One that does not fit is not tried again until it changes.
    taken = files.supergraphSdl;
    await onChange(files);
  }
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((thrown: unknown) =>
        logger.error({ err: thrown, directory }, 'another supergraph could not be loaded; the old one stays'),
      )
      .finally(() => {
        isLooking = false;
      });
  }, lookEveryMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
    },
  };
}
