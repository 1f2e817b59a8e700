import type { Persona } from '@academy/kernel';
import { instant, integer, tenantId, tenantTable, text, uuid } from '@academy/platform/db';
import { foreignKey, primaryKey, unique } from 'drizzle-orm/pg-core';
import type { DisclosurePurpose } from '../domain/disclosure.ts';
import { tenantDirectory } from './tenants.ts';

/** Evaluation centres of a tenant. */
export const centres = tenantTable(
  'centres',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    /** As the register writes it, e.g. `CE1399-OC063-18`. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Nobody is placed in it from then on; null: it is active. */
    closedAt: instant('closed_at'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    unique('centres_tenant_id_code_key').on(self.tenantId, self.code),
    foreignKey({ columns: [self.tenantId], foreignColumns: [tenantDirectory.id] }),
  ],
);

/** People of a tenant: what the rest of the tenant may need of them. */
export const users = tenantTable(
  'users',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    displayName: text('display_name').notNull(),
    /** Tokens issued before are refused; null: none was revoked yet. */
    accessRevokedBefore: instant('access_revoked_before'),
    /** Since when nobody may read who she is whom the law does not send: her erasure was accepted. */
    blockedAt: instant('blocked_at'),
    /** Since when nothing is left of her but this row. */
    erasedAt: instant('erased_at'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** The evaluation centre that she stands in; null: the academy itself. */
    centreId: uuid('centre_id'),
    /** How often she was placed. */
    placements: integer('placements').notNull().default(0),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    foreignKey({ columns: [self.tenantId], foreignColumns: [tenantDirectory.id] }),
    foreignKey({ columns: [self.tenantId, self.centreId], foreignColumns: [centres.tenantId, centres.id] }),
  ],
);

/** What identifies a person outside of the academy, sealed under her own key; read and written by store/identity.ts alone. */
export const userIdentities = tenantTable(
  'user_identities',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    fullName: text('full_name_sealed').notNull(),
    email: text('email_sealed').notNull(),
    curp: text('curp_sealed'),
    /** Blind indexes: equal for equal values of the tenant, and for nothing else. */
    emailIndex: text('email_index').notNull(),
    curpIndex: text('curp_index'),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.userId] }),
    unique('user_identities_tenant_id_email_index_key').on(self.tenantId, self.emailIndex),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

/** Personas that a person may act under, in the kernel's words. */
export const personaGrants = tenantTable(
  'persona_grants',
  {
    tenantId: tenantId(),
    userId: uuid('user_id').notNull(),
    persona: text('persona').$type<GrantedPersona>().notNull(),
    grantedAt: instant('granted_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.userId, self.persona] }),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);

/** A persona that a person can hold: a service is no person. */
export type GrantedPersona = Exclude<Persona, 'service'>;

/** Who teaches whom, or taught: an instructor sees the people of her own courses. */
export const teachings = tenantTable(
  'teachings',
  {
    tenantId: tenantId(),
    instructorId: uuid('instructor_id').notNull(),
    learnerId: uuid('learner_id').notNull(),
    since: instant('since').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.instructorId, self.learnerId] })],
);

/** Who works with whom by an assignment to a case or to an enrolment; `personId` null: nobody any more. */
export const assignments = tenantTable(
  'assignments',
  {
    tenantId: tenantId(),
    sourceId: uuid('source_id').notNull(),
    personId: uuid('person_id'),
    persona: text('persona', { enum: ['evaluator', 'verifier', 'auditor', 'mentor'] }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    version: integer('version').notNull(),
  },
  (self) => [primaryKey({ columns: [self.tenantId, self.sourceId] })],
);

/** Who was shown what of a person, and why; the runtime role may only add. */
export const disclosures = tenantTable(
  'disclosures',
  {
    tenantId: tenantId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    item: text('item', { enum: ['CURP'] }).notNull(),
    actorId: uuid('actor_id').notNull(),
    actorPersona: text('actor_persona').$type<GrantedPersona>().notNull(),
    purpose: text('purpose').$type<DisclosurePurpose>().notNull(),
    /** Free text; holds no CURP and no address. */
    note: text('note'),
    disclosedAt: instant('disclosed_at').notNull(),
  },
  (self) => [
    primaryKey({ columns: [self.tenantId, self.id] }),
    foreignKey({ columns: [self.tenantId, self.userId], foreignColumns: [users.tenantId, users.id] }).onDelete('cascade'),
  ],
);
