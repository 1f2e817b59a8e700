import type { FaultCode } from '@academy/kernel';
import type { GraphQLError } from 'graphql';
import { withoutSuggestion } from '../errors.ts';

/** A sentence, and the place in the document that it is about. */
export type Mistake = {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
};

/** Why a document, or an operation of it, may not be planned. `status` is for transports that have one. */
export type OperationRefusal = {
  readonly status: 400 | 401 | 403 | 413;
  readonly code: FaultCode;
  /** One to three sentences for the client. */
  readonly mistakes: readonly Mistake[];
};

/** A client learns of this many mistakes at once; looking for more would cost more than it helps. */
export const MAX_MISTAKES = 3;

/** What a client may read of graphql-js's errors. */
export function tellMistakes(errors: readonly GraphQLError[], options: { isIntrospectionOn: boolean }): Mistake[] {
  return errors.slice(0, MAX_MISTAKES).map((error) => {
    const message = options.isIntrospectionOn ? error.message : withoutSuggestion(error.message);
    return error.locations === undefined ? { message } : { message, locations: error.locations };
  });
}

/** A refusal of one sentence. */
export function refuse(
  status: OperationRefusal['status'],
  code: FaultCode,
  message: string,
): { ok: false; error: OperationRefusal } {
  return { ok: false, error: { status, code, mistakes: [{ message }] } };
}
