import type { Principal } from '@academy/kernel';
import type { Asker } from './standing.ts';

/** Someone who asks: whom the matrix knows by a column, and the principal that an island is told of. */
export type Viewer = { readonly name: string; readonly asker: Asker; readonly principal: Principal };

/** Whether the viewer has this OAuth scope; people have none. */
export function hasScope(viewer: Viewer, scope: string): boolean {
  return viewer.principal.kind === 'service' && viewer.principal.scopes.includes(scope);
}
