import { fail, ok, type Result } from '@academy/kernel';
import { cleanRegisterText, parseStandardCode } from './standard-code.ts';

/** A row of the public register as it is published: every value a text, none of them trusted. */
export type RegisterRow = {
  readonly codigo: string;
  readonly titulo: string;
  readonly nivel: string;
  readonly secProductivo: string;
  readonly comite: string;
  /** Only an authority says so; the public register lists what is in force. */
  readonly isWithdrawn: boolean;
};

/** A standard as a row of the register has it, cleaned. */
export type ListedStandard = {
  readonly code: string;
  readonly major: string;
  readonly version: string | null;
  readonly title: string;
  readonly level: number;
  readonly sector: string;
  /** Several are joined by " / "; null when the row names none. */
  readonly committee: string | null;
  readonly isWithdrawn: boolean;
};

/** Why a row says nothing that can be kept. */
export type RowFlaw = 'NOT_A_ROW' | 'NO_CODE' | 'BAD_CODE' | 'NO_TITLE' | 'BAD_LEVEL' | 'NO_SECTOR' | 'REPEATED' | 'CONTRADICTED';

/** Most characters of a title, sector or committee; the longest known has 214. */
const LONGEST_TEXT = 500;

const LEVEL = /^(?:nivel )?([1-5])$/i;

/**
 * The standard that a row of the register tells of, without the register's dirt: marks and spaces around codes, doubled spaces and control characters
 * in texts, committees joined by a bare slash. Its sector is the name: the register's sector ids are blank or 0 in a quarter of the rows.
 */
export function readRegisterRow(row: RegisterRow): Result<ListedStandard, RowFlaw> {
  if (registerText(row.codigo) === '') return fail('NO_CODE');
  const parsed = parseStandardCode(withoutControls(row.codigo));
  if (!parsed.ok) return fail('BAD_CODE');
  const title = registerText(row.titulo);
  if (title === '') return fail('NO_TITLE');
  const level = LEVEL.exec(registerText(row.nivel))?.[1];
  if (level === undefined) return fail('BAD_LEVEL');
  const sector = registerText(row.secProductivo);
  if (sector === '' || sector === '0') return fail('NO_SECTOR');
  const { code, major, version } = parsed.value;
  const committees = committeesIn(row.comite);
  return ok({
    code,
    major,
    version,
    title,
    level: Number(level),
    sector,
    committee: committees.length === 0 ? null : committees.join(COMMITTEE_JOINT),
    isWithdrawn: row.isWithdrawn,
  });
}

/** What stands between the committees of a standard that several wrote. */
const COMMITTEE_JOINT = ' / ';

/** The committees that a text of the register names, each once, in its order. */
export function committeesIn(text: string): string[] {
  return [...new Set(registerText(text).split('/').map(cleanRegisterText).filter(Boolean))];
}

/** A text of the register, clean and at most 500 characters long. */
export function registerText(text: string): string {
  return cleanRegisterText(cleanRegisterText(withoutControls(text)).slice(0, LONGEST_TEXT));
}

function withoutControls(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
