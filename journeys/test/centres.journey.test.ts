import { seedId } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { userIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { bootGraph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import type { Person } from '../src/person.ts';
import { until } from '../src/until.ts';

const COURSE = 'instalacion-fotovoltaica';
/** Alice and the centre's admin stand in Cholula, this learner in Xalapa. */
const OF_XALAPA = 'learner-05';
const XALAPA = seedId('centre:raices:xalapa');

const CASES = 'subscription { certificationsStatusChanged { kind position status certification { id } } }';
const NUMBERS = 'subscription { certificationsStatusChanged { kind position } }';
const ALL = `query ($certification: ID!, $enrollment: ID!, $user: ID!) {
  certification(id: $certification) { id } enrollment(id: $enrollment) { id } user(id: $user) { fullName } }`;
const PLACE = 'mutation ($input: PersonPlaceInput!) { personPlace(input: $input) { __typename } }';

test('a centre’s admin sees and is told of what is of her centre, and whoever moves takes the sight along', async () => {
  await using graph = await bootGraph();
  const noe = await graph.person('raices', 'noe', 'centre_admin');
  const other = await graph.person('raices', OF_XALAPA, 'learner');
  const [cases, numbers] = [noe.subscribes(CASES), noe.subscribes(NUMBERS)];
  const first = (await cases.sees('a snapshot', (event) => event.certificationsStatusChanged.kind === 'SNAPSHOT'))
    .certificationsStatusChanged.position as number;
  await numbers.sees('a snapshot', (event) => event.certificationsStatusChanged.kind === 'SNAPSHOT');

  const theirs = await thingsOf(other, userIdOf('raices', OF_XALAPA));
  await other.seesCertification(theirs.certification, 'ISSUED');
  const hers = await thingsOf(graph.alice, userIdOf('raices', 'alice'));
  await graph.alice.seesCertification(hers.certification, 'ISSUED');
  await cases.sees('the last change', (event) => event.certificationsStatusChanged.status === 'ISSUED');

  const told = cases.events.map((event) => event.certificationsStatusChanged).filter(({ kind }) => kind === 'CHANGE');
  expect(new Set(told.map(({ certification }) => certification.id))).toEqual(new Set([hers.certification]));
  // Also where nothing but what the event itself says is asked for.
  const positions = told.map(({ position }) => position as number);
  await until('as many numbers', async () => (numbers.events.length > positions.length ? true : undefined));
  expect(numbers.events.slice(1).map((event) => event.certificationsStatusChanged.position)).toEqual(positions);
  expect(Math.min(...positions)).toBeGreaterThan(first + 1);

  expect(await shown(noe, hers)).toEqual([true, true, true]);
  expect(await shown(noe, theirs)).toEqual([false, false, false]);

  const input = { userId: userIdOf('raices', 'noe'), centreId: XALAPA, reason: 'Cambio de sede', idempotencyKey: newId() };
  expect(await graph.carla.gets(PLACE, { input })).toEqual({ personPlace: { __typename: 'PersonPlaceSuccess' } });
  await until('everything of her new centre', async () => ((await shown(noe, theirs)).every(Boolean) ? true : undefined));
  expect(await shown(noe, hers)).toEqual([false, false, false]);
  cases.stop();
  numbers.stop();
}, 120_000);

type Things = { certification: string; enrollment: string; user: string };

async function thingsOf(learner: Person, user: string): Promise<Things> {
  const enrollment = await learner.completesCourse(COURSE);
  return { enrollment, certification: await learner.certificationOf(enrollment), user };
}

/** Which of a person's things are shown: her case, her enrolment, she herself. */
async function shown(viewer: Person, things: Things): Promise<boolean[]> {
  const { data } = await viewer.asks(ALL, things);
  const { certification, enrollment, user } = data as Loose;
  return [certification, enrollment, user].map((one) => one !== null);
}
