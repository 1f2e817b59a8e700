import { RedisPubSub } from 'graphql-redis-subscriptions';
import type { Redis, RedisDoor } from '../redis/index.ts';

type PubSubClient = NonNullable<NonNullable<ConstructorParameters<typeof RedisPubSub>[0]>['publisher']>;

/** Tells watchers that something happened: never what. A wake-up may be lost, so whoever waits for one also looks by itself. */
export type Wakes = {
  wake(channel: string): Promise<void>;
  /** `onWake` runs after each wake-up of the channel, until the returned function is called. Waits through outages. */
  onWake(channel: string, onWake: () => void): Promise<() => void>;
  close(): Promise<void>;
};

/** Wake-ups over Redis pub/sub. */
export function createWakes(redis: RedisDoor): Wakes {
  const subscriber = redis.connect('wakes');
  let isClosed = false;
  // The library is typed for the previous major version of ioredis; it uses publish, subscribe, unsubscribe and on('message'), which are the same.
  const pubsub = new RedisPubSub({
    publisher: redis.commands as unknown as PubSubClient,
    subscriber: subscribingClient(subscriber, () => isClosed) as unknown as PubSubClient,
  });
  return {
    wake: (channel) => pubsub.publish(channel, {}),
    async onWake(channel, onWake) {
      const id = await pubsub.subscribe(channel, onWake);
      return () => {
        if (!isClosed) pubsub.unsubscribe(id);
      };
    },
    async close() {
      isClosed = true;
      subscriber.disconnect();
    },
  };
}

/**
 * What the library needs of a subscriber. It leaves promises behind that nobody awaits, so a connection that is closed while a command
 * is on its way would end the process: such a command is left unanswered instead.
 */
function subscribingClient(subscriber: Redis, isClosed: () => boolean) {
  const whileOpen = (error: Error) => {
    if (!isClosed()) throw error;
  };
  return {
    on: (event: string, listener: (...values: unknown[]) => void) => subscriber.on(event, listener),
    subscribe: (channel: string, done: (error: Error | null) => void) => {
      subscriber.subscribe(channel).then(
        () => done(null),
        (error: Error) => {
          if (!isClosed()) done(error);
        },
      );
    },
    unsubscribe: (channel: string) => subscriber.unsubscribe(channel).catch(whileOpen),
    punsubscribe: (channel: string) => subscriber.punsubscribe(channel).catch(whileOpen),
  };
}
