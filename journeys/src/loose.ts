// biome-ignore lint/suspicious/noExplicitAny: answers have many shapes; each test asserts on the one that it asked for
export type Loose = any;
