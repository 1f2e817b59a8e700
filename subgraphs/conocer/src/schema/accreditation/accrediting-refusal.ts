import { unreachable } from '@academy/kernel';
import type { AccreditingRefusal } from '../../store/accrediting.ts';
import { invalidInput, invalidState } from '../refusals.ts';

/** The union member that says why an accreditation was not put on record or ended. */
export function accreditingRefusal(refusal: Exclude<AccreditingRefusal, { readonly kind: 'NotFound' }>) {
  switch (refusal.kind) {
    case 'InvalidInput':
      return invalidInput(refusal);
    case 'Herself':
      return invalidState('Nobody accredits herself, or ends what accredits her; ask another certifier of your tenant.');
    case 'NoEvaluator':
      return invalidState('A person who holds the persona evaluator in your tenant was expected; grant it to her first.');
    case 'Known':
      return invalidState('This document is on record already; look for it by its folio, or end that record first.');
    case 'Ended':
      return invalidState('An accreditation that stands was expected; this one has ended already.');
    default:
      return unreachable(refusal);
  }
}
