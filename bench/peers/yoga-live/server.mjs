// GraphQL Yoga with graphql-ws as its documentation joins the two, and plain graphql-redis-subscriptions behind it: one channel a certification.
import { createServer } from 'node:http';
import { RedisPubSub } from 'graphql-redis-subscriptions';
import { useServer } from 'graphql-ws/use/ws';
import { createSchema, createYoga } from 'graphql-yoga';
import { Redis } from 'ioredis';
import { WebSocketServer } from 'ws';

const typeDefs = /* GraphQL */ `
  type Query { hello: String }
  type Subscription { certificationStatusChanged(certificationId: ID!, after: String): CertificationStatusChanged }
  type CertificationStatusChanged {
    kind: String!
    seq: Int!
    previousStatus: String
    status: String!
    hold: String
    occurredAt: String!
    resume: String!
  }
`;
const pubsub = new RedisPubSub({
  publisher: new Redis(process.env.REDIS_URL),
  subscriber: new Redis(process.env.REDIS_URL),
});
const resolvers = {
  Subscription: {
    certificationStatusChanged: {
      subscribe: (_source, { certificationId }) => pubsub.asyncIterator(`certification.${certificationId}`),
      resolve: ({ occurredAt, data }) => ({ kind: 'CHANGE', ...data, occurredAt, resume: '' }),
    },
  },
};

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }) });
const server = createServer(yoga);
useServer(
  {
    execute: (args) => args.rootValue.execute(args),
    subscribe: (args) => args.rootValue.subscribe(args),
    onSubscribe: async (context, _id, params) => {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...context,
        req: context.extra.request,
        socket: context.extra.socket,
        params,
      });
      const args = {
        schema,
        operationName: params.operationName,
        document: parse(params.query),
        variableValues: params.variables,
        contextValue: await contextFactory(),
        rootValue: { execute, subscribe },
      };
      const errors = validate(args.schema, args.document);
      return errors.length > 0 ? errors : args;
    },
  },
  new WebSocketServer({ server, path: yoga.graphqlEndpoint }),
);
server.listen(Number(process.env.PORT), '127.0.0.1');
