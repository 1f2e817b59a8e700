import type { Persona, Principal } from '@academy/kernel';

/** Personas that see lots: a certifier all of the tenant, a centre's admin those of her centre, the others those with a case that they are assigned to. */
export const LOT_READERS = ['certifier', 'centre_admin', 'verifier', 'auditor'] as const satisfies readonly Persona[];

/** Personas that open, fill and close lots: of the tenant, or of her centre. */
export const LOT_KEEPERS = ['certifier', 'centre_admin'] as const satisfies readonly Persona[];

/** Personas that may be of a Grupo de Dictamen: verifiers for the cases that they are assigned to. They verify as well. */
export const RULERS = ['certifier', 'verifier'] as const satisfies readonly Persona[];

/** Whether the viewer may see a lot of her tenant: `isAssigned` is whether it is of her centre, or holds a case that she is assigned to. */
export function maySeeLot(viewer: Principal, { isAssigned }: { readonly isAssigned: boolean }): boolean {
  if (viewer.kind !== 'user') return false;
  if (viewer.persona === 'certifier') return true;
  return isAssigned && (LOT_READERS as readonly Persona[]).includes(viewer.persona);
}
