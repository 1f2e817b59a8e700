import { GATEWAY_CORE } from '../../gateway/enter.ts';
import { short } from '../../gateway/measure/figures.ts';
import { whole } from '../figures.ts';
import type { Stage } from '../stage.ts';
import { type Contender, crowd, printTrouble } from './crowd.ts';
import { startRealAcademy } from './real-academy.ts';

/** What lies behind the event comes from three islands: certification, courses, users. */
const DOCUMENT = `subscription Federated($id: ID!, $after: String) {
  certificationStatusChanged(certificationId: $id, after: $after) {
    kind seq occurredAt status
    certification { status hold course { title level } candidate { displayName } }
  }
}`;
const MUST_HAVE = '"displayName":"';
const MOST_WATCHERS = 1_000;
const DELIVERIES_PER_SECOND = 200;

/** Part f: deliveries whose selections reach over three islands of the real academy, in the gateway's process and beside it. */
export async function federated(stage: Stage): Promise<void> {
  const watchers = Math.min(stage.settings.watchers, MOST_WATCHERS);
  console.log(
    `\nf. ${whole(watchers)} watchers, each told fields of three islands, at ${DELIVERIES_PER_SECOND} deliveries/s or half of what is possible; real islands on PostgreSQL, real transitions and relay`,
  );
  for (const calls of ['in-process', 'http'] as const) {
    const isEmbedded = calls === 'in-process';
    const academy = await startRealAcademy(stage, { calls, watchers, ...(isEmbedded ? { core: GATEWAY_CORE } : {}) });
    const gateway = isEmbedded
      ? undefined
      : await stage.startGateway({ name: 'federated', islandUrls: academy.islandUrls, namespace: academy.namespace });
    try {
      const contender: Contender = {
        pid: gateway?.process.pid ?? academy.process.pid,
        ports: [gateway?.port ?? academy.port],
        path: academy.path,
        audience: 'gateway',
        beginsWithAnswer: true,
        profiled: (name, work) => (gateway === undefined ? work() : stage.profiled(gateway, `federated-${name}`, work)),
      };
      const people = await academy.peopleOf(watchers, [{ query: DOCUMENT, mustHave: MUST_HAVE }]);
      const parts = { isSteady: true, isHot: false, isCut: false, deliveriesPerSecond: DELIVERIES_PER_SECOND };
      const figures = await crowd(stage, academy.mover, contender, people, parts);
      const { steady, burstPerSecond, opened } = figures;
      if (steady === undefined) throw new Error('Nothing was measured.');
      console.log(
        `   ${isEmbedded ? 'embedded, islands in the process of the gateway' : 'distributed, gateway and islands in processes of their own'}: opened ${whole(opened.open)} in ${short(opened.tookMs / 1_000)} s; ` +
          `${whole(steady.perSecond)} deliveries/s: p50 ${short(steady.p50Ms)} ms, p99 ${short(steady.p99Ms)} ms from the transaction (stretches: ${steady.eachP99Ms.map(whole).join(', ')}); ${short(steady.cpuMicros / 1_000)} ms CPU a delivery${isEmbedded ? ', islands, relay and workers among it' : ''}; ` +
          `as fast as it goes ${whole(burstPerSecond ?? Number.NaN)} deliveries/s`,
      );
      if (steady.incomplete + steady.lost > 0) {
        console.log(`   ${whole(steady.incomplete)} answers without all fields, ${whole(steady.lost)} lost`);
      }
      printTrouble({ ...opened.trouble, ...steady.trouble });
    } finally {
      await gateway?.process.stop();
      await academy.stop();
    }
  }
}
