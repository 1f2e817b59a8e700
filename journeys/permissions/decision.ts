import type { DeviationName } from './deviations.ts';

/**
 * What the rule in the access table lets through by itself, where rows decide the rest or the field is reached through a guarded one alone:
 * everyone, whoever may read the audit log of the island, who is signed in (or a process with a scope), whoever another field is for, or whoever is shown another
 * field of the same object (`beside`).
 */
export type Floor =
  | 'everyone'
  | 'signed in'
  | 'the log’s readers'
  | { readonly signedInOr: string }
  | { readonly as: string }
  | { readonly beside: string };

/**
 * What decides a field. A capability of the matrix, with deviations by name; `scope` where a process needs another OAuth scope than the capability's name.
 * `parent`: whoever sees what it belongs to sees it. `key`: an id that the asker had to know.
 */
export type FieldDecision =
  | {
      readonly kind: 'capability';
      readonly capability: string;
      readonly deviations: readonly DeviationName[];
      readonly scope?: string;
      readonly floor?: Floor;
    }
  | { readonly kind: 'parent'; readonly why: string; readonly floor?: Floor }
  | { readonly kind: 'key' };

/** Decisions by type, then by field. */
export type Decisions = Readonly<Record<string, Readonly<Record<string, FieldDecision>>>>;

/** A capability of the matrix decides. */
export function by(capability: string, ...deviations: readonly DeviationName[]): FieldDecision & { kind: 'capability' } {
  return { kind: 'capability', capability, deviations };
}

/** Whoever sees the object sees this. */
export function parent(why: string, floor: Floor = 'everyone'): FieldDecision {
  return { kind: 'parent', why, floor };
}

/** The same decision, of which the rule alone can require only this; the rest is decided where rows are read. */
export function rowsDecide(decision: FieldDecision & { kind: 'capability' }, floor: Floor): FieldDecision {
  return { ...decision, floor };
}

export const key: FieldDecision = { kind: 'key' };

/** The same decision for each of these fields of a type, which are separated by spaces. */
export function each(decision: FieldDecision, fields: string): Readonly<Record<string, FieldDecision>> {
  return Object.fromEntries(fields.split(' ').map((field) => [field, decision]));
}
