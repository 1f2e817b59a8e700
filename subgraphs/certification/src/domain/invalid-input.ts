/** A value of an input that cannot be accepted; `field` is its path in the input. */
export type InvalidInput = { readonly kind: 'InvalidInput'; readonly field: string; readonly message: string };
