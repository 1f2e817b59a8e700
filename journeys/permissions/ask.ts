import type { Principal } from '@academy/kernel';

/** What came back: data, and the codes of errors. */
export type Reply = { readonly data: Readonly<Record<string, unknown>> | null; readonly codes: readonly string[] };

/** Asks as a principal. */
export type Ask = (principal: Principal, query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Reply>;

/** An id that nothing bears. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-00000000beef';
