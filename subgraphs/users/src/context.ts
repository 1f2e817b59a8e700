import type { AuthorityName } from '@academy/contracts';
import type { IslandContext } from '@academy/platform/graphql';
import type { Outside } from './outside.ts';
import type { PasswordHashes } from './sign-in/password-hash.ts';
import type { Loaders as StoreLoaders } from './store/loaders.ts';

/** What is made anew for each operation, and the world outside, which answers reads too. */
export type Loaders = StoreLoaders & {
  readonly outside: Outside;
  /** Those that a tenant may choose. */
  readonly authorities: readonly AuthorityName[];
  /** undefined: nobody signs in with a password that is kept here. */
  readonly passwords: PasswordHashes | undefined;
  /** Whether e-mail leaves the academy. */
  readonly isMailOn: boolean;
};

/** What every resolver of the island gets. */
export type Context = IslandContext<Loaders>;
