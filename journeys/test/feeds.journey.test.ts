import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import type { Person } from '../src/person.ts';
import type { Watch } from '../src/watch.ts';

const SOLAR = 'instalacion-fotovoltaica';
const NO_COURSE = '01956f00-0000-7000-8000-00000000c001';

const CERTIFICATIONS = `subscription ($filter: CertificationsStatusChangedFilter, $after: String) {
  certificationsStatusChanged(filter: $filter, after: $after) {
    kind position seq previousStatus status occurredAt resume
    certification { id candidate { displayName } course { slug } }
    snapshot { id status course { slug } }
  }
}`;
const NOTIFICATIONS = `subscription ($after: String) {
  notificationReceived(after: $after) { kind number topic sentAt resume notification { id topic text sentAt } snapshot { id topic } }
}`;
const REPORT = `subscription ($after: String) {
  reportUpdated(report: COMPLETION, after: $after) {
    kind report version occurredAt resume
    completionReport(first: 2) { minimumGroupSize rows { edges { node { isSuppressed course { slug } } } } }
  }
}`;

let graph: Graph;
let analyst: Person;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await bootGraph();
  analyst = await graph.person('raices', 'ana', 'analyst');
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
});
afterAll(() => graph[Symbol.asyncDispose]());

function watching(person: Person, query: string, variables: Record<string, unknown> = {}, over?: 'sse'): Watch {
  const watch = person.subscribes(query, variables, over);
  open.push(watch);
  return watch;
}
const eventsOf = (watch: Watch, field: string): Loose[] => watch.events.map((event) => event[field]);
const upwards = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

describe('while a learner becomes certified', () => {
  let positions: Loose[];
  let beforeNotices: Loose;
  let notices: Loose[];

  test('staff see every step of the tenant, she is notified, and the report of analysts changes', {
    timeout: 60_000,
  }, async () => {
    const { alice, carla } = graph;
    const staff = [watching(carla, CERTIFICATIONS), watching(carla, CERTIFICATIONS, {}, 'sse')];
    const elsewhere = watching(await graph.person('solaris', 'carla', 'admin'), CERTIFICATIONS);
    const hers = watching(alice, NOTIFICATIONS);
    const his = watching(graph.diego, NOTIFICATIONS);
    const report = watching(analyst, REPORT);
    const first = await report.sees('a snapshot', () => true);
    for (const watch of [...staff, elsewhere, hers, his]) await watch.sees('a snapshot', () => true);
    const enrollmentId = await alice.completesCourse(SOLAR);
    const id = await alice.certificationOf(enrollmentId);

    for (const watch of staff) {
      await watch.sees('the official certificate', ({ certificationsStatusChanged: event }) => event.status === 'ISSUED');
      const [snapshot, ...changes] = eventsOf(watch, 'certificationsStatusChanged');
      expect(snapshot).toMatchObject({ kind: 'SNAPSHOT', seq: null, status: null, certification: null });
      expect(snapshot.snapshot).toBeInstanceOf(Array);
      expect(changes.map(({ position }) => position)).toEqual(upwards(snapshot.position + 1, changes.length));
      expect(changes.map(({ seq }) => seq)).toEqual(upwards(1, changes.length));
      for (const change of changes) {
        expect(change).toMatchObject({ kind: 'CHANGE', snapshot: null, certification: { id, course: { slug: SOLAR } } });
      }
      positions = changes;
    }
    await hers.sees('the news of it', ({ notificationReceived: event }) => event.topic === 'certification.issued');
    const [snapshot, ...told] = eventsOf(hers, 'notificationReceived');
    expect(snapshot).toMatchObject({ kind: 'SNAPSHOT', topic: null, notification: null });
    expect(told.map(({ number }) => number)).toEqual(upwards(snapshot.number + 1, told.length));
    for (const { topic, sentAt, notification } of told) expect(notification).toMatchObject({ topic, sentAt });
    beforeNotices = snapshot;
    notices = told;

    const before = first.reportUpdated;
    expect(before).toMatchObject({ kind: 'SNAPSHOT', report: 'COMPLETION', completionReport: { minimumGroupSize: 10 } });
    await report.sees('another version', ({ reportUpdated: event }) => event.version > before.version);
    const versions = eventsOf(report, 'reportUpdated').map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    expect(new Set(versions).size).toBe(versions.length);

    expect(eventsOf(elsewhere, 'certificationsStatusChanged')).toHaveLength(1);
    expect(eventsOf(his, 'notificationReceived')).toHaveLength(1);
    for (const watch of open) expect(watch.ends).toEqual([]);
  });

  test('who comes back with a token has what followed it, from the log', async () => {
    const [one] = positions;
    const again = watching(graph.carla, CERTIFICATIONS, { after: one.resume }, 'sse');
    await again.sees('the last change', ({ certificationsStatusChanged: event }) => event.position === positions.at(-1).position);
    expect(eventsOf(again, 'certificationsStatusChanged')).toEqual(positions.slice(1));
    const hers = watching(graph.alice, NOTIFICATIONS, { after: beforeNotices.resume });
    await hers.sees('the last one', ({ notificationReceived: event }) => event.number === notices.at(-1).number);
    expect(eventsOf(hers, 'notificationReceived')).toEqual(notices);
  });

  test('a filter lets through what it names, a snapshot shows what there is, and a token is of its filter', async () => {
    const watch = watching(graph.carla, CERTIFICATIONS, { filter: { status: ['ISSUED'] } });
    const { certificationsStatusChanged: snapshot } = await watch.sees('a snapshot', () => true);
    expect(snapshot.snapshot.map(({ status }: Loose) => status)).toContain('ISSUED');
    expect(new Set(snapshot.snapshot.map(({ status }: Loose) => status))).toEqual(new Set(['ISSUED']));
    const refused = watching(graph.carla, CERTIFICATIONS, { filter: { status: ['ISSUED'] }, after: positions[0].resume });
    expect(await refused.ended()).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const ofNoCourse = watching(graph.carla, CERTIFICATIONS, { filter: { courseId: NO_COURSE } });
    const { certificationsStatusChanged: none } = await ofNoCourse.sees('a snapshot', () => true);
    expect(none).toMatchObject({ kind: 'SNAPSHOT', snapshot: [] });
  });
});

describe('a feed is refused', () => {
  test.each([
    ['the certifications of a tenant, to a learner', CERTIFICATIONS, 'alice'],
    ['a report, to a learner', REPORT, 'alice'],
  ] as const)('%s', async (_what, query, who) => {
    const watch = watching(graph[who], query);
    expect(await watch.ended()).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(watch.events).toEqual([]);
  });

  test('with the token of somebody else', async () => {
    const hers = watching(graph.alice, NOTIFICATIONS);
    const { notificationReceived } = await hers.sees('a snapshot', () => true);
    const his = watching(graph.diego, NOTIFICATIONS, { after: notificationReceived.resume });
    expect(await his.ended()).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
