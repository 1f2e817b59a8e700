import { Fault, type FaultCode, isFaultCode } from '@academy/kernel';
import { type GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { newId } from '../ids/index.ts';
import type { Logger } from '../logger/index.ts';

/**
 * What may leave an island of an error: the message of a Fault or of GraphQL itself, with its code. Everything else is a bug:
 * it is logged under an id, and only the id leaves.
 */
export function maskError(error: GraphQLError, logger: Logger): GraphQLFormattedError {
  const location = {
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
  };
  const thrown = rootOf(error);
  if (thrown instanceof Fault) {
    if (thrown.cause !== undefined) logger.warn({ err: thrown.cause, code: thrown.code, path: error.path }, 'fault');
    return { message: thrown.message, ...location, extensions: { code: thrown.code, ...thrown.details } };
  }
  const code = thrown === undefined ? codeOf(error) : undefined;
  if (code !== undefined) return { message: error.message, ...location, extensions: { code } };
  const errorId = newId();
  logger.error({ err: thrown ?? error, errorId, path: error.path }, 'bug');
  return {
    message: `Something went wrong on our side; quote ${errorId} when you report it.`,
    ...location,
    extensions: { code: 'INTERNAL', errorId },
  };
}

/** The code of an error that GraphQL, Apollo Server or a rule raised; undefined when no client may see it. */
function codeOf({ extensions, path, nodes }: GraphQLError): FaultCode | undefined {
  const { validationErrorCode, code } = extensions;
  if (isFaultCode(validationErrorCode)) return validationErrorCode;
  if (isFaultCode(code)) return code;
  if (code === 'OPERATION_RESOLUTION_FAILURE') return 'BAD_REQUEST';
  if (code !== undefined || path !== undefined) return undefined;
  return nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
}

/** The first thing thrown that is not GraphQL's own wrapper; undefined when GraphQL itself raised the error. */
function rootOf(error: GraphQLError): unknown {
  const original: unknown = error.originalError;
  if (original === undefined || original === null) return undefined;
  if (original instanceof Error && original.name === 'GraphQLError') return rootOf(original as GraphQLError);
  return original;
}
