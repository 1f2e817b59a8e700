import { type Standard, soil } from './catalogue.ts';
import { chance } from './chance.ts';
import standards from './data/standards.json' with { type: 'json' };

/** A row as CONOCER's public list has it: every value a text. */
export type RegisterRow = {
  idEstandarCompetencia: string;
  idSectorProductivo: string;
  codigo: string;
  nivel: string;
  titulo: string;
  comite: string;
  secProductivo: string;
};

/** What the register says from now on: standards added or said anew by their code, and codes that it no longer lists. */
export type RegisterRevision = {
  readonly list?: readonly Pick<Standard, 'code' | 'title' | 'level' | 'sector' | 'committee'>[] | undefined;
  readonly drop?: readonly string[] | undefined;
};

/** Rows of the list, the dirt included, when nothing was revised: about as many as the real one had in 2025. */
export const REGISTER_ROWS = 1_500;

/** Rows that tell of no standard, or tell it twice. */
const DIRT: readonly Partial<RegisterRow>[] = [
  { codigo: 'SIN CÓDIGO', titulo: 'SAMPLE fila sin código' },
  { codigo: 'EC86', titulo: 'SAMPLE fila con un código a medias' },
  { codigo: ' ', titulo: 'SAMPLE fila con un código en blanco' },
];

/** Invented standards have codes from here on: the highest that CONOCER has given is EC1731. */
const FIRST_SAMPLE = 8_600;

const ACTS = [
  'Operación',
  'Mantenimiento',
  'Instalación',
  'Supervisión',
  'Asesoría',
  'Diseño',
  'Atención',
  'Evaluación',
  'Gestión',
];
const OBJECTS = [
  'de equipos de muestra',
  'de huertos de muestra',
  'de sistemas fotovoltaicos de muestra',
  'de procesos de muestra',
  'a personas de muestra',
];
const SECTORS = [...new Set(standards.map(({ sector }) => sector))];

/**
 * The public register as a list, with the dirt of the real one: 111 real standards, the rest invented. What is invented says SAMPLE in its title and has a
 * code that CONOCER never gave (EC8600 and on), so that nobody takes it for a standard. The same rows at every start.
 */
export class PublicRegister {
  readonly #listed = new Map<string, Standard>();

  constructor() {
    this.reset();
  }

  /** The register says this from now on. Throws where a code that is to be dropped is not listed. */
  revise({ list = [], drop = [] }: RegisterRevision): void {
    for (const code of drop) {
      if (!this.#listed.delete(code)) throw new Error(`Expected the code of a listed standard to drop, got ${code}`);
    }
    for (const row of list)
      this.#listed.set(row.code, { ...row, version: Number(row.code.split('.')[1] ?? 0), status: 'ACTIVE' });
  }

  /** As at the start. */
  reset(): void {
    this.#listed.clear();
    for (const row of standards) this.#listed.set(row.code, { ...row, version: 0, status: 'ACTIVE' });
    for (let index = 0; this.#listed.size < REGISTER_ROWS - DIRT.length - 1; index += 1) {
      const row = sample(index);
      this.#listed.set(row.code, row);
    }
  }

  /** The list, by code, then what is no standard, then one row a second time. */
  rows(): RegisterRow[] {
    const clean = [...this.#listed.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    const rows = clean.map((row, index) => toRow(soil(row, index), index));
    const dirt = DIRT.map((part, index) => ({ ...toRow(sample(index), clean.length + index), ...part }));
    const twice = rows[0];
    return [...rows, ...dirt, ...(twice === undefined ? [] : [twice])];
  }
}

function sample(index: number): Standard {
  const pick = (of: readonly string[], what: string) => of[Math.floor(chance(1, what, index) * of.length)] ?? '';
  const number = FIRST_SAMPLE + index;
  return {
    code: `EC${number}`,
    title: `SAMPLE ${pick(ACTS, 'act')} ${pick(OBJECTS, 'object')} (${number})`,
    level: 1 + Math.floor(chance(1, 'level', index) * 5),
    sector: pick(SECTORS, 'sector'),
    committee: `SAMPLE comité ${1 + (index % 40)}${index % 30 === 0 ? ' / SAMPLE segundo comité' : ''}`,
    version: 0,
    status: 'ACTIVE',
  };
}

/** In the real list a quarter of the sector ids are blank or 0, and 40 rows join committees by a bare slash. */
function toRow({ code, title, level, sector, committee }: Standard, index: number): RegisterRow {
  const sectorId = index % 4 === 1 ? (index % 8 === 1 ? '' : '0') : String(1 + SECTORS.indexOf(sector));
  return {
    idEstandarCompetencia: String(index + 1),
    idSectorProductivo: sectorId,
    codigo: code,
    nivel: String(level),
    titulo: title,
    comite: committee.replaceAll(' / ', '/'),
    secProductivo: sector,
  };
}
