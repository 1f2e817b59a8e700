import { hash } from 'node:crypto';
import type { Database } from '@academy/platform/db';
import type { IslandName } from '@academy/platform/topology';
import type { Vault } from '@academy/platform/vault';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { fillCredentials } from './fill-credentials.ts';
import {
  ASKING,
  ASSIGNED,
  AWAY,
  COLLEAGUE,
  centreOf,
  courseOf,
  DATA_REQUEST_STATES,
  DUTIES,
  HOME,
  idOf,
  instructorOf,
  mentorOf,
  OWNERS,
  TAUGHT,
} from './world-objects.ts';

type Row = Readonly<Record<string, unknown>>;
/** Rows of one tenant, by table; tables in the order in which they refer to one another. */
type Rows = readonly (readonly [table: string, rows: readonly Row[]])[];

/** In all texts of the other tenant: no answer to the asking tenant may bear it. */
export const AWAY_MARK = 'OF-ANOTHER-TENANT';

/** A standard that the seed knows. */
export const STANDARD = 'EC0325';

/** Changes of the world's cases stand behind this number of their tenant's log, and those of the seed before it. */
export const BEFORE_WORLD = 1_000_000;

/** Newer than anything of the seed, so that lists by age begin with it. */
const NOW = '2030-01-01T00:00:00Z';
const SOON = '2030-01-02T00:00:00Z';

/** The folio of the certificate of somebody's issued case. */
export function folioOf(tenant: TenantSlug, key: string): string {
  return `MATRIX-${tenant}-${key}`.toUpperCase();
}

/**
 * Everybody of `OWNERS` has one of each thing that the graph shows, with no field of it empty: an enrolment with an attempt, a case that was issued and one
 * that is held back, with certificates and submissions, a notification, a portfolio. On top of the seed; for an empty rest of the world.
 */
export async function fillWorld(island: IslandName, database: Database, vault: Vault | undefined): Promise<void> {
  for (const tenant of [HOME, AWAY] as const) {
    await database.pool.begin(async (sql) => {
      await sql`select set_config('app.tenant_id', ${tenantIdOf(tenant)}, true)`;
      for (const [table, rows] of [
        ...(FILLERS[island]?.(tenant) ?? []),
        ...(HAS_LOG.has(island) ? auditRows(tenant) : []),
        ...(KNOWS_CENTRES.has(island) ? placements(tenant) : []),
      ]) {
        for (const row of rows) {
          const whole = OF_NO_TENANT.has(table) ? row : { tenant_id: tenantIdOf(tenant), ...row };
          const columns = Object.keys(whole).join(', ');
          await sql.unsafe(
            `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::text::jsonb) on conflict do nothing`,
            [JSON.stringify(whole)],
          );
        }
      }
      // What is kept is there already: the seed's people whom it placed nowhere, and what its tenants left to the installation.
      if (island === 'conocer') {
        await sql`insert into authority_breakers (authority, side, state, since) values ('SANDBOX', 'SUBMIT', 'OPEN', ${NOW}) on conflict do nothing`;
        await sql`insert into authority_totals (authority, waiting, oldest_at, tenants_away, answered_at, counted_at)
          values ('SANDBOX', 1, ${NOW}, 1, ${NOW}, ${NOW}), ('MANUAL_LOT', 1, ${NOW}, 1, ${NOW}, ${NOW}) on conflict do nothing`;
      }
      if (island === 'users') {
        await sql`update users set centre_id = ${idOf('centre', tenant, 'matrix')} where centre_id is null`;
        await sql`update tenant_directory set settings = jsonb_set(settings, '{policies}', settings->'policies' || '{"authority": "SANDBOX", "submissionsPerMinute": 60}')
          where id = ${tenantIdOf(tenant)}`;
      }
      if (island === 'conocer')
        await sql`update standards set status = 'SUPERSEDED', supersedes = 'EC0301', superseded_by = 'EC0586.01' where code = ${STANDARD}`;
    });
    if (island === 'certification' && vault !== undefined)
      await fillCredentials(database, vault, tenant, { now: NOW, soon: SOON }, (text) => textOf(tenant, text));
  }
}

const FILLERS: Partial<Record<IslandName, (tenant: TenantSlug) => Rows>> = {
  users: (tenant) => [
    [
      'centres',
      [
        {
          id: idOf('centre', tenant, 'matrix'),
          code: 'CE0000-OC000-00',
          name: textOf(tenant, 'Centro'),
          created_at: NOW,
          changed_at: NOW,
        },
      ],
    ],
    [
      'webhooks',
      [
        {
          url: `https://${tenant}.example.mx/${textOf(tenant, 'hook')}`,
          topics: ['CERTIFICATE_ISSUED'],
          sealed_secret: 'none',
          created_at: NOW,
        },
      ],
    ],
    [
      'disclosures',
      keysOf(tenant).map((key) => ({
        id: idOf('disclosure', tenant, key),
        user_id: userIdOf(tenant, key),
        item: 'CURP',
        actor_id: userIdOf(tenant, key),
        actor_persona: 'learner',
        purpose: 'OWN_COPY',
        note: textOf(tenant, 'Nota'),
        disclosed_at: NOW,
      })),
    ],
    ['data_requests', keysOf(tenant).flatMap((key) => DATA_REQUEST_STATES.map((state) => dataRequestRow(tenant, key, state)))],
    [
      'data_request_parts',
      keysOf(tenant).flatMap((key) =>
        DATA_REQUEST_STATES.flatMap((state) => dataPartRows(idOf(`data-request-${state}`, tenant, key))),
      ),
    ],
    [
      'access_revocations',
      [
        {
          id: idOf('revocation', tenant, 'nobody'),
          kind: 'SESSION',
          user_id: idOf('nobody', tenant, 'nobody'),
          session_id: textOf(tenant, 'session'),
          revoked_before: NOW,
          recorded_at: NOW,
          matters_until: SOON,
        },
      ],
    ],
    [
      'impersonations',
      keysOf(tenant).map((key) => ({
        id: idOf('impersonation', tenant, key),
        impersonator_id: userIdOf(HOME, 'operator'),
        user_id: userIdOf(tenant, key),
        persona: 'learner',
        reason: textOf(tenant, 'Motivo'),
        started_at: NOW,
        expires_at: '2030-01-01T00:10:00Z',
        ended_at: '2030-01-01T00:05:00Z',
      })),
    ],
    ['persona_grants', tenant === HOME ? [{ user_id: userIdOf(HOME, COLLEAGUE), persona: 'instructor', granted_at: NOW }] : []],
    [
      'assignments',
      caseAssignments(tenant)
        .map(({ id, person_id, duty, candidate_id }) => ({
          source_id: id,
          person_id,
          persona: duty.toLowerCase(),
          subject_id: candidate_id,
        }))
        .concat(
          keysOf(tenant).map((key) => ({
            source_id: idOf('enrollment', tenant, key),
            person_id: mentorOf(tenant, key),
            persona: 'mentor',
            subject_id: userIdOf(tenant, key),
          })),
        )
        .map((row) => ({ ...row, version: 1 })),
    ],
    [
      'portfolio_entries',
      keysOf(tenant).map((key) => ({
        id: idOf('portfolio', tenant, key),
        user_id: userIdOf(tenant, key),
        certification_id: idOf('certification-issued', tenant, key),
        kind: 'PLATFORM_CERTIFICATE',
        title: textOf(tenant, 'Certificado'),
        folio: folioOf(tenant, key),
        credential_url: `https://${tenant}.example/${textOf(tenant, 'credential')}`,
        earned_at: NOW,
      })),
    ],
    [
      'notifications',
      keysOf(tenant).map((key) => ({
        id: idOf('notification', tenant, key),
        user_id: userIdOf(tenant, key),
        certification_id: idOf('certification-issued', tenant, key),
        topic: 'certification.issued',
        text: textOf(tenant, 'Aviso'),
        sent_at: NOW,
        read_at: NOW,
        number: 1,
      })),
    ],
  ],
  courses: (tenant) => {
    const which = tenant === HOME ? (['hers', 'other'] as const) : (['other'] as const);
    const id = (kind: string, course: string) => idOf(kind, tenant, course);
    return [
      [
        'courses',
        which.map((course) => ({
          id: id('course', course),
          slug: `matrix-${course}`,
          title: textOf(tenant, 'Curso'),
          summary: textOf(tenant, 'Resumen'),
          level: 'BASIC',
          price_mxn: 100,
          standard_code: STANDARD,
          instructor_id: instructorOf(tenant, course === 'hers' ? TAUGHT : 'somebody'),
          published_at: NOW,
        })),
      ],
      [
        'modules',
        which.map((course) => ({
          id: id('module', course),
          course_id: id('course', course),
          position: 1,
          title: textOf(tenant, 'Módulo'),
        })),
      ],
      [
        'lessons',
        which.map((course) => ({
          id: id('lesson', course),
          course_id: id('course', course),
          module_id: id('module', course),
          position: 1,
          title: textOf(tenant, 'Lección'),
          minutes: 5,
          is_required: true,
          body: textOf(tenant, 'Texto'),
        })),
      ],
      [
        'assessments',
        which.map((course) => ({ id: id('assessment', course), course_id: id('course', course), passing_score_percent: 80 })),
      ],
      [
        'assessment_items',
        which.map((course) => ({
          id: id('item', course),
          assessment_id: id('assessment', course),
          position: 1,
          prompt: textOf(tenant, 'Pregunta'),
          is_multiple_choice: false,
          choices: [{ key: 'a', text: textOf(tenant, 'Respuesta') }],
          right_choice_keys: ['a'],
          weight: 1,
          reactivo_id: 'r1',
          criterion: 'c1',
        })),
      ],
      [
        'enrollments',
        keysOf(tenant).map((key) => ({
          id: idOf('enrollment', tenant, key),
          course_id: courseOf(tenant, key),
          learner_id: userIdOf(tenant, key),
          status: 'COMPLETED',
          progress_percent: 100,
          enrolled_at: NOW,
          completed_at: SOON,
          mentor_id: mentorOf(tenant, key),
          mentor_version: 1,
        })),
      ],
      [
        'lesson_completions',
        keysOf(tenant).map((key) => ({
          enrollment_id: idOf('enrollment', tenant, key),
          lesson_id: idOf('lesson', tenant, key === TAUGHT ? 'hers' : 'other'),
          completed_at: SOON,
        })),
      ],
      [
        'assessment_attempts',
        keysOf(tenant).map((key) => ({
          id: idOf('attempt', tenant, key),
          enrollment_id: idOf('enrollment', tenant, key),
          score_percent: 90,
          is_passed: true,
          reactivos: [],
          submitted_at: SOON,
        })),
      ],
    ];
  },
  certification: (tenant) => [
    [
      'completions',
      keysOf(tenant).map((key) => ({
        enrollment_id: idOf('enrollment', tenant, key),
        course_id: courseOf(tenant, key),
        course_title: textOf(tenant, 'Curso'),
        learner_id: userIdOf(tenant, key),
        instructor_id: instructorOf(tenant, key),
        standard_code: STANDARD,
        score_percent: 90,
        minimum_score_percent: 80,
        reactivos: [],
        completed_at: NOW,
      })),
    ],
    ['lots', keysOf(tenant).map((key) => lotRow(tenant, key))],
    ['certifications', keysOf(tenant).flatMap((key) => [caseRow(tenant, key, 'issued'), caseRow(tenant, key, 'held')])],
    [
      'certification_events',
      keysOf(tenant)
        .flatMap((key) => ['issued', 'held'].flatMap((state) => historyRows(tenant, key, state)))
        .map((row, index) => ({ ...row, position: BEFORE_WORLD + index + 1 })),
    ],
    [
      'case_assignments',
      caseAssignments(tenant).map(({ candidate_id: _candidate, ...row }) => ({
        ...row,
        assigned_by: userIdOf(tenant, tenant === HOME ? ASKING.admin : 'fabian'),
        assigned_at: NOW,
        version: 1,
      })),
    ],
    [
      'case_assignments',
      // Everybody's case had an evaluator once, so that no field of the list is empty.
      keysOf(tenant).flatMap((key) =>
        ['issued', 'held'].map((state) => ({
          id: idOf(`assignment-ended-${state}`, tenant, key),
          certification_id: idOf(`certification-${state}`, tenant, key),
          person_id: userIdOf(tenant, tenant === HOME ? COLLEAGUE : 'elena'),
          duty: 'VERIFIER',
          assigned_by: userIdOf(tenant, tenant === HOME ? ASKING.admin : 'fabian'),
          assigned_at: NOW,
          ended_at: SOON,
          version: 2,
        })),
      ),
    ],
    [
      'lot_members',
      keysOf(tenant).flatMap((key) =>
        ['issued', 'held'].map((state) => ({
          ...memberOf(tenant, key, state),
          added_by: keeperOf(tenant),
          added_at: NOW,
          is_sampled: true,
          outcome: 'VALID',
          decided_at: SOON,
        })),
      ),
    ],
    [
      'dictamen_opinions',
      keysOf(tenant).flatMap((key) =>
        ['issued', 'held'].map((state) => ({
          ...memberOf(tenant, key, state),
          id: idOf(`opinion-${state}`, tenant, key),
          ruler_id: keeperOf(tenant),
          ruler_persona: 'certifier',
          outcome: 'INVALID',
          reason: textOf(tenant, 'Motivo'),
          basis: 'EXAMINED',
          ruled_at: NOW,
        })),
      ),
    ],
    ['certificates', keysOf(tenant).flatMap((key) => ['issued', 'held'].map((state) => certificateRow(tenant, key, state)))],
    ...evaluationRows(tenant),
    ...parkedRows(tenant),
  ],
  conocer: (tenant) => [
    [
      'alignments',
      [...new Set(keysOf(tenant).map((key) => courseOf(tenant, key)))].map((course_id) => ({
        course_id,
        standard_code: STANDARD,
        aligned_at: NOW,
      })),
    ],
    [
      'case_assignments',
      caseAssignments(tenant).map(({ candidate_id: _candidate, ...row }) => ({ ...row, is_ended: false, version: 1 })),
    ],
    [
      'accreditations',
      keysOf(tenant).flatMap((key) =>
        // One is not enough: a certificate has no standard.
        (['CEDULA', 'EC0076'] as const).map((kind) => ({
          id: idOf(kind === 'CEDULA' ? 'accreditation' : 'accreditation-ec0076', tenant, key),
          person_id: userIdOf(tenant, key),
          kind,
          standard_major: kind === 'CEDULA' ? STANDARD : null,
          folio: textOf(tenant, `${kind} ${key}`).slice(0, 40),
          issued_on: '2030-01-01',
          valid_through: '2030-06-30',
          recorded_by: userIdOf(tenant, tenant === HOME ? ASKING.certifier : 'fabian'),
          recorded_at: NOW,
          ended_by: userIdOf(tenant, tenant === HOME ? ASKING.certifier : 'fabian'),
          ended_at: SOON,
          end_reason: textOf(tenant, 'Motivo'),
          version: 2,
        })),
      ),
    ],
    [
      'authority_quotas',
      [
        {
          authority: 'SANDBOX',
          free_at: NOW,
          away_since: NOW,
          away_cause: 'HTTP_503',
          held_until: NOW,
          tries: 1,
          answered_at: NOW,
        },
      ],
    ],
    ['lot_packages', [packageRow(tenant)]],
    ['submissions', keysOf(tenant).flatMap((key) => ['issued', 'held'].map((state) => submissionRow(tenant, key, state)))],
    // Something waits for the authority: of no case, and no work is due for it.
    ['submissions', [{ ...submissionRow(tenant, keysOf(tenant)[0] ?? '', 'waiting'), ...WAITING }]],
    [
      'lot_outcomes',
      [
        {
          id: idOf('lot-outcome', tenant, 'any'),
          package_id: packageRow(tenant)['id'],
          sha256: hash('sha256', tenant),
          entries: [{ line: 2, kind: 'ISSUED', certificationId: idOf('certification-issued', tenant, keysOf(tenant)[0] ?? '') }],
          imported_by: keeperOf(tenant),
          imported_at: SOON,
        },
      ],
    ],
    ...(tenant === HOME ? readingRows() : []),
  ],
};

const OF_NO_TENANT: ReadonlySet<string> = new Set(['standard_syncs', 'standard_changes']);

/** A reading of the register of which everything can be shown. */
function readingRows(): Rows {
  const id = idOf('standards-sync', HOME, 'register');
  const counts = { received: 2, listed: 1, unreadable: 1, added: 0, changed: 1, retired: 0, absent: 0 };
  const failed = { state: 'FAILED', failure: 'SHRUNK', failure_detail: '1 of 2', ended_at: SOON };
  const problems = [{ row: 2, code: 'SIN CÓDIGO', flaw: 'BAD_CODE' }];
  const facts = { code: STANDARD, title: 'Antes' };
  return [
    [
      'standard_syncs',
      [{ id, cause: 'DAILY', source: 'matrix', requested_at: NOW, started_at: NOW, problems, ...failed, ...counts }],
    ],
    [
      'standard_changes',
      [
        {
          sync_id: id,
          code: STANDARD,
          kind: 'CHANGED',
          fields: ['title'],
          before: facts,
          after: { ...facts, title: 'Ahora' },
          changed_at: NOW,
        },
      ],
    ],
  ];
}

/** Who stands where, as users told these islands. */
const KNOWS_CENTRES: ReadonlySet<IslandName> = new Set<IslandName>(['courses', 'certification', 'conocer', 'analytics']);

function placements(tenant: TenantSlug): Rows {
  const rows = keysOf(tenant).map((key) => ({ user_id: userIdOf(tenant, key), centre_id: centreOf(tenant, key), placement: 1 }));
  return [['person_centres', rows]];
}

const HAS_LOG: ReadonlySet<IslandName> = new Set<IslandName>(['users', 'courses', 'certification', 'conocer']);

/** Who asks is assigned to the cases of one; everybody else's cases have an evaluator who never asks. */
function caseAssignments(tenant: TenantSlug) {
  return keysOf(tenant).flatMap((key) =>
    ['issued', 'held'].flatMap((state) =>
      (Object.keys(DUTIES) as (keyof typeof DUTIES)[])
        .filter((duty) => duty === 'EVALUATOR' || key === ASSIGNED)
        .map((duty) => ({
          id: idOf(`assignment-${duty}-${state}`, tenant, key),
          certification_id: idOf(`certification-${state}`, tenant, key),
          person_id: tenant === AWAY ? userIdOf(AWAY, 'elena') : userIdOf(HOME, key === ASSIGNED ? DUTIES[duty] : COLLEAGUE),
          duty,
          candidate_id: userIdOf(tenant, key),
        })),
    ),
  );
}

function dataRequestRow(tenant: TenantSlug, key: string, state: (typeof DATA_REQUEST_STATES)[number]): Row {
  const id = idOf(`data-request-${state}`, tenant, key);
  return {
    id,
    subject_id: userIdOf(tenant, key),
    kind: state === 'running' ? 'ERASURE' : 'EXPORT',
    status: { completed: 'COMPLETED', refused: 'REFUSED', running: 'IN_PROGRESS' }[state],
    opened_at: NOW,
    answer_due_at: SOON,
    answer_extended_at: NOW,
    answer_extension_reason: textOf(tenant, 'Prórroga'),
    resolved_at: NOW,
    resolved_by: userIdOf(HOME, ASKING.privacy_officer),
    // Found by the letters of its own id.
    code_digest: hash('sha256', id.replaceAll('-', '')),
    version: 1,
    ...(state === 'refused'
      ? { refusal_ground: 'CONTRACT', refusal_reason: textOf(tenant, 'Motivo') }
      : { effect_due_at: SOON, effect_extended_at: NOW, effect_extension_reason: textOf(tenant, 'Prórroga') }),
    ...(state === 'completed'
      ? {
          completed_at: NOW,
          receipt: textOf(tenant, 'Constancia'),
          receipt_sha256: hash('sha256', tenant),
          expires_at: SOON,
        }
      : {}),
  };
}

function dataPartRows(request_id: string): Row[] {
  const done = { records: 1, sha256: hash('sha256', 'x'), audit_number: 1, audit_hash: hash('sha256', 'y'), done_at: NOW };
  return [
    { request_id, island: 'users', status: 'DONE', ...done },
    { request_id, island: 'conocer', status: 'WAITING', waiting_for: 'AUTHORITY' },
  ];
}

/** Acts of two people with power; their numbers and hashes are the database's. */
function auditRows(tenant: TenantSlug): Rows {
  const keys = tenant === HOME ? [ASKING.admin, ASKING.super_admin] : ['fabian'];
  const rows = keys.map((key) => ({
    number: 1,
    action: 'matrix.fill',
    actor_kind: 'user',
    actor: userIdOf(tenant, key),
    persona: 'admin',
    subject: textOf(tenant, 'matrix'),
    detail: '{}',
    recorded_at: NOW,
    previous_hash: '',
    hash: '',
  }));
  return [['audit_log', rows]];
}

/** What an evaluation leaves of every case, with no field of it empty. */
function evaluationRows(tenant: TenantSlug): Rows {
  const cases = keysOf(tenant).flatMap((key) =>
    ['issued', 'held'].map((state) => ({ key, state, certification_id: idOf(`certification-${state}`, tenant, key) })),
  );
  const digest = hash('sha256', tenant);
  const evaluator = userIdOf(tenant, tenant === HOME ? COLLEAGUE : 'elena');
  const statement = textOf(tenant, 'Criterio');
  const instrument = {
    ...{ origin: 'SAMPLE', minimumScore: 1, criteria: [{ id: 'C1', statement }] },
    reactivos: [{ id: 'R1', kind: 'PRODUCTO', criterion: 'C1', weight: 1, statement }],
  };
  const remark = textOf(tenant, 'Observación');
  const evidenceId = (key: string, state: string) => idOf(`evidence-${state}`, tenant, key);
  return [
    [
      'case_instruments',
      cases.map(({ certification_id }) => ({ certification_id, standard_code: STANDARD, instrument, digest, pinned_at: NOW })),
    ],
    [
      'consents',
      cases.map(({ key, state, certification_id }) => ({
        id: idOf(`consent-${state}`, tenant, key),
        certification_id,
        purpose: 'EVALUATION_DATA',
        text_version: textOf(tenant, '1'),
        given_at: NOW,
        withdrawn_at: SOON,
      })),
    ],
    [
      'evidence',
      cases.map(({ key, state, certification_id }) => ({
        id: evidenceId(key, state),
        certification_id,
        label: textOf(tenant, 'Video'),
        sha256: digest,
        media_type: 'video/mp4',
        size_bytes: 1,
        added_by: userIdOf(tenant, key),
        added_at: NOW,
      })),
    ],
    [
      'reactivo_answers',
      cases.map(({ key, state, certification_id }) => ({
        certification_id,
        reactivo_id: 'R1',
        is_fulfilled: true,
        evidence_ids: [evidenceId(key, state)],
        note: textOf(tenant, 'Nota'),
        answered_by: evaluator,
        answered_at: NOW,
      })),
    ],
    [
      'judgements',
      cases.map(({ certification_id }) => ({
        certification_id,
        is_competent: true,
        is_competent_by_rule: false,
        score: 1,
        minimum_score: 2,
        reasons: [{ kind: 'CriterionUnfulfilled', criterion: 'C1' }],
        override_reason: textOf(tenant, 'Motivo'),
        remarks: { bestPractices: remark, improvements: remark, incidents: remark, recommendations: remark },
        judged_by: evaluator,
        judged_at: NOW,
      })),
    ],
    [
      'portfolios',
      cases.map(({ certification_id }) => ({
        ...{ certification_id, root: digest, salt: 'x', leaf_count: 2 },
        ...{ sealed_by: userIdOf(tenant, tenant === HOME ? ASKING.certifier : 'fabian'), sealed_at: NOW },
      })),
    ],
    [
      'portfolio_leaves',
      cases.flatMap(({ certification_id }) =>
        [0, 1].map((position) => ({ certification_id, position, kind: 'PLAN', content: textOf(tenant, '{}'), digest })),
      ),
    ],
  ];
}

/** A saga that stands still at its last step, for the first of the tenant's people. */
function parkedRows(tenant: TenantSlug): Rows {
  const [key = ''] = keysOf(tenant);
  const saga_id = idOf('saga', tenant, key);
  const subject = idOf('certification-issued', tenant, key);
  const saga = { id: saga_id, name: 'certification', subject, state: {}, phase: 'PARKED', step: 5, version: 1 };
  const parked = { id: idOf('parked-step', tenant, key), saga_id, saga: 'certification', subject, direction: 'FORWARD' };
  return [
    ['sagas', [{ ...saga, started_at: NOW, changed_at: NOW }]],
    [
      'parked_steps',
      [{ ...parked, step: textOf(tenant, 'sendNotification'), cause: 'DEADLINE', error: 'none', attempts: 1, parked_at: NOW }],
    ],
  ];
}

function keysOf(tenant: TenantSlug): readonly string[] {
  return OWNERS.filter((owner) => owner.tenant === tenant).map(({ key }) => key);
}

function textOf(tenant: TenantSlug, text: string): string {
  return tenant === AWAY ? `${text} ${AWAY_MARK}` : text;
}

function caseRow(tenant: TenantSlug, key: string, state: string): Row {
  return {
    id: idOf(`certification-${state}`, tenant, key),
    candidate_id: userIdOf(tenant, key),
    course_id: courseOf(tenant, key),
    course_title: textOf(tenant, 'Curso'),
    enrollment_id: idOf('enrollment', tenant, key),
    instructor_id: instructorOf(tenant, key),
    centre_id: centreOf(tenant, key),
    standard_code: STANDARD,
    standard_major: STANDARD,
    lot_id: idOf('lot', tenant, key),
    ...(state === 'issued'
      ? { status: 'ISSUED', official_folio: `${folioOf(tenant, key)}-D`, rejection_reason: textOf(tenant, 'Motivo') }
      : {
          status: 'SUBMISSION_PREPARED',
          hold: 'SOLARPUNK_COMPLIANCE',
          retry_of: idOf('certification-issued', tenant, key),
        }),
    missed_criteria: [{ criterion: 'SUSTAINABILITY', required: 70, scored: 10, reason: 'BELOW_THRESHOLD' }],
    readiness: 'HIGH',
    plan: {
      evaluatorId: userIdOf(tenant, tenant === HOME ? COLLEAGUE : 'elena'),
      standardCode: STANDARD,
      evaluatesOn: '2030-01-01',
      dueOn: '2030-02-01',
    },
    plan_signed_by: ['CANDIDATE', 'EVALUATOR'],
    attempt: 1,
    is_open: false,
    seq: 2,
    version: 1,
    opened_at: state === 'issued' ? SOON : NOW,
    changed_at: SOON,
  };
}

/** Whoever keeps lots and rules on them, and asks nothing. */
function keeperOf(tenant: TenantSlug): string {
  return userIdOf(tenant, tenant === HOME ? COLLEAGUE : 'elena');
}

function lotRow(tenant: TenantSlug, key: string): Row {
  return {
    id: idOf('lot', tenant, key),
    centre_id: centreOf(tenant, key),
    standard_major: STANDARD,
    status: 'CLOSED',
    size: 2,
    sample_seed: hash('sha256', tenant),
    sample_size: 2,
    opened_by: keeperOf(tenant),
    opened_at: NOW,
    closed_by: keeperOf(tenant),
    closed_at: SOON,
  };
}

function packageRow(tenant: TenantSlug): Row {
  return {
    id: idOf('lot-package', tenant, 'any'),
    lot_id: idOf('lot', tenant, keysOf(tenant)[0] ?? ''),
    status: 'HANDED_OVER',
    size: 1,
    files: [{ name: textOf(tenant, 'candidatos.csv'), bytes: 1, sha256: hash('sha256', tenant) }],
    sha256: hash('sha256', tenant),
    requested_by: keeperOf(tenant),
    requested_at: NOW,
    ready_at: NOW,
    expires_at: SOON,
    handed_over_by: keeperOf(tenant),
    handed_over_at: SOON,
  };
}

function memberOf(tenant: TenantSlug, key: string, state: string): Row {
  return { lot_id: idOf('lot', tenant, key), certification_id: idOf(`certification-${state}`, tenant, key) };
}

function historyRows(tenant: TenantSlug, key: string, state: string): Row[] {
  const certification_id = idOf(`certification-${state}`, tenant, key);
  const entry = { certification_id, detail: {}, occurred_at: NOW, hold: null };
  return [
    { ...entry, seq: 1, id: idOf(`event-1-${state}`, tenant, key), previous_status: null, status: 'REGISTERED' },
    {
      ...entry,
      seq: 2,
      id: idOf(`event-2-${state}`, tenant, key),
      previous_status: 'REGISTERED',
      status: 'SUBMISSION_PREPARED',
      hold: 'SOLARPUNK_COMPLIANCE',
    },
  ];
}

function certificateRow(tenant: TenantSlug, key: string, state: string): Row {
  const folio = state === 'issued' ? folioOf(tenant, key) : `${folioOf(tenant, key)}-H`;
  return {
    id: idOf(`certificate-${state}`, tenant, key),
    certification_id: idOf(`certification-${state}`, tenant, key),
    holder_id: userIdOf(tenant, key),
    course_id: courseOf(tenant, key),
    status: 'REVOKED',
    folio,
    folio_key: lookedUp(folio),
    verification_code: `${folio}-CODE`,
    verification_key: lookedUp(`${folio}-CODE`),
    holder_initials: 'A.R.',
    requested_at: NOW,
    issued_at: NOW,
    revoked_at: SOON,
    revocation_reason: textOf(tenant, 'Motivo'),
  };
}

const WAITING = {
  status: 'PREPARED',
  rejection_reason: null,
  is_correctable: null,
  sent_at: null,
  checked_at: null,
  attempts: 0,
};

function submissionRow(tenant: TenantSlug, key: string, state: string): Row {
  return {
    id: idOf(`submission-${state}`, tenant, key),
    certification_id: idOf(`certification-${state}`, tenant, key),
    case_attempt: 1,
    candidate_id: userIdOf(tenant, key),
    centre_id: centreOf(tenant, key),
    course_id: courseOf(tenant, key),
    standard_code: STANDARD,
    certificate_folio: folioOf(tenant, key),
    authority: 'SANDBOX',
    priority: 'NORMAL',
    evaluated_on: '2030-01-01',
    ...(state === 'issued'
      ? {
          status: 'APPROVED',
          official_folio: `${folioOf(tenant, key)}-D`,
          issued_on: '2030-01-02',
          authority_id: idOf('authority', tenant, key),
        }
      : { status: 'REJECTED', rejection_reason: textOf(tenant, 'Motivo'), is_correctable: true }),
    is_authority_away: false,
    gate: {},
    calls: 1,
    attempts: 1,
    sent_at: NOW,
    checked_at: SOON,
    waits: 0,
    requested_at: NOW,
    changed_at: SOON,
  };
}

/** As the certification island looks a folio up. */
function lookedUp(folio: string): string {
  return folio
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
}
