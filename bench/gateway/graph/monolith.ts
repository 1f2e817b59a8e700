import { buildSchema, type ExecutionResult, type GraphQLFieldResolver, type GraphQLSchema, graphql } from 'graphql';
import {
  isInStock,
  PRODUCTS,
  type Product,
  pageOf,
  productByUpc,
  type Review,
  reviewsByUser,
  reviewsOf,
  shelfOf,
  shippingEstimate,
  USERS,
  type User,
  userById,
} from './data.ts';

const SDL = `type Query {
  me: User user(id: ID!): User users: [User] topProducts(first: Int = 5): [Product] page(n: Int!): [Product] shelf(size: Int!): [Product]
}
type User { id: ID! name: String username: String birthday: Int reviews: [Review] }
type Product { upc: String! name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review] }
type Review { id: ID! body: String product: Product author: User }`;

const FIELDS: Readonly<Record<string, GraphQLFieldResolver<never, unknown>>> = {
  'Query.me': () => USERS[0],
  'Query.user': (_source: never, { id }: Record<string, string>) => userById(id ?? ''),
  'Query.users': () => USERS,
  'Query.topProducts': (_source: never, { first }: Record<string, number>) => PRODUCTS.slice(0, first),
  'Query.page': (_source: never, { n }: Record<string, number>) => pageOf(n ?? 0),
  'Query.shelf': (_source: never, { size }: Record<string, number>) => shelfOf(size ?? 0),
  'User.reviews': () => reviewsByUser(),
  'Product.inStock': (product: Product) => isInStock(product.upc),
  'Product.shippingEstimate': (product: Product) => shippingEstimate(product),
  'Product.reviews': (product: Product) => reviewsOf(product.upc),
  'Review.product': (review: Review) => productByUpc(review.productUpc),
  'Review.author': (review: Review): User | undefined => userById(review.authorId),
};

let schema: GraphQLSchema | undefined;

/** What the graph answers, by graphql-js over the joined data in one process: the measure of every gateway's answer. */
export function askMonolith(query: string, variables: Readonly<Record<string, unknown>>): Promise<ExecutionResult> {
  schema ??= buildSchema(SDL);
  return graphql({
    schema,
    source: query,
    variableValues: variables,
    fieldResolver: (source, args, context, info) => {
      const resolve = FIELDS[`${info.parentType.name}.${info.fieldName}`];
      return resolve === undefined
        ? (source as Record<string, unknown> | undefined)?.[info.fieldName]
        : resolve(source as never, args, context, info);
    },
  });
}
