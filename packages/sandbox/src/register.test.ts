import { expect, test } from 'vitest';
import { openSandbox } from '../test/client.ts';
import real from './data/standards.json' with { type: 'json' };
import { REGISTER_ROWS, type RegisterRow } from './register.ts';

const PATH = '/CONOCERBACKCITAS/sectoresProductivos/getEstandaresAll';
const CODE = /^EC\d{4}(\.\d{2})?$/;

async function list(sandbox: { url: string }): Promise<RegisterRow[]> {
  const answer = await fetch(`${sandbox.url}${PATH}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as RegisterRow[];
}

test('the public list needs no login, has 1,500 rows of texts, and is the same at every start', async () => {
  await using first = await openSandbox();
  await using second = await openSandbox({ seed: 99 });
  const rows = await list(first);
  expect(rows).toHaveLength(REGISTER_ROWS);
  expect(rows).toEqual(await list(second));
  expect(rows.every((row) => Object.values(row).every((value) => typeof value === 'string'))).toBe(true);
});

test('whatever is no real standard says so in its title, and no real code is given to it', async () => {
  await using sandbox = await openSandbox();
  const known = new Set(real.map(({ code }) => code));
  const codes = (await list(sandbox)).map((row) => ({ ...row, codigo: row.codigo.trim() }));
  for (const { codigo, titulo } of codes.filter((row) => !known.has(row.codigo))) {
    expect(titulo.trim()).toMatch(/^SAMPLE /);
    if (CODE.test(codigo)) expect(Number(codigo.slice(2, 6))).toBeGreaterThanOrEqual(8_600);
  }
  expect(codes.filter(({ codigo }) => known.has(codigo)).length).toBe(known.size + 1);
});

test('it has the dirt of the real one', async () => {
  await using sandbox = await openSandbox();
  const rows = await list(sandbox);
  const count = (is: (row: RegisterRow) => boolean) => rows.filter(is).length;
  expect(count(({ codigo }) => codigo.endsWith('\u00a0'))).toBeGreaterThan(100);
  expect(count(({ codigo }) => codigo.endsWith(' '))).toBeGreaterThan(100);
  expect(count(({ titulo }) => titulo.includes('  '))).toBeGreaterThan(40);
  expect(count(({ comite }) => /\S\/\S/.test(comite))).toBeGreaterThanOrEqual(40);
  expect(count(({ idSectorProductivo }) => idSectorProductivo === '' || idSectorProductivo === '0')).toBeGreaterThan(340);
  expect(count(({ codigo }) => !CODE.test(codigo.trim()))).toBe(3);
  expect(rows.length - new Set(rows.map(({ codigo }) => codigo.trim())).size).toBe(1);
});

test('it says what it was revised to say, until it is reset', async () => {
  await using sandbox = await openSandbox();
  const next = { code: 'EC0586.02', title: 'SAMPLE versión', level: 3, sector: 'CONSTRUCCIÓN', committee: 'SAMPLE' };
  sandbox.revise({ list: [next], drop: ['EC8600'] });
  const codes = (await list(sandbox)).map(({ codigo }) => codigo.trim());
  expect(codes).toContain('EC0586.02');
  expect(codes).not.toContain('EC8600');
  expect(() => sandbox.revise({ drop: ['EC8600'] })).toThrow('EC8600');
  sandbox.reset();
  expect((await list(sandbox)).map(({ codigo }) => codigo.trim())).toContain('EC8600');
});

test.each([
  ['emptyList', 0],
  ['halfList', REGISTER_ROWS / 2],
] as const)('%s is a list that looks whole', async (mode, rows) => {
  await using sandbox = await openSandbox();
  sandbox.plan({ mode, count: 1 });
  expect(await list(sandbox)).toHaveLength(rows);
  expect(await list(sandbox)).toHaveLength(REGISTER_ROWS);
});
