/** Rows of the benchmark's four subgraphs. The fixed ones have the shape and the sizes of the public gateways benchmark's data. */
export type User = { readonly id: string; readonly username: string; readonly name: string; readonly birthday: number };
export type Product = { readonly upc: string; readonly name: string; readonly price: number; readonly weight: number };
export type Review = { readonly id: string; readonly body: string; readonly productUpc: string; readonly authorId: string };

/** Products on one page of the workload in which nothing repeats, and reviews of each. */
const PAGE_SIZE = 20;
const REVIEWS_OF_A_PAGE_PRODUCT = 3;
const SHELF_NUMBER = 7;

const WORDS =
  'a course in the orchard begins with water and light then soil compost and patience until the harvest is weighed and told'.split(
    ' ',
  );

export const USERS: readonly User[] = ['Ana', 'Bruno', 'Carla', 'Darío', 'Elisa', 'Fermín'].map((name, index) => ({
  id: String(index + 1),
  username: name.toLowerCase(),
  name: `${name} R`,
  birthday: 1_234_567_890,
}));

export const PRODUCTS: readonly Product[] = (
  [
    ['Table', 899, 100],
    ['Couch', 1_299, 1_000],
    ['Glass', 15, 20],
    ['Chair', 499, 100],
    ['Screen', 1_299, 1_000],
    ['Lamp', 6_999, 300],
    ['Grill', 3_999, 2_000],
    ['Fridge', 100_000, 6_000],
    ['Sofa', 9_999, 800],
  ] as const
).map(([name, price, weight], index) => ({ upc: String(index + 1), name, price, weight }));

const IN_STOCK = new Set(['1', '5', '6', '7', '9']);

/** Length of each review's body and its product; all are by the first user, as in the public benchmark. */
const REVIEWS: readonly Review[] = (
  [
    [445, '1'],
    [285, '1'],
    [275, '1'],
    [143, '1'],
    [445, '2'],
    [285, '2'],
    [275, '2'],
    [143, '2'],
    [143, '3'],
    [143, '4'],
    [812, '4'],
  ] as const
).map(([length, productUpc], index) => ({ id: String(index + 1), body: prose(index, length), productUpc, authorId: '1' }));

export function userById(id: string): User | undefined {
  if (id.startsWith('u')) return { id, username: `user-${id}`, name: `Name ${id}`, birthday: 1 };
  return USERS.find((user) => user.id === id);
}

export function productByUpc(upc: string): Product | undefined {
  const place = /^p(\d+)-(\d+)$/.exec(upc);
  if (place === null) return PRODUCTS.find((product) => product.upc === upc);
  const [page, index] = [Number(place[1]), Number(place[2])];
  return {
    upc,
    name: `Product ${page}/${index}`,
    price: (page * 37 + index * 53) % 2_000,
    weight: (page * 11 + index * 7) % 900,
  };
}

/** Page `n`: products that are on no other page, in the order of their codes. */
export function pageOf(n: number, size = PAGE_SIZE): Product[] {
  return Array.from({ length: size }, (_, index) => productByUpc(`p${n}-${index}`)).filter((product) => product !== undefined);
}

/** A page of any size, for responses of any size. */
export function shelfOf(size: number): Product[] {
  return pageOf(SHELF_NUMBER, size);
}

/** Reviews of a product; those of a page's product have authors who wrote no other. */
export function reviewsOf(upc: string): readonly Review[] {
  if (!upc.startsWith('p')) return REVIEWS.filter((review) => review.productUpc === upc);
  return Array.from({ length: REVIEWS_OF_A_PAGE_PRODUCT }, (_, index) => ({
    id: `${upc}-r${index}`,
    body: prose(upc.charCodeAt(1) + index, 140 + index * 30),
    productUpc: upc,
    authorId: `u${upc.slice(1)}-${index}`,
  }));
}

/** What the public benchmark's subgraph says of any user. */
export function reviewsByUser(): readonly Review[] {
  return REVIEWS.slice(0, 2);
}

export function isInStock(upc: string): boolean {
  return upc.startsWith('p') ? upc.length % 2 === 0 : IN_STOCK.has(upc);
}

export function shippingEstimate({ price, weight }: Pick<Product, 'price' | 'weight'>): number {
  return price > 1_000 ? 0 : Math.floor(weight / 2);
}

function prose(seed: number, length: number): string {
  let text = '';
  for (let step = seed; text.length < length; step += 1) text += `${WORDS[(step * 7 + seed) % WORDS.length]} `;
  return `${text.slice(0, length - 1).trim()}.`;
}
