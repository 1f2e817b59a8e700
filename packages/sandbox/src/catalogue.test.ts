import { expect, test } from 'vitest';
import { Client, openSandbox } from '../test/client.ts';
import { createCatalogue, type Standard } from './catalogue.ts';

const CLEAN_CODE = /^(EC\d{4}(\.\d{2})?|ECM\d{4})$/;

test('the pages hold every standard once, in order of code', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  const codes: string[] = [];
  let pages = 1;
  for (let page = 1; page <= pages; page += 1) {
    const body = (await client.request(`/v1/standards?page=${page}`)).json();
    expect(body).toMatchObject({ page, pageSize: 25, total: 111 });
    pages = Number(body.pages);
    codes.push(...(body.items as Standard[]).map((standard) => standard.code));
  }
  expect(pages).toBe(5);
  expect(codes).toHaveLength(111);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes.every((code) => CLEAN_CODE.test(code))).toBe(true);
});

test('one standard is found by its code, with its version', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  expect((await client.request('/v1/standards/EC0586.01')).json()).toEqual({
    code: 'EC0586.01',
    title: 'Instalación de sistemas fotovoltaicos en residencia, comercio e industria',
    level: expect.any(Number),
    sector: expect.any(String),
    committee: expect.stringContaining('de Energía Renovable y Eficiencia Energética'),
    version: 1,
    status: 'ACTIVE',
  });
  expect((await client.request('/v1/standards/EC0325')).json().version).toBe(0);
  expect((await client.request('/v1/standards/EC9999')).status).toBe(404);
});

test('every standard has a title, a level from 1 to 5, a sector and a committee', () => {
  const { items } = createCatalogue({ hasHazards: false, retired: [] }).page(1, 200);
  for (const standard of items) {
    expect([1, 2, 3, 4, 5]).toContain(standard.level);
    for (const text of [standard.title, standard.sector, standard.committee]) expect(text).toMatch(/^\S.*\S$/u);
  }
});

test('a page after the last is empty; a page that is no number is refused', async () => {
  await using sandbox = await openSandbox();
  const client = await Client.connect(sandbox);
  expect((await client.request('/v1/standards?page=6')).json().items).toEqual([]);
  for (const query of ['page=0', 'page=-1', 'page=x', 'page=1&pageSize=101', 'page=1e3']) {
    expect((await client.request(`/v1/standards?${query}`)).status).toBe(422);
  }
});

test('with hazards some codes end in a space or a no-break space and some titles hold doubled spaces; the facts stay', () => {
  const clean = createCatalogue({ hasHazards: false, retired: [] }).page(1, 200).items;
  const dirty = createCatalogue({ hasHazards: true, retired: [] }).page(1, 200).items;
  expect(dirty.filter((standard) => standard.code.endsWith('\u00a0')).length).toBeGreaterThan(10);
  expect(dirty.filter((standard) => standard.code.endsWith(' ')).length).toBeGreaterThan(10);
  expect(dirty.filter((standard) => standard.title.includes('  ')).length).toBeGreaterThan(10);
  const washed = dirty.map((standard) => ({
    ...standard,
    code: standard.code.trim(),
    title: standard.title.trim().replaceAll(/\s+/g, ' '),
  }));
  expect(washed).toEqual(clean);
});

test('with hazards a clean code is still accepted in a submission and found', async () => {
  await using sandbox = await openSandbox({ catalogueHazards: true });
  const client = await Client.connect(sandbox);
  expect((await client.submit()).status).toBe(201);
  expect((await client.request('/v1/standards/EC0586.01')).status).toBe(200);
});
