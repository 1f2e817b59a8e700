/** A value of an input that cannot be accepted; `field` is its path in the input, e.g. `allowedOrigins.2`. */
export type InvalidInput = { readonly kind: 'InvalidInput'; readonly field: string; readonly message: string };

/** The thing is in a state in which this cannot be done. */
export type InvalidState = { readonly kind: 'InvalidState'; readonly message: string };

/** There is no such thing, or none that the actor may know of. */
export type NotFound = { readonly kind: 'NotFound'; readonly message: string };
