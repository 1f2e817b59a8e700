import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** Root of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const service = z.object({
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  image: z.string(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
});

/** One service of docker-compose.yml as far as it concerns a process. */
export type ComposeService = {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly dockerfile: string | undefined;
};

/** The services of docker-compose.yml, aliases and merges resolved. Throws when one has a shape that is not ours. */
export async function readCompose(): Promise<ComposeService[]> {
  const text = await readFile(join(ROOT, 'docker-compose.yml'), 'utf8');
  const document = z.object({ services: z.record(z.string(), service) }).parse(parse(text, { merge: true }));
  return Object.entries(document.services).map(([name, one]) => ({
    name,
    image: one.image,
    command: one.command ?? [],
    environment: Object.fromEntries(Object.entries(one.environment).map(([key, value]) => [key, String(value)])),
    dockerfile: one.build?.dockerfile,
  }));
}

/** Services that are one of our own processes. */
export function ownProcesses(services: readonly ComposeService[]): ComposeService[] {
  return services.filter((one) => one.command[0] === 'node');
}
