import { alignmentAffected, courseStandardOutdated } from '@academy/contracts';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courseOf, openSchool, type School } from './school.ts';

const raices = tenantIdOf('raices');
const { id: courseId } = courseOf('raices', 'instalacion-fotovoltaica');

let school: School;
beforeAll(async () => {
  school = await openSchool();
});
afterAll(() => school.close());

const affected = (changes: object = {}) => ({
  tenantId: raices,
  subject: courseId,
  data: { courseId, standardCode: 'EC0586.01', status: 'SUPERSEDED', supersededBy: 'EC0586.02', ...changes } as const,
});
const told = async (tenantId = raices) => (await school.emitted(tenantId, courseStandardOutdated)).map(({ data }) => data);

describe('a course whose standard is no longer in force', () => {
  test('is told of with who teaches it, once however often the news come', async () => {
    const event = await school.deliver(alignmentAffected, affected());
    await school.deliver(alignmentAffected, { ...event, occurredAt: new Date(event.occurredAt) });
    expect(await told()).toEqual([
      {
        courseId,
        courseTitle: expect.stringContaining('fotovoltaic'),
        instructorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        standardCode: 'EC0586.01',
        status: 'SUPERSEDED',
        supersededBy: 'EC0586.02',
      },
    ]);
    expect((await told())[0]?.instructorId).not.toBe(userIdOf('raices', 'alice'));
  });

  test('is not when its author names another standard, when there is no such course, or when it is another tenant’s', async () => {
    const before = await told();
    await school.deliver(alignmentAffected, affected({ standardCode: 'EC0001' }));
    await school.deliver(alignmentAffected, affected({ courseId: '01956f00-0000-7000-8000-0000000000ff' }));
    const elsewhere = tenantIdOf('solaris');
    await school.deliver(alignmentAffected, { ...affected(), tenantId: elsewhere });
    expect(await told()).toEqual(before);
    expect(await told(elsewhere)).toEqual([]);
  });
});
