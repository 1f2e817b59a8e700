import { Fault, type PageRequest, readPage } from '@academy/kernel';

/** The page that a connection field's arguments ask for; throws BAD_USER_INPUT when they cannot be met. `scope` names the list, `keyLength` counts the parts of its sort key. */
export function pageOrFault(
  scope: string,
  keyLength: number,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): PageRequest {
  const page = readPage(scope, keyLength, args);
  if (!page.ok) throw new Fault('BAD_USER_INPUT', page.error.message);
  return page.value;
}
