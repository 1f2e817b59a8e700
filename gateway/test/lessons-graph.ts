import type { Subgraphs } from './federated.ts';

export type Lesson = { id: string; slug: string; title: string; minutes: number; rank: string };

export const LESSONS: readonly Lesson[] = [
  { id: 'l1', slug: 'panel', title: 'Panels', minutes: 30, rank: 'r9' },
  { id: 'l2', slug: 'inverter', title: 'Inverters', minutes: 45, rank: 'r8' },
];
/** The catalogue has it, sales does not. */
const UNSOLD: Lesson = { id: 'unsold', slug: 'sketch', title: 'Sketches', minutes: 5, rank: 'r7' };
/** Its slug cannot be read. */
const BROKEN: Lesson = { id: 'broken', slug: '', title: 'Breakers', minutes: 15, rank: 'r6' };

/** The lesson with this id, or with this slug. */
export function lessonBy(key: Partial<Lesson>): Lesson | null {
  const isIt = (lesson: Lesson) => (key.id === undefined ? lesson.slug === key.slug : lesson.id === key.id);
  return [...LESSONS, UNSOLD, BROKEN].find(isIt) ?? null;
}

const catalogue: Subgraphs[string] = {
  sdl: `
    type Query {
      lessons: [Lesson!]!
      lessonsTwice: [Lesson!]!
      lesson(id: ID!): Lesson
      search(representations: [String!]!): [Lesson!]!
    }
    type Mutation { publish(id: ID!): Lesson withdraw(id: ID!): Lesson }
    type Lesson @key(fields: "id") {
      id: ID! slug: String! title: String! minutes: Int! rank: ID author: Author
      price(currency: String!, discount: Int): Int
    }
    type Author { name(form: String): String city: String }`,
  resolvers: {
    Query: {
      lessons: () => LESSONS,
      lessonsTwice: () => [...LESSONS, ...LESSONS],
      lesson: (_: unknown, { id }: { id: string }) => lessonBy({ id }),
      search: (_: unknown, { representations }: { representations: string[] }) =>
        LESSONS.filter(({ slug }) => representations.includes(slug)),
    },
    Mutation: {
      publish: (_: unknown, { id }: { id: string }) => lessonBy({ id }),
      withdraw: (_: unknown, { id }: { id: string }) => lessonBy({ id }),
    },
    Lesson: {
      __resolveReference: ({ id }: Lesson) => lessonBy({ id }),
      slug({ slug }: Lesson) {
        if (slug === '') throw new Error('no slug');
        return slug;
      },
      author: () => ({}),
      price: ({ minutes }: Lesson, { currency, discount = 0 }: { currency: string; discount?: number }) =>
        minutes * (currency === 'MXN' ? 20 : 1) - discount,
    },
    Author: { name: (_: unknown, { form }: { form?: string }) => (form === 'full' ? 'Ana Ruiz' : 'Ana'), city: () => 'Puebla' },
  },
};

const sales: Subgraphs[string] = {
  sdl: `
    type Lesson @key(fields: "id") {
      id: ID! title: String! @external minutes: Int! @external author: Author @external
      price(currency: String!, discount: Int): Int @external
      label: String @requires(fields: "title minutes")
      tagMxn: String @requires(fields: "price(currency: \\"MXN\\")")
      tagUsd: String @requires(fields: "price(currency: \\"USD\\")")
      credit: String @requires(fields: "author { name(form: \\"full\\") city }")
      byline: String @requires(fields: "author { name }")
      seats: Int
      stock: Int!
    }
    type Author @external { name(form: String): String city: String }`,
  resolvers: {
    Lesson: {
      __resolveReference: (reference: Lesson) => (reference.id === UNSOLD.id ? null : reference),
      label: ({ title, minutes }: Lesson) => `${title}, ${minutes} min`,
      tagMxn: ({ price }: { price: number }) => `MXN ${price}`,
      tagUsd: ({ price }: { price: number }) => `USD ${price}`,
      credit: ({ author }: { author: { name: string; city: string } }) => `${author.name} (${author.city})`,
      byline: ({ author }: { author: { name: string } }) => author.name,
      seats: ({ id }: Lesson) => ({ l1: 10, l2: 20 })[id] ?? -1,
      stock: () => 1,
    },
  },
};

/** What a lesson is (catalogue), and what it costs and is called on a certificate (sales), which needs what it is. */
export const lessonsGraph: Subgraphs = { catalogue, sales };
