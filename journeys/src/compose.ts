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

const overlay = z.object({ services: z.record(z.string(), service.pick({ environment: true })) });

/**
 * The services of docker-compose.yml, aliases and merges resolved, with the environment that files like `docker-compose.tls.yml` lay over it. Throws when
 * one has a shape that is not ours.
 */
export async function readCompose(...overlays: readonly string[]): Promise<ComposeService[]> {
  const services = await readServices();
  for (const file of overlays) {
    const text = await readFile(join(ROOT, file), 'utf8');
    const laid = overlay.parse(parse(text, { merge: true })).services;
    for (const [name, { environment }] of Object.entries(laid)) {
      const at = services.findIndex((one) => one.name === name);
      const under = services[at];
      if (under === undefined) throw new Error(`docker-compose.yml has no ${name} for ${file} to change.`);
      services[at] = { ...under, environment: { ...under.environment, ...texts(environment) } };
    }
  }
  return services;
}

async function readServices(): Promise<ComposeService[]> {
  const text = await readFile(join(ROOT, 'docker-compose.yml'), 'utf8');
  const document = z.object({ services: z.record(z.string(), service) }).parse(parse(text, { merge: true }));
  return Object.entries(document.services).map(([name, one]) => ({
    name,
    image: one.image,
    command: one.command ?? [],
    environment: texts(one.environment),
    dockerfile: one.build?.dockerfile,
  }));
}

function texts(values: Readonly<Record<string, string | number | boolean>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
}

/** Services that are one of our own processes. */
export function ownProcesses(services: readonly ComposeService[]): ComposeService[] {
  return services.filter((one) => one.command[0] === 'node');
}
