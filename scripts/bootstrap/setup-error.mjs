/**
 * An obstacle on this machine, not a bug of ours. Its message says what was expected, what came and what to do,
 * and is printed without a stack.
 */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}
