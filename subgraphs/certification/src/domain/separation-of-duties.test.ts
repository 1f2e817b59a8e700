import { expect, test } from 'vitest';
import { type Duty, type DutyFact, mayTakeDuty } from './separation-of-duties.ts';

const NOW = new Date('2026-02-28T12:00:00Z');
const taught: DutyFact = {
  personId: 'ines',
  candidateId: 'alice',
  standardMajor: 'EC0325',
  duty: 'TAUGHT',
  at: new Date('2025-06-01T00:00:00Z'),
};
const act = { duty: 'EVALUATE' as Duty, personId: 'ines', candidateId: 'alice', standardMajor: 'EC0325', at: NOW };

test('who taught a candidate may neither evaluate, verify nor rule on her for that standard', () => {
  for (const duty of ['EVALUATE', 'VERIFY', 'RULE'] as const) {
    expect(mayTakeDuty({ ...act, duty }, [taught])).toEqual({
      ok: false,
      error: { kind: 'DutyConflict', duty: 'TAUGHT', at: taught.at },
    });
  }
});

test('teaching counts for twelve months to the moment, whatever the length of the months', () => {
  const exactly = new Date('2025-02-28T12:00:00Z');
  expect(mayTakeDuty(act, [{ ...taught, at: exactly }]).ok).toBe(false);
  expect(mayTakeDuty(act, [{ ...taught, at: new Date(exactly.getTime() - 1) }]).ok).toBe(true);
  const leap = { ...act, at: new Date('2024-02-29T00:00:00Z') };
  expect(mayTakeDuty(leap, [{ ...taught, at: new Date('2023-02-28T00:00:00Z') }]).ok).toBe(false);
});

test.each([
  ['of another candidate', { candidateId: 'berta' }],
  ['for another standard', { standardMajor: 'EC0249' }],
  ['by another person', { personId: 'irene' }],
])('teaching %s is no conflict', (_what, other) => {
  expect(mayTakeDuty(act, [{ ...taught, ...other }]).ok).toBe(true);
});

test('who evaluated a candidate never rules on her, nor verifies her, and who ruled does not evaluate her', () => {
  const evaluated: DutyFact = { ...taught, duty: 'EVALUATED', at: new Date('2019-01-01T00:00:00Z') };
  expect(mayTakeDuty({ ...act, duty: 'RULE' }, [evaluated]).ok).toBe(false);
  expect(mayTakeDuty({ ...act, duty: 'VERIFY' }, [evaluated]).ok).toBe(false);
  expect(mayTakeDuty(act, [evaluated]).ok).toBe(true);
  expect(mayTakeDuty(act, [{ ...evaluated, duty: 'RULED' }]).ok).toBe(false);
});

test('who audits judged nothing of the candidate, taught her nothing, and judges nothing after', () => {
  const audit = { ...act, duty: 'AUDIT' as const };
  for (const duty of ['TAUGHT', 'EVALUATED', 'RULED'] as const)
    expect(mayTakeDuty(audit, [{ ...taught, duty }])).toMatchObject({ ok: false, error: { duty } });
  expect(mayTakeDuty(audit, [{ ...taught, duty: 'AUDITED' }]).ok).toBe(true);
  for (const duty of ['EVALUATE', 'VERIFY', 'RULE'] as const)
    expect(mayTakeDuty({ ...act, duty }, [{ ...taught, duty: 'AUDITED' }]).ok).toBe(false);
});

test('nobody does any of it to herself', () => {
  expect(mayTakeDuty({ ...act, personId: 'alice' }, [])).toEqual({ ok: false, error: { kind: 'OwnCase' } });
});

test('the newest conflict is told', () => {
  const newer = { ...taught, at: new Date('2026-01-01T00:00:00Z') };
  expect(mayTakeDuty(act, [taught, newer])).toMatchObject({ error: { at: newer.at } });
});
