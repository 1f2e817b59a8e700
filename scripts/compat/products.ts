import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccessTable, everyone } from '@academy/platform/access';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import { type GraphQLSchema, parse } from 'graphql';

type User = { email: string; name: string; totalProductsCreated: number | null; yearsOfEmployment: number };
type ProductKey = { id: string } | { sku: string; package: string } | { sku: string; variation: { id: string } };

const DIMENSIONS = { size: 'small', weight: 1, unit: 'kg' };
const CREATOR: User = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};
const RESEARCH = [
  { study: { caseNumber: '1234', description: 'Federation Study' }, outcome: null },
  { study: { caseNumber: '1235', description: 'Studio Study' }, outcome: null },
] as const;
const DEPRECATED = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: CREATOR,
};
const PRODUCTS = [
  {
    id: 'apollo-federation',
    sku: 'federation',
    package: '@apollo/federation',
    variation: { id: 'OSS' },
    research: [RESEARCH[0]],
  },
  { id: 'apollo-studio', sku: 'studio', package: '', variation: { id: 'platform' }, research: [RESEARCH[1]] },
].map((product) => ({ ...product, dimensions: DIMENSIONS, createdBy: CREATOR, notes: null }));

/** The products subgraph of Apollo's compatibility tests, built as our islands are: guarded, with a reference resolver for every entity. */
export function productsSchema(): GraphQLSchema {
  const typeDefs = parse(readFileSync(join(import.meta.dirname, 'products.graphql'), 'utf8'));
  return buildGuardedSchema({ name: 'courses', typeDefs, resolvers, access: ACCESS });
}

const ACCESS: AccessTable = {
  Query: everyone,
  Product: everyone,
  ProductVariation: everyone,
  ProductDimension: everyone,
  ProductResearch: everyone,
  CaseStudy: everyone,
  DeprecatedProduct: everyone,
  User: everyone,
  Inventory: everyone,
};

const resolvers = {
  Query: {
    product: (_: unknown, { id }: { id: string }) => findProduct({ id }),
    deprecatedProduct: (_: unknown, asked: { sku: string; package: string }) => findDeprecated(asked),
  },
  Product: { __resolveReference: findProduct },
  DeprecatedProduct: { __resolveReference: findDeprecated },
  ProductResearch: {
    __resolveReference: ({ study }: { study: { caseNumber: string } }) =>
      RESEARCH.find((research) => research.study.caseNumber === study.caseNumber) ?? null,
  },
  User: {
    // Only `@requires` brings yearsOfEmployment and totalProductsCreated from the users subgraph; what it brought wins.
    __resolveReference: (reference: Partial<User>) => (reference.email === CREATOR.email ? { ...CREATOR, ...reference } : null),
    averageProductsCreatedPerYear: ({ totalProductsCreated, yearsOfEmployment }: User) =>
      totalProductsCreated === null ? null : Math.round(totalProductsCreated / yearsOfEmployment),
  },
  Inventory: { __resolveReference: ({ id }: { id: string }) => ({ id, deprecatedProducts: [DEPRECATED] }) },
};

function findProduct(key: ProductKey) {
  const isAsked = (product: (typeof PRODUCTS)[number]) => {
    if ('id' in key) return product.id === key.id;
    if ('package' in key) return product.sku === key.sku && product.package === key.package;
    return product.sku === key.sku && product.variation.id === key.variation.id;
  };
  return PRODUCTS.find(isAsked) ?? null;
}

function findDeprecated(asked: { sku: string; package: string }) {
  return asked.sku === DEPRECATED.sku && asked.package === DEPRECATED.package ? DEPRECATED : null;
}
