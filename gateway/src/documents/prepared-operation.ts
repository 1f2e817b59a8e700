import type { DocumentNode, OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { OperationCost } from '../cost/operation-cost.ts';
import type { VariableCheck } from './variable-check.ts';

/**
 * One operation of a valid document: everything about it that hangs on no request. The same object each time, for as long as the document is
 * remembered and the schema is the same, so that others may keep what they make of it in a WeakMap.
 */
export type PreparedOperation = {
  readonly source: string;
  /** SHA-256 of `source`, in lower-case hexadecimal: the id of the document. */
  readonly hash: string;
  /** Shared by all operations of the document. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly kind: OperationTypeNode;
  readonly operationName: string | undefined;
  /** Names, without aliases, of every field on the root. */
  readonly rootFields: readonly string[];
  /** Whether `__schema` or `__type` is among them. */
  readonly showsSchema: boolean;
  /** Whether nothing but these and `__typename` is. */
  readonly showsNothingElse: boolean;
  /** Whether it may be asked without a login. */
  readonly isPublic: boolean;
  readonly cost: OperationCost;
  readonly checkVariables: VariableCheck;
};
