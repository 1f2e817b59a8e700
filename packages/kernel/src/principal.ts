/** The fourteen personas and duties of the permission matrix. A session acts under exactly one of them. */
export const PERSONAS = [
  'learner',
  'instructor',
  'mentor',
  'evaluator',
  'verifier',
  'certifier',
  'centre_admin',
  'analyst',
  'auditor',
  'employer',
  'privacy_officer',
  'admin',
  'super_admin',
  'service',
] as const;

export type Persona = (typeof PERSONAS)[number];

/** The four duties and the persona whose session they extend. */
export const DUTY_PARENT = {
  mentor: 'instructor',
  verifier: 'certifier',
  centre_admin: 'certifier',
  privacy_officer: 'admin',
} as const satisfies Partial<Record<Persona, Persona>>;

/** Who asks. `anonymous` has a tenant (resolved from the request) and nothing else. */
export type Principal = AnonymousPrincipal | UserPrincipal | ServicePrincipal;

export type AnonymousPrincipal = { readonly kind: 'anonymous'; readonly tenantId: string };

export type UserPrincipal = {
  readonly kind: 'user';
  readonly tenantId: string;
  readonly userId: string;
  readonly persona: Exclude<Persona, 'service'>;
  /** `jti` of the token: what a revocation names. */
  readonly sessionId: string;
  /** End of the session, seconds since the epoch (`exp`). */
  readonly expiresAtSeconds: number;
  /** The super_admin who acts in this person's name; absent when the person acts herself. */
  readonly impersonatorId?: string;
};

export type ServicePrincipal = {
  readonly kind: 'service';
  readonly tenantId: string;
  /** Name of the calling process, e.g. `certification-worker`. */
  readonly service: string;
  readonly scopes: readonly string[];
};

/**
 * The tenant of calls that belong to no tenant, e.g. the gateway's reading of the tenant directory. No row bears it, so whoever acts
 * under it sees no tenant's data.
 */
export const PLATFORM_TENANT_ID = '00000000-0000-4000-8000-000000000000';

/** The persona column of the permission matrix, or undefined for an anonymous caller. */
export function personaOf(principal: Principal): Persona | undefined {
  switch (principal.kind) {
    case 'anonymous':
      return undefined;
    case 'user':
      return principal.persona;
    case 'service':
      return 'service';
  }
}

/** Whether somebody else acts in the person's name. */
export function isImpersonated(principal: Principal): boolean {
  return principal.kind === 'user' && principal.impersonatorId !== undefined;
}

/** True for a text that names a persona. */
export function isPersona(text: unknown): text is Persona {
  return typeof text === 'string' && (PERSONAS as readonly string[]).includes(text);
}
