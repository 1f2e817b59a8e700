import { worker } from '@academy/testing/people';
import type { FieldDecision } from './decision.ts';
import { isShown } from './expectation.ts';
import { allDecisions } from './fields.ts';
import { HOME } from './world-objects.ts';

/** The OAuth scopes with which a process is shown any field at all. */
export function scopesInUse(): readonly string[] {
  const used = allDecisions().flatMap((decision): string[] => {
    if (decision.kind !== 'capability') return [];
    const scope = scopeOf(decision);
    const holder = { name: scope, asker: 'service', principal: worker(HOME, 'matrix', [scope]) } as const;
    const stranger = { ...holder, principal: worker(HOME, 'matrix', []) };
    return isShown(decision, holder, 'other') && !isShown(decision, stranger, 'other') ? [scope] : [];
  });
  return [...new Set(used)].sort();
}

function scopeOf(decision: Extract<FieldDecision, { kind: 'capability' }>): string {
  return decision.scope ?? decision.capability;
}
