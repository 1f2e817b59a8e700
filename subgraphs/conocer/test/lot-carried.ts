import { curpFor, seedId, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { person } from '@academy/testing/people';
import { strFromU8, unzipSync } from 'fflate';
import { type Office, openOffice } from './office.ts';

export const celia = person('raices', 'celia', 'certifier');
export const LOT = seedId('lot:test');

const PACKAGE = `lotPackage { id status size sha256 files { name bytes sha256 } lot { id } handedOverAt
  outcomes { edges { node { id } } } }`;
const OUTCOME = `outcome { id sha256 issued rejected unchanged doubts entries(first: 100) { edges { node { line kind certification { id } } } } }`;

export type Answer = {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly codes: readonly string[];
  readonly lotPackage?: {
    id: string;
    status: string;
    size: number;
    sha256: string | null;
    files: { name: string; sha256: string }[];
  };
  readonly fileName?: string;
  readonly contentBase64?: string;
  readonly outcome?: {
    id: string;
    issued: number;
    rejected: number;
    unchanged: number;
    doubts: number;
    entries: { edges: { node: { line: number | null; kind: string; certification: { id: string } | null } }[] };
  };
  readonly problems?: { line: number; column: string | null; expected: string }[];
};

/** Somebody of a lot, as users knows her. */
export type InLot = {
  readonly id: string;
  readonly certificationId: string;
  readonly externalRef: string;
  readonly curp: string;
  readonly fullName: string;
};

/** An invented person with a CURP of the right form, the same for one number. */
export function inventedPerson(number: number, fullName = `Persona Número ${number}`) {
  const birthDate = `19${String(60 + (number % 40)).padStart(2, '0')}-0${1 + (number % 9)}-1${number % 10}`;
  const curp = curpFor(
    { firstSurname: 'Muñoz', secondSurname: 'Ibarra', givenNames: 'Ana', birthDate, sex: 'M', stateCode: 'OC' },
    number % 10,
  );
  return { curp, fullName };
}

/** An office whose tenant is served in lots by people, and what a certifier does there. */
export async function openCarried() {
  const office: Office = await openOffice();
  const others = new Map<string, { curp: string | null; fullName: string | null }>();
  office.users.people = { ...office.users.people, others };
  const { island } = office;

  async function answerTo(actor: UserPrincipal, name: string, input: object, selection: string): Promise<Answer> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { code message }
      ... on ${type}Success { ${selection} } ${name === 'lotOutcomeImport' ? '... on LotOutcomeUnreadableError { problems { line column expected } }' : ''} } }`;
    const answer = await island.ask(actor, query, { input: { idempotencyKey: newId(), ...input } });
    return { ...(answer.data?.[name] as Answer), codes: answer.errors.map(({ code }) => String(code)) };
  }

  const acts = {
    exports: (actor: UserPrincipal, lotId: string | null = LOT, more: object = {}) =>
      answerTo(actor, 'lotPackageExport', { lotId, ...more }, PACKAGE),
    downloads: (actor: UserPrincipal, lotPackageId: string, more: object = {}) =>
      answerTo(actor, 'lotPackageDownload', { lotPackageId, ...more }, `${PACKAGE} fileName contentBase64`),
    handsOver: (actor: UserPrincipal, lotPackageId: string, more: object = {}) =>
      answerTo(actor, 'lotPackageHandOver', { lotPackageId, ...more }, PACKAGE),
    imports: (actor: UserPrincipal, lotPackageId: string, content: string, more: object = {}) =>
      answerTo(actor, 'lotOutcomeImport', { lotPackageId, content, ...more }, OUTCOME),
  };

  /** Cases of these people were ruled valid in the lot, and ask for their submission. */
  async function prepared(people: readonly { curp: string; fullName: string }[], lotId: string = LOT): Promise<InLot[]> {
    const all: InLot[] = [];
    for (const one of people) {
      const id = newId();
      others.set(id, { ...one });
      const asked = await office.request({ candidateId: id, lotId, authority: 'MANUAL_LOT' });
      all.push({ id, ...asked, ...one });
    }
    return all;
  }

  /** A package of what waits in the lot, built. */
  async function ready(lotId: string = LOT): Promise<string> {
    const { lotPackage } = await acts.exports(celia, lotId);
    await island.runDueJobs();
    return lotPackage?.id ?? '';
  }

  async function packageNow(id: string): Promise<Answer['lotPackage'] | null> {
    const query = 'query ($id: ID!) { lotPackage(id: $id) { id status size sha256 files { name bytes sha256 } } }';
    const answer = await island.ask(celia, query, { id });
    return (answer.data?.['lotPackage'] ?? null) as Answer['lotPackage'] | null;
  }

  return { ...acts, office, island, others, prepared, ready, packageNow, [Symbol.asyncDispose]: office[Symbol.asyncDispose] };
}

export type Carried = Awaited<ReturnType<typeof openCarried>>;

/** What is in a package that was downloaded. */
export function unpacked(contentBase64: string | undefined): {
  readonly bytes: Record<string, Uint8Array>;
  text(name: string): string;
} {
  const bytes = unzipSync(Buffer.from(contentBase64 ?? '', 'base64'));
  return { bytes, text: (name) => strFromU8(bytes[name] ?? new Uint8Array()) };
}

export const HEADER = 'referencia,curp,estandar,resultado,folio,fecha_emision,motivo,corregible';

/** A line that says that the certificate was issued. */
export function issuedLine(
  { externalRef, curp }: Pick<InLot, 'externalRef' | 'curp'>,
  folio: string,
  standard = 'EC0586.01',
): string {
  return [externalRef, curp, standard, 'EMITIDO', folio, '2026-03-05', '', ''].join(',');
}

/** A line that says that it was rejected. */
export function rejectedLine(
  { externalRef, curp }: Pick<InLot, 'externalRef' | 'curp'>,
  reason = 'La fotografía no cumple.',
): string {
  return [externalRef, curp, 'EC0586.01', 'RECHAZADO', '', '', reason, 'SI'].join(',');
}
