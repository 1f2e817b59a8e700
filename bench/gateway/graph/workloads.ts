/** One operation and the variables of each request in turn. */
export type Workload = {
  readonly name: string;
  readonly about: string;
  readonly query: string;
  readonly operationName: string;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
};

/** Pages that are asked in turn: far more than connections, so that no two requests under way are alike. */
const PAGES = 400;
/** All page numbers have four digits, so that all responses have about the same size. */
const FIRST_PAGE = 1_000;

const BIG = `fragment User on User { id username name }
fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }
query Big {
  users { ...User reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } } }
  topProducts { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
}`;

const PAGE = `query Page($n: Int!) {
  page(n: $n) { upc name price weight inStock shippingEstimate reviews { id body author { id username name } } }
}`;

const LIGHT = `query Light($n: Int = 3) { topProducts(first: $n) { upc name price inStock reviews { id author { id username } } } }`;

export const WORKLOADS: readonly Workload[] = [
  {
    name: 'big',
    about: "the public gateways benchmark's query: deep, many repeated entities",
    query: BIG,
    operationName: 'Big',
    variables: [{}],
  },
  {
    name: 'page',
    about: `20 products, 3 reviews each, every author another; ${PAGES} pages in turn, so that nothing repeats`,
    query: PAGE,
    operationName: 'Page',
    variables: Array.from({ length: PAGES }, (_, index) => ({ n: FIRST_PAGE + index })),
  },
  {
    name: 'light',
    about: 'three products with stock and reviews: an everyday query',
    query: LIGHT,
    operationName: 'Light',
    variables: [{ n: 3 }],
  },
];

/** The request bodies of a workload, in the order of `variables`. */
export function bodiesOf({ query, operationName, variables }: Workload): string[] {
  return variables.map((one) => JSON.stringify({ query, operationName, variables: one }));
}
