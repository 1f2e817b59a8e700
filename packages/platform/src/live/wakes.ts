import { RedisPubSub } from 'graphql-redis-subscriptions';
import type { RedisDoor } from '../redis/index.ts';

type PubSubClient = NonNullable<NonNullable<ConstructorParameters<typeof RedisPubSub>[0]>['publisher']>;

/** Tells watchers that something happened: never what. A wake-up may be lost, so whoever waits for one also looks by itself. */
export type Wakes = {
  wake(channel: string): Promise<void>;
  /** `onWake` runs after each wake-up of the channel, until the returned function is called. */
  onWake(channel: string, onWake: () => void): Promise<() => void>;
  close(): Promise<void>;
};

/** Wake-ups over Redis pub/sub. */
export function createWakes(redis: RedisDoor): Wakes {
  const subscriber = redis.connect('wakes');
  // The library is typed for the previous major version of ioredis; it uses publish, subscribe, unsubscribe and on('message'), which are the same.
  const pubsub = new RedisPubSub({
    publisher: redis.commands as unknown as PubSubClient,
    subscriber: subscriber as unknown as PubSubClient,
  });
  return {
    wake: (channel) => pubsub.publish(channel, {}),
    async onWake(channel, onWake) {
      const id = await pubsub.subscribe(channel, onWake);
      return () => pubsub.unsubscribe(id);
    },
    async close() {
      subscriber.disconnect();
    },
  };
}
