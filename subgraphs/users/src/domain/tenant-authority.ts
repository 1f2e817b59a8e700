import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

/** Whoever certifies a tenant's people officially; the same words in the events and the graph. */
export type AuthorityName = 'SANDBOX' | 'HTTP' | 'MANUAL_LOT' | 'OPEN_BADGES';

/** Beyond this many submissions a minute a tenant is not served apart from the others. */
const MOST_PER_MINUTE = 6_000;

/** Who certifies a tenant's people, and how many cases a minute it agreed to take; null: as the installation has it. */
export type AuthorityChoice = { readonly authority: AuthorityName | null; readonly submissionsPerMinute: number | null };

/** What is to change; undefined stays as it is. */
export type AuthorityChange = { readonly [Field in keyof AuthorityChoice]?: AuthorityChoice[Field] | undefined };

/** The choice with the change applied. Refuses an authority that this installation does not work with, and a rate that is none. */
export function chooseAuthority(
  before: AuthorityChoice,
  change: AuthorityChange,
  offered: readonly AuthorityName[],
): Result<AuthorityChoice, InvalidInput> {
  const { authority = before.authority, submissionsPerMinute = before.submissionsPerMinute } = change;
  if (change.authority != null && !offered.includes(change.authority)) {
    const message = `This installation works with ${offered.join(', ') || 'no authority that can be chosen'}, got ${change.authority}. Choose one of them, or ask the operator to configure the plug-in.`;
    return fail({ kind: 'InvalidInput', field: 'authority', message });
  }
  const rate = change.submissionsPerMinute;
  if (rate != null && (!Number.isInteger(rate) || rate < 1 || rate > MOST_PER_MINUTE)) {
    const message = `A whole number from 1 to ${MOST_PER_MINUTE} was expected, got ${rate}.`;
    return fail({ kind: 'InvalidInput', field: 'submissionsPerMinute', message });
  }
  return ok({ authority, submissionsPerMinute });
}
