import type { AuthorityStandard, CertificationAuthority } from '../authority/port.ts';
import type { RegisterRow } from '../domain/register-row.ts';
import type { RegisterReading, RegisterSource } from './register-source.ts';

/** More pages of 100 than a register has. */
const MOST_PAGES = 60;

/** A job must end within 25 s, and stores what was read after this. */
const DEADLINE_MS = 15_000;

/** The standards that the authority itself lists, page by page. A list that changes its length while it is read is not believed. */
export function createAuthorityRegister(authority: CertificationAuthority): RegisterSource {
  return {
    name: `authority:${authority.name}`,
    async read({ signal }) {
      if (authority.servedBy === 'PEOPLE') return { kind: 'failed', failure: 'REFUSED', detail: 'NO_REGISTER' };
      const over = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
      const rows: Partial<RegisterRow>[] = [];
      for (let page = 1, pages = 1; page <= pages; page += 1) {
        const reading = await authority.process.standards(page, { signal: over });
        if (reading.kind === 'unavailable') return asFailure(reading.cause, over.aborted);
        const { value } = reading;
        if (value.page !== page || value.pages > MOST_PAGES || (page > 1 && value.pages !== pages)) {
          return { kind: 'failed', failure: 'UNREADABLE', detail: 'PAGES_DO_NOT_FIT' };
        }
        pages = value.pages;
        rows.push(...value.standards.map(toRow), ...(value.unreadableCodes ?? []).map((codigo) => ({ codigo })));
      }
      return { kind: 'rows', rows };
    },
  };
}

function asFailure(cause: string, isOver: boolean): RegisterReading {
  if (isOver || cause === 'DEADLINE') return { kind: 'failed', failure: 'LATE', detail: cause };
  if (cause === 'UNREADABLE') return { kind: 'failed', failure: 'UNREADABLE', detail: 'NOT_THE_PROTOCOL' };
  const failure = /^HTTP_\d+$/.test(cause) ? 'REFUSED' : 'UNREACHABLE';
  return { kind: 'failed', failure, detail: cause };
}

function toRow({ code, title, level, sector, committee, status }: AuthorityStandard): RegisterRow {
  return {
    codigo: code,
    titulo: title,
    nivel: String(level),
    secProductivo: sector,
    comite: committee,
    isWithdrawn: status === 'RETIRED',
  };
}
