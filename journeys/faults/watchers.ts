import type { Persona } from '@academy/kernel';
import type { TenantSlug } from '@academy/testing/people';
import type { Person } from '../src/person.ts';
import { certificationFeed, certificationsFeed, type Feed, notificationFeed, reportFeed } from './feeds.ts';
import type { History } from './history.ts';
import { createRandom, type Random } from './random.ts';
import { STAFF } from './staff.ts';
import type { System } from './system.ts';
import { TRANSPORT_NAMES, type TransportName } from './transports.ts';
import { startWatching, type WatchingClient } from './watching-client.ts';
import type { OpenCase } from './writers.ts';

/** Everyone who watches in one run. */
export type Watchers = {
  readonly clients: readonly WatchingClient[];
  certifierOf(tenant: TenantSlug): Promise<Person>;
  /** Over each transport, by its learner and by staff in turn, with event scalars alone and with fields of other islands in turn. */
  watchCase(one: OpenCase, index: number): Promise<void>;
  /** By its learner, over one transport. */
  watchAsLearner(one: OpenCase): Promise<void>;
  /** By staff, over WebSocket and over SSE. */
  watchAsStaff(one: OpenCase): Promise<void>;
  /** All changes of the tenant over each transport, and those to certain states over two. */
  watchTenant(tenant: TenantSlug): Promise<void>;
  /** What a learner is notified of, over two transports. */
  watchNotifications(tenant: TenantSlug, person: string): Promise<void>;
  watchReport(tenant: TenantSlug): Promise<void>;
  /** Staff of one tenant watch a case of another, over each transport: they must be refused, again and again. */
  intrude(tenant: TenantSlug, foreign: OpenCase): Promise<void>;
  stop(): void;
};

/** Nobody watches yet. */
export function openWatchers(system: System, history: History, random: Random): Watchers {
  const clients: WatchingClient[] = [];
  const intruders: WatchingClient[] = [];

  async function start(name: string, feed: Feed, transport: TransportName, person: string, persona: Persona) {
    const { headers } = await system.processes.person(feed.tenant, person, persona);
    return startWatching({
      name: `${name} ${transport}`,
      feed,
      transport,
      origin: system.origin,
      authorization: headers['authorization'] ?? '',
      history,
      random: createRandom(random.whole(1, 2 ** 31)),
    });
  }
  const anyTransport = () => random.pick(TRANSPORT_NAMES);

  return {
    clients,
    certifierOf: (tenant) => system.processes.person(tenant, STAFF[tenant].certifier, 'certifier'),
    async watchCase({ tenant, id, learner }, index) {
      for (const [turn, transport] of TRANSPORT_NAMES.entries()) {
        const place = index + turn;
        const feed = certificationFeed(tenant, id, place % 4 < 2);
        const isStaff = place % 2 === 1;
        const viewer = isStaff ? STAFF[tenant].certifier : learner;
        clients.push(await start(`${tenant}-${index + 1}`, feed, transport, viewer, isStaff ? 'certifier' : 'learner'));
      }
    },
    async watchAsLearner({ tenant, id, learner }) {
      const feed = certificationFeed(tenant, id, true);
      clients.push(await start(`${tenant} ${learner}`, feed, anyTransport(), learner, 'learner'));
    },
    async watchAsStaff({ tenant, id }) {
      const certifier = STAFF[tenant].certifier;
      for (const transport of ['graphql-ws', 'graphql-sse'] as const) {
        const feed = certificationFeed(tenant, id, transport === 'graphql-ws');
        clients.push(await start(`${tenant} ${id}`, feed, transport, certifier, 'certifier'));
      }
    },
    async watchTenant(tenant) {
      for (const [turn, transport] of TRANSPORT_NAMES.entries()) {
        const feed = certificationsFeed(tenant, false, turn % 2 === 0);
        clients.push(await start(`all of ${tenant}`, feed, transport, STAFF[tenant].certifier, 'certifier'));
      }
      for (const isFederated of [true, false]) {
        const feed = certificationsFeed(tenant, true, isFederated);
        const name = `some of ${tenant}${isFederated ? ', federated' : ''}`;
        clients.push(await start(name, feed, anyTransport(), STAFF[tenant].certifier, 'certifier'));
      }
    },
    async watchNotifications(tenant, person) {
      for (const isFederated of [true, false]) {
        const feed = notificationFeed(tenant, person, isFederated);
        const name = `${tenant} ${person}’s notifications${isFederated ? ', federated' : ''}`;
        clients.push(await start(name, feed, anyTransport(), person, 'learner'));
      }
    },
    async watchReport(tenant) {
      clients.push(await start(`report of ${tenant}`, reportFeed(tenant), anyTransport(), STAFF[tenant].analyst, 'analyst'));
    },
    async intrude(tenant, foreign) {
      for (const transport of TRANSPORT_NAMES) {
        const feed = certificationFeed(tenant, foreign.id, false);
        intruders.push(await start('intruder', feed, transport, STAFF[tenant].certifier, 'certifier'));
      }
    },
    stop() {
      for (const client of [...clients, ...intruders]) client.stop();
    },
  };
}
