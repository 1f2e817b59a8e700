import type { InvalidInput } from '../domain/invalid-input.ts';

/** The union member for a value that cannot be accepted. */
export function invalidInput({ field, message }: InvalidInput) {
  return { __typename: 'InvalidInputError', code: 'INVALID_INPUT', field, message } as const;
}

/** The union member for a state in which it cannot be done. */
export function invalidState(message: string) {
  return { __typename: 'InvalidStateError', code: 'INVALID_STATE', message } as const;
}

/** The union member for what is not there, or is not for the viewer to know of. */
export function notFound(message: string) {
  return { __typename: 'NotFoundError', code: 'NOT_FOUND', message } as const;
}

/** The union member for an idempotency key that came with another input before. */
export function conflict({ message }: { message: string }) {
  return { __typename: 'ConflictError', code: 'IDEMPOTENCY_CONFLICT', message } as const;
}
