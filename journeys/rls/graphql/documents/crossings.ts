/** Who is shown something of other tenants, because the domain says so; it is not asked for, as it would be found each time. */
export const CROSSINGS: readonly {
  readonly asker: string;
  /** Ids of other tenants' objects of this type are not given to her. */
  readonly type: string;
  /** Nor is this asked by her. */
  readonly root?: string;
  readonly why: string;
}[] = [
  { asker: 'super_admin', type: 'Tenant', why: 'runs the platform: sees and changes every tenant (DOMAIN.md, tenant.config)' },
  {
    asker: 'process with tenant.read',
    type: 'Tenant',
    root: 'tenantDirectory',
    why: 'is the gateway, which must know all tenants before it knows who asks; no token or key of a tenant can have the scope',
  },
];
