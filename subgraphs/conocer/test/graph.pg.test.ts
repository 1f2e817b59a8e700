import { caseAssigned, caseUnassigned, coursePublished, personPlaced } from '@academy/contracts';
import { PERSONAS, type Principal, seedId } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, person, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STANDARDS } from '../src/seed/standards.ts';
import { seedConocer } from '../src/seed.ts';
import { courseIdOf, type Office, openOffice, raices } from './office.ts';

let office: Office;
let certificationId: string;
beforeAll(async () => {
  office = await openOffice();
  ({ certificationId } = await office.request());
  await office.settle();
});
afterAll(() => office[Symbol.asyncDispose]());

const { alice, carla } = people.raices;
const anyone = visitor('raices');
const ask = (principal: Principal, query: string, variables?: Record<string, unknown>) =>
  office.island.ask(principal, query, variables);
const entity = (type: string, id: string, fields: string) =>
  [
    `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { ${fields} } } }`,
    { r: [{ __typename: type, id }] },
  ] as const;

type Codes = {
  standards: { edges: { cursor: string; node: { code: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
};
async function codes(args: string): Promise<string[]> {
  const { data, errors } = await ask(anyone, `{ standards(first: 100, ${args}) { edges { node { code } } } }`);
  expect(errors).toEqual([]);
  return (data as Codes).standards.edges.map(({ node }) => node.code);
}

describe('standards', () => {
  test('are listed by code, page after page, to anybody', async () => {
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 20; page += 1) {
      const { data, errors } = await ask(
        anyone,
        `{ standards(first: 7${after}) { edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
      );
      expect(errors).toEqual([]);
      const { edges, pageInfo } = (data as Codes).standards;
      seen.push(...edges.map(({ node }) => node.code));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(seen).toEqual(STANDARDS.map(({ code }) => code).sort());
  });

  test('are found by words without accents and case, in any order, in title or code', async () => {
    expect(await codes('filter: { text: "FOTOVOLTAICOS instalacion" }')).toContain('EC0586.01');
    expect(await codes('filter: { text: "ec0586" }')).toEqual(['EC0586.01']);
    expect(await codes('filter: { text: "diseño cursos" }')).toEqual(await codes('filter: { text: "diseno cursos" }'));
    expect(await codes('filter: { text: "fotovoltaicos inexistente" }')).toEqual([]);
  });

  test('are narrowed by level and sector together', async () => {
    const expected = STANDARDS.filter(({ level, sector }) => level === 3 && sector === 'SERVICIOS EDUCATIVOS').map(
      ({ code }) => code,
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(await codes('filter: { level: 3, sector: "SERVICIOS EDUCATIVOS" }')).toEqual(expected.sort());
    expect(await codes('filter: { level: 9 }')).toEqual([]);
  });

  test('cannot be searched with what means something to the database', async () => {
    const all = (await codes('filter: {}')).length;
    expect(await codes('filter: { text: "%" }')).toHaveLength(all);
    expect(await codes('filter: { text: "solar_\\\\%" }')).toEqual(await codes('filter: { text: "solar" }'));
    expect(await codes('filter: { text: "\\u0000", sector: "\\u0000" }')).toEqual([]);
  });

  test('come in pages of 1 to 100, with cursors of this list', async () => {
    for (const args of ['first: 0', 'first: 101', 'after: "x"']) {
      const { data, errors } = await ask(anyone, `{ standards(${args}) { edges { cursor } } }`);
      expect([data?.['standards'], errors[0]?.code]).toEqual([null, 'BAD_USER_INPUT']);
    }
  });

  test('one is found by its code, however it is written; an unknown or malformed code is null', async () => {
    const query = 'query($code: String!) { standard(code: $code) { id code title level sector committee } }';
    // Register extract of 2025-11-28.
    const expected = {
      id: seedId('standard:EC0586.01'),
      code: 'EC0586.01',
      level: 1,
      title: expect.stringContaining('fotovoltaicos'),
    };
    for (const code of ['EC0586.01', ' ec0586.01\u00a0']) {
      const { data, errors } = await ask(anyone, query, { code });
      expect([data, errors]).toEqual([{ standard: expect.objectContaining(expected) }, []]);
    }
    for (const code of ['EC9999', 'DROP TABLE', '', '\0'])
      expect((await ask(anyone, query, { code })).data).toEqual({ standard: null });
  });

  test('one is found by its id, and an id that is none or unknown is null', async () => {
    const found = await ask(anyone, ...entity('Standard', seedId('standard:EC0325'), 'code'));
    expect(found.data).toEqual({ _entities: [{ code: 'EC0325' }] });
    for (const id of ['EC0325', "' or 1=1", seedId('standard:nothing')]) {
      const { data, errors } = await ask(anyone, ...entity('Standard', id, 'code'));
      expect([data, errors]).toEqual([{ _entities: [null] }, []]);
    }
  });
});

describe('a course', () => {
  const standardsOf = async (principal: Principal, id: string) => {
    const { data } = await ask(principal, ...entity('Course', id, 'standards { code }'));
    return (data as { _entities: ({ standards: { code: string }[] } | null)[] })._entities[0]?.standards.map(({ code }) => code);
  };
  const publish = (courseId: string, standardCode: string | null) =>
    office.island.deliver(coursePublished, {
      tenantId: raices,
      subject: courseId,
      data: { courseId, slug: 'curso', title: 'Curso', standardCode, instructorId: seedId('user:raices:ivan'), priceMxn: 0 },
    });

  test('shows its standards to anybody of its tenant, and none to another tenant', async () => {
    const id = courseIdOf('raices', 'huerto-educativo');
    expect(await standardsOf(anyone, id)).toEqual(['EC1680']);
    expect(await standardsOf(visitor('solaris'), id)).toEqual([]);
    expect(await standardsOf(anyone, 'no-uuid')).toBeUndefined();
  });

  test('is aligned to the standard that it is published with, and to no other than the last', async () => {
    const id = seedId('course:raices:nuevo');
    await publish(id, ' ec0325');
    expect(await standardsOf(anyone, id)).toEqual(['EC0325']);
    await publish(id, 'EC0301');
    expect(await standardsOf(anyone, id)).toEqual(['EC0301']);
    await publish(id, null);
    expect(await standardsOf(anyone, id)).toEqual([]);
  });

  test('that names a standard which the register does not know is aligned to none', async () => {
    const id = seedId('course:raices:raro');
    await publish(id, 'EC9999');
    await publish(id, 'no es un código');
    expect(await standardsOf(anyone, id)).toEqual([]);
  });

  test('many of them are one query', async () => {
    const r = ['instalacion-fotovoltaica', 'consultoria-general', 'huerto-educativo'].map((slug) => ({
      __typename: 'Course',
      id: courseIdOf('raices', slug as never),
    }));
    const { data, errors } = await ask(
      anyone,
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Course { standards { code } } } }',
      { r },
    );
    expect(errors).toEqual([]);
    expect(
      (data as { _entities: { standards: { code: string }[] }[] })._entities.map(({ standards }) => standards[0]?.code),
    ).toEqual(['EC0586.01', 'EC0249', 'EC1680']);
  });
});

describe('a submission', () => {
  const FIELDS = 'submission { id status attempts sentAt checkedAt officialFolio rejectionReason }';
  const see = async (principal: Principal, id = certificationId) => {
    const { data, errors } = await ask(principal, ...entity('Certification', id, FIELDS));
    return { seen: (data as { _entities: { submission: unknown }[] })._entities[0]?.submission, code: errors[0]?.code };
  };

  test('is shown to its candidate with the official folio', async () => {
    expect(await see(alice)).toEqual({
      seen: {
        id: expect.any(String),
        status: 'APPROVED',
        attempts: 1,
        sentAt: expect.stringMatching(/Z$/),
        checkedAt: expect.stringMatching(/Z$/),
        officialFolio: office.sandbox.ledger.submissions[0]?.folio,
        rejectionReason: null,
      },
      code: undefined,
    });
  });

  const MAY = ['centre_admin', 'certifier', 'privacy_officer'];
  const others = PERSONAS.filter((persona) => persona !== 'service' && persona !== 'learner');
  test.each(others)('of somebody else: %s', async (persona) => {
    const { seen, code } = await see(person('raices', 'somebody', persona as Exclude<typeof persona, 'service'>));
    if (MAY.includes(persona)) expect([seen, code]).toEqual([expect.objectContaining({ status: 'APPROVED' }), undefined]);
    else expect([seen, code]).toEqual([null, undefined]);
  });

  test.each([
    ['EVALUATOR', 'evaluator'],
    ['VERIFIER', 'verifier'],
    ['AUDITOR', 'auditor'],
  ] as const)(
    'of a case is shown to whoever is assigned to it as %s, under that persona, as long as she is',
    async (duty, persona) => {
      const who = person('raices', `${persona} of the case`, persona);
      const told = { assignmentId: newId(), candidateId: alice.userId, personId: who.userId, duty };
      const tell = (contract: typeof caseAssigned, of: string, version: number) =>
        office.island.deliver(contract, { tenantId: raices, subject: of, data: { ...told, certificationId: of, version } });
      const nothing = { seen: null, code: undefined };
      await tell(caseAssigned, seedId('certification:another'), 1);
      expect(await see(who)).toEqual(nothing);
      told.assignmentId = newId();
      await tell(caseAssigned, certificationId, 1);
      expect(await see(who)).toMatchObject({ seen: { status: 'APPROVED' } });
      for (const other of ['evaluator', 'verifier', 'auditor', 'learner'] as const)
        if (other !== persona) expect(await see({ ...who, persona: other })).toEqual(nothing);
      expect(await see({ ...who, tenantId: people.solaris.diego.tenantId })).toEqual(nothing);
      await tell(caseUnassigned, certificationId, 2);
      expect(await see(who)).toEqual(nothing);
      // Older news that comes late.
      await tell(caseAssigned, certificationId, 1);
      expect(await see(who)).toEqual(nothing);
    },
  );

  test('is shown to the admins of the centre that its case was opened in, and to no other’s', async () => {
    const [noe, celia] = [person('raices', 'noe', 'centre_admin'), person('raices', 'celia', 'centre_admin')];
    const [cholula, xalapa] = [seedId('centre:cholula'), seedId('centre:xalapa')];
    const isPlaced = (userId: string, centreId: string, placement = 1) =>
      office.island.deliver(personPlaced, {
        tenantId: noe.tenantId,
        subject: userId,
        data: { userId, centreId, placement },
      });
    await isPlaced(noe.userId, cholula);
    await isPlaced(celia.userId, xalapa);
    const { certificationId: ofCholula } = await office.request({ centreId: cholula });
    const shown = async () => [(await see(noe, ofCholula)).seen !== null, (await see(celia, ofCholula)).seen !== null];
    expect(await shown()).toEqual([true, false]);
    await isPlaced(noe.userId, xalapa, 2);
    await isPlaced(celia.userId, cholula, 2);
    expect(await shown()).toEqual([false, true]);
  });

  test('of somebody else is to a learner as if there were none', async () => {
    expect(await see(person('raices', 'berta', 'learner'))).toEqual({ seen: null, code: undefined });
    expect(await see(alice, seedId('certification:none'))).toEqual({ seen: null, code: undefined });
  });

  test('of another tenant is as if there were none, whoever asks', async () => {
    const { diego, elena, fabian } = people.solaris;
    for (const principal of [diego, elena, fabian]) expect(await see(principal)).toEqual({ seen: null, code: undefined });
    const sameUser = { ...alice, tenantId: people.solaris.diego.tenantId };
    expect(await see(sameUser)).toEqual({ seen: null, code: undefined });
  });

  test('is not shown to a visitor, nor to a process without the scope', async () => {
    expect(await see(anyone)).toEqual({ seen: null, code: 'FORBIDDEN' });
    expect(await see(worker('raices', 'courses-worker', ['enroll']))).toEqual({ seen: null, code: 'FORBIDDEN' });
    expect((await see(worker('raices', 'certification-worker', ['submission.status']))).seen).toMatchObject({
      status: 'APPROVED',
    });
  });

  test('an id that is none is no certification', async () => {
    expect(await see(carla, 'no-uuid')).toEqual({ seen: undefined, code: undefined });
  });

  test('many of them are shown in the order asked for', async () => {
    const r = [seedId('certification:none'), certificationId].map((id) => ({ __typename: 'Certification', id }));
    const { data } = await ask(
      person('raices', 'celia', 'certifier'),
      'query($r: [_Any!]!) { _entities(representations: $r) { ... on Certification { submission { status } } } }',
      { r },
    );
    expect(data).toEqual({ _entities: [{ submission: null }, { submission: { status: 'APPROVED' } }] });
  });
});

test('every table of a tenant is under one forced policy, and the register alone bears no tenant', async () => {
  const rows = await office.island.database.pool<{ name: string; forced: boolean; policies: number; tenanted: boolean }[]>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as tenanted
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_migrations' order by 1`;
  const own = ['alignments', 'case_assignments', 'impact_evidence', 'submission_attempts', 'submissions'];
  expect(rows.filter(({ tenanted, forced, policies }) => tenanted && forced && policies === 1).map(({ name }) => name)).toEqual(
    expect.arrayContaining(own),
  );
  expect(rows.filter(({ tenanted }) => !tenanted).map(({ name }) => name)).toEqual([
    'authority_breakers',
    'authority_totals',
    'instruments',
    'standard_changes',
    'standard_syncs',
    'standards',
  ]);
});

test('a submission cannot be removed, nor changed outside of its tenant', async () => {
  await expect(office.island.inTenant(raices, (tx) => tx.execute('delete from submissions'))).rejects.toThrow();
  const foreign = await office.island.inTenant(people.solaris.diego.tenantId, (tx) =>
    tx.execute('update submissions set waits = 99 returning id'),
  );
  expect([...foreign]).toEqual([]);
});

test('seeding again changes nothing', async () => {
  const count = async () => {
    const [row] = await office.island.inTenant(raices, (tx) =>
      tx.execute(
        'select (select count(*)::int from standards) as standards, (select count(*)::int from alignments) as alignments, (select count(*)::int from impact_evidence) as evidence',
      ),
    );
    return row;
  };
  const before = await count();
  expect(before).toMatchObject({ standards: STANDARDS.length });
  const id = courseIdOf('raices', 'instalacion-fotovoltaica');
  const course = { tenantId: raices, id, slug: 'instalacion-fotovoltaica', standardCode: 'EC0586.01' };
  await seedConocer(office.island.database, { tenants: [{ id: raices, slug: 'raices' }], courses: [course], now: new Date(0) });
  expect(await count()).toEqual(before);
});
