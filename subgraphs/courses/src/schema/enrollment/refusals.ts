import type { WrongState } from '../../domain/enrollment.ts';

type Refusal<Name extends string, Code extends string> = {
  readonly __typename: Name;
  readonly code: Code;
  readonly message: string;
};

/** No such thing, or none that the viewer may know of. */
export function notFound(what: 'course' | 'enrolment' | 'lesson' | 'final assessment'): Refusal<'NotFoundError', 'NOT_FOUND'> {
  const where = what === 'lesson' || what === 'final assessment' ? ` in this enrolment's course` : ` with this id`;
  return { __typename: 'NotFoundError', code: 'NOT_FOUND', message: `There is no ${what}${where}.` };
}

/** The idempotency key came with another input before. */
export function conflict({ message }: { readonly message: string }): Refusal<'ConflictError', 'IDEMPOTENCY_CONFLICT'> {
  return { __typename: 'ConflictError', code: 'IDEMPOTENCY_CONFLICT', message };
}

/** A value of the input cannot be accepted. */
export function invalidInput(fault: {
  readonly field: string;
  readonly message: string;
}): Refusal<'InvalidInputError', 'INVALID_INPUT'> & { readonly field: string } {
  return { __typename: 'InvalidInputError', code: 'INVALID_INPUT', field: fault.field, message: fault.message };
}

/** The enrolment's state forbids it. */
export function invalidState({ status, expected }: WrongState): Refusal<'InvalidStateError', 'INVALID_STATE'> {
  const message = `The enrolment is ${status}; this can be done while it is ${expected.join(' or ')}.`;
  return { __typename: 'InvalidStateError', code: 'INVALID_STATE', message };
}
