import { DAY_MS, MINUTE_MS, SECOND_MS } from '@academy/kernel';
import type { RedisDoor } from '@academy/platform/redis';

/**
 * A mark is a key in Redis that changes when something happened. What is kept remembers the marks that it depends on, as they were before it
 * was made; it counts only while they are the same. So nothing has to be searched for and deleted, and an answer that was being made while
 * something happened is born stale.
 *
 * | Mark | changes when | ends |
 * |---|---|---|
 * | `Course:{id}` | this course changed | what shows this course by its id |
 * | `Course` | any course changed | lists, and whatever shows courses without saying which |
 * | `Course:*` | courses changed, unknown which | what shows a course by its id |
 */
export type Mark = { readonly tenantId: string; readonly name: string };

/**
 * Entity types that change rarely, by an event that tells of all of them: an answer about nothing else may be kept for a day. Their marks are few: one of the
 * type, and one for each that an event names.
 */
export const STEADY_TYPES: ReadonlySet<string> = new Set(['Standard']);

/** Marks live 20 min, longer than whatever depends on them: an answer is kept 15 min at most. */
export const MARK_LIFE_MS = 20 * MINUTE_MS;

/** The marks of steady types live longer than a day. */
const STEADY_MARK_LIFE_MS = DAY_MS + 20 * MINUTE_MS;

/** How long a mark lives, by the type in its name. */
export function markLifeMs({ name }: Mark): number {
  return STEADY_TYPES.has(name.split(':', 1)[0] ?? '') ? STEADY_MARK_LIFE_MS : MARK_LIFE_MS;
}

/**
 * For this long after a change, answers that depend on it are made but not kept: other islands learn of it by event, and show
 * what follows from it a little later.
 */
export const SETTLE_MS = 10 * SECOND_MS;

/** The marks that change with one entity, or, without an id, with unknown ones of the type. */
export function changedMarks(tenantId: string, type: string, id: string | undefined): Mark[] {
  return [
    { tenantId, name: type },
    { tenantId, name: id === undefined ? `${type}:*` : `${type}:${id}` },
  ];
}

/** The marks on which an answer about one entity depends. */
export function marksOfEntity(tenantId: string, type: string, id: string): Mark[] {
  return [
    { tenantId, name: `${type}:${id}` },
    { tenantId, name: `${type}:*` },
  ];
}

/** The mark of everything that is kept for one person, and of what she did herself. */
export function markOfPerson(tenantId: string, userId: string): Mark {
  return { tenantId, name: `User:${userId}` };
}

/** Key of a mark. */
export function markKey(redis: RedisDoor, { tenantId, name }: Mark): string {
  return redis.key(`t:${tenantId}:cache:mark:${name}`);
}

/** A value that no mark has had before. */
export function newMarkValue(nowMs: number): string {
  return `${nowMs}-${Math.random().toString(36).slice(2, 12)}`;
}

/** Whether what depends on a mark with this value may be kept by now. */
export function isSettled(value: string | null, nowMs: number): boolean {
  return value === null || nowMs - Number.parseInt(value, 10) >= SETTLE_MS;
}
