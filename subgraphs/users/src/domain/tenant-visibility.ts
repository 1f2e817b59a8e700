import type { Principal } from '@academy/kernel';

/** Whether the viewer may read this tenant's name and status: its own by everybody, any by who runs the platform and by a process with `tenant.read`. */
export function mayReadTenant(viewer: Principal, tenantId: string): boolean {
  switch (viewer.kind) {
    case 'anonymous':
      return viewer.tenantId === tenantId;
    case 'user':
      return viewer.tenantId === tenantId || viewer.persona === 'super_admin';
    case 'service':
      return viewer.tenantId === tenantId || viewer.scopes.includes('tenant.read');
  }
}
