import standards from './data/standards.json' with { type: 'json' };

/** A standard as the authority lists it. */
export type Standard = {
  code: string;
  title: string;
  /** 1 to 5. */
  level: number;
  sector: string;
  committee: string;
  /** The number after the point of the code; 0 for a code without one. */
  version: number;
  status: 'ACTIVE' | 'RETIRED';
};

export type StandardPage = { items: Standard[]; page: number; pageSize: number; pages: number; total: number };

export type CatalogueOptions = {
  /**
   * The list shows the dirt of the public register: a no-break space or a space after some codes, doubled and outer
   * spaces in some titles. Codes in a submission must still be clean.
   */
  hasHazards: boolean;
  /** Codes that are listed as RETIRED and refused in a submission. */
  retired: readonly string[];
};

export type Catalogue = {
  page(page: number, pageSize: number): StandardPage;
  /** By clean code. */
  find(code: string): Standard | undefined;
  isActive(code: string): boolean;
};

/**
 * 111 real standards: codes, titles, levels, sectors and committees are facts of RENEC (extract of 2025-11-28).
 * The order is the code's and never changes, so that pages fit together.
 */
export function createCatalogue(options: CatalogueOptions): Catalogue {
  const clean = new Map(standards.map((row) => [row.code, toStandard(row, options.retired)]));
  const shown = new Map([...clean].map(([code, row], index) => [code, options.hasHazards ? soil(row, index) : row]));
  return {
    page: (page, pageSize) => ({
      items: [...shown.values()].slice((page - 1) * pageSize, page * pageSize),
      page,
      pageSize,
      pages: Math.ceil(shown.size / pageSize),
      total: shown.size,
    }),
    find: (code) => shown.get(code),
    isActive: (code) => clean.get(code)?.status === 'ACTIVE',
  };
}

function toStandard(row: (typeof standards)[number], retired: readonly string[]): Standard {
  const version = Number(row.code.split('.')[1] ?? 0);
  return { ...row, version, status: retired.includes(row.code) ? 'RETIRED' : 'ACTIVE' };
}

/** Which rows are dirty depends on their place only, so that every start shows the same dirt. */
export function soil(row: Standard, index: number): Standard {
  const code = index % 7 === 3 ? `${row.code}\u00a0` : index % 7 === 5 ? `${row.code} ` : row.code;
  const doubled = index % 5 === 2 ? row.title.replace(' ', '  ') : row.title;
  const title = index % 11 === 4 ? ` ${doubled} ` : doubled;
  return { ...row, code, title };
}
