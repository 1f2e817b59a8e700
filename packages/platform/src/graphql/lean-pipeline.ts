import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, getOperationAST, OperationTypeNode } from 'graphql';
import type { Logger } from '../logger/index.ts';
import type { IslandResponse } from '../topology/transport.ts';
import { createDocuments } from './documents.ts';
import { maskError } from './errors.ts';
import type { OperationPipeline } from './pipeline.ts';

/**
 * The shortest way from a document to its answer: remembered documents, graphql-js, `maskError`. Access rules are part of the schema's
 * resolvers and hold here as anywhere. Answers what Apollo Server would, without its hooks. `onMiss` runs for each document not remembered.
 */
export function openLeanPipeline<Context extends object>(
  schema: GraphQLSchema,
  options: { logger: Logger; onMiss(): void },
): OperationPipeline<Context> {
  const documents = createDocuments(schema, options.onMiss);
  return {
    prepare({ query, operationName }) {
      const checked = documents(query);
      return {
        isQuery: checked.isValid && getOperationAST(checked.document, operationName)?.operation === OperationTypeNode.QUERY,
      };
    },
    async run(request, contextValue) {
      const checked = documents(request.query);
      if (!checked.isValid) return refused(checked.errors);
      const { document } = checked;
      const result = await execute({
        schema,
        document,
        contextValue,
        variableValues: request.variables,
        operationName: request.operationName,
      });
      if (result.errors === undefined) return result as IslandResponse;
      if (getOperationAST(document, request.operationName) === null) return refused(result.errors.map(withoutOperation));
      const errors = result.errors.map((error) => maskError(error, options.logger));
      return result.data === undefined ? { errors } : { data: result.data, errors };
    },
    async stop() {},
  };

  function refused(errors: NonNullable<ExecutionResult['errors']>): IslandResponse {
    return { errors: errors.map((error) => maskError(error, options.logger)) };
  }
}

/** graphql-js gives no code to it; Apollo Server calls it so. */
function withoutOperation(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}
