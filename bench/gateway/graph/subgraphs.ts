import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
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
  userById,
} from './data.ts';

/** One subgraph of a benchmark's graph: its SDL, in federation 2 and, where a peer wants it, in federation 1, and what executes it. */
export type BenchSubgraph = {
  readonly name: string;
  readonly sdl: string;
  readonly firstSdl?: string;
  readonly schema: GraphQLSchema;
};

type Resolvers = Readonly<Record<string, Readonly<Record<string, (source: never, args: never) => unknown>>>>;

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@provides", "@external", "@shareable"])';

const ACCOUNTS = `type Query { me: User user(id: ID!): User users: [User] }
type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`;
const INVENTORY = `type Product @key(fields: "upc") {
  upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
}`;
const PRODUCTS_SDL = `type Query { topProducts(first: Int = 5): [Product] page(n: Int!): [Product] shelf(size: Int!): [Product] }
type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`;
const REVIEWS_SDL = `type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
type Product @key(fields: "upc") { upc: String! reviews: [Review] }`;

/** The four subgraphs of the public gateways benchmark, with a page where nothing repeats and a shelf of any size. */
export function benchSubgraphs(): BenchSubgraph[] {
  return [
    subgraph('accounts', ACCOUNTS, ACCOUNTS.replace('type Query', 'extend type Query').replace('@shareable ', ''), {
      Query: { me: () => USERS[0], user: (_, { id }: { id: string }) => userById(id), users: () => USERS },
      User: { __resolveReference: ({ id }: { id: string }) => userById(id) },
    }),
    subgraph('inventory', INVENTORY, asExtension(INVENTORY, 'Product', 'upc: String!'), {
      Product: {
        __resolveReference: (representation: Product) => ({ ...representation }),
        inStock: ({ upc }: Product) => isInStock(upc),
        shippingEstimate: (product: Product) => shippingEstimate(product),
      },
    }),
    subgraph('products', PRODUCTS_SDL, PRODUCTS_SDL.replace('type Query', 'extend type Query'), {
      Query: {
        topProducts: (_, { first }: { first: number }) => PRODUCTS.slice(0, first),
        page: (_, { n }: { n: number }) => pageOf(n),
        shelf: (_, { size }: { size: number }) => shelfOf(size),
      },
      Product: { __resolveReference: ({ upc }: Product) => productByUpc(upc) },
    }),
    subgraph('reviews', REVIEWS_SDL, asExtension(asExtension(REVIEWS_SDL, 'Product', 'upc: String!'), 'User', 'id: ID!'), {
      Review: {
        product: ({ productUpc }: Review) => ({ upc: productUpc }),
        author: ({ authorId }: Review) => ({ id: authorId, username: userById(authorId)?.username }),
      },
      User: { __resolveReference: ({ id }: { id: string }) => ({ id }), reviews: () => reviewsByUser() },
      Product: {
        __resolveReference: ({ upc }: Product) => ({ upc }),
        reviews: ({ upc }: Product) => reviewsOf(upc),
      },
    }),
  ];
}

/** A subgraph that these resolvers execute. */
export function subgraph(name: string, sdl: string, firstSdl: string | undefined, resolvers: Resolvers): BenchSubgraph {
  const linked = `${LINK}\n${sdl}`;
  return {
    name,
    sdl: linked,
    ...(firstSdl === undefined ? {} : { firstSdl }),
    schema: buildSubgraphSchema([{ typeDefs: parse(linked), resolvers: resolvers as never }]),
  };
}

/** The type as federation 1 wants it where another subgraph owns it. */
function asExtension(sdl: string, type: string, key: string): string {
  const open = new RegExp(`type ${type} @key([^{]*)\\{\\s*${key.replace(/[!:]/g, '\\$&')}`);
  return sdl.replace(open, `extend type ${type} @key$1{ ${key} @external`);
}
