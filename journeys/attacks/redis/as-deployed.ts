import type { RedisDoor } from '@academy/platform/redis';
import { readCompose } from '../../src/compose.ts';

/** A Redis whose data are thrown away is set as the one of docker-compose.yml is: what is asked of its settings is asked of those. */
export async function setAsDeployed(owner: RedisDoor): Promise<void> {
  const service = (await readCompose()).find(({ name }) => name === 'redis');
  const words = service?.command ?? [];
  for (const setting of ['appendonly', 'maxmemory-policy']) {
    const value = words[words.indexOf(`--${setting}`) + 1];
    if (!words.includes(`--${setting}`) || value === undefined)
      throw new Error(`docker-compose.yml does not set ${setting} of Redis.`);
    await owner.commands.config('SET', setting, value);
  }
}
