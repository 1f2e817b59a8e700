import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as contracts from '@academy/contracts';
import { describe, expect, test } from 'vitest';
import { EVENT_EFFECTS, marksOfEvent, producersOf } from './event-marks.ts';
import { readCacheHints } from './hints.ts';

const supergraph = readFileSync(join(import.meta.dirname, '../../../schema/supergraph.graphql'), 'utf8');
const { keptTypes, isEntity } = readCacheHints(supergraph, 'academy');

const event = (type: string, data: unknown) => ({
  id: '01956f00-0000-7000-8000-000000000001',
  type,
  tenantId: 'raices',
  subject: 'subject',
  occurredAt: '2026-03-02T12:00:00.000Z',
  data,
});
const ID = '01956f00-0000-7000-8000-0000000000a1';
const published = { courseId: ID, slug: 's', title: 't', standardCode: null, instructorId: ID, priceMxn: 0 };

describe('what an event ends', () => {
  test('is decided for every event of the contracts', () => {
    const typesIn = (value: unknown): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      return 'producer' in value && 'type' in value ? [String(value.type)] : [];
    };
    // Some contracts are records of one for each producer.
    const known = Object.values<unknown>(contracts).flatMap((value) =>
      typesIn(value).length > 0 || typeof value !== 'object' || value === null
        ? typesIn(value)
        : Object.values(value).flatMap(typesIn),
    );
    expect(known.length).toBeGreaterThan(20);
    expect(EVENT_EFFECTS.map(({ type }) => type).sort()).toEqual(known.sort());
  });

  test('are entities of the supergraph', () => {
    expect(EVENT_EFFECTS.flatMap(({ entityTypes }) => entityTypes).filter((type) => !isEntity(type))).toEqual([]);
  });

  test('is something for every type that is kept', () => {
    const changing = new Set(EVENT_EFFECTS.flatMap(({ entityTypes }) => entityTypes));
    expect([...keptTypes].filter((type) => !changing.has(type))).toEqual([]);
  });

  test('is the entity and every list of its type', () => {
    expect(marksOfEvent(event(contracts.coursePublished.type, published), keptTypes)).toEqual([
      { tenantId: 'raices', name: 'Course' },
      { tenantId: 'raices', name: `Course:${ID}` },
    ]);
  });

  test('is every entity of the type when the event cannot be read', () => {
    expect(marksOfEvent(event(contracts.coursePublished.type, { of: 'another version' }), keptTypes)).toEqual([
      { tenantId: 'raices', name: 'Course' },
      { tenantId: 'raices', name: 'Course:*' },
    ]);
  });

  test('is every standard when some of the register changed', () => {
    const told = { syncId: ID, standards: [{ code: 'EC0001' }] };
    expect(marksOfEvent(event(contracts.standardRetired.type, told), keptTypes)).toEqual([
      { tenantId: 'raices', name: 'Standard' },
      { tenantId: 'raices', name: 'Standard:*' },
    ]);
  });

  test('is nothing for types that are not kept, and for events that nobody knows', () => {
    const started = { enrollmentId: ID, courseId: ID, learnerId: ID };
    expect(marksOfEvent(event(contracts.enrollmentStarted.type, started), keptTypes)).toEqual([]);
    expect(marksOfEvent(event('mx.madfam.courses.course.painted.v1', {}), keptTypes)).toEqual([]);
  });

  test('is told by those islands alone that own what is kept', () => {
    expect([...producersOf(keptTypes)].sort()).toEqual(['conocer', 'courses', 'users']);
    expect([...producersOf(new Set(['Standard']))]).toEqual(['conocer']);
  });
});
