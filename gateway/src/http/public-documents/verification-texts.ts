import { readQualityValues } from '../quality-values.ts';
import type { ToldVerification } from './ask-certification.ts';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
type Outcome = ToldVerification['outcome'];

/** All that the verification page says. */
export type PageTexts = {
  readonly title: string;
  readonly otherLanguage: string;
  readonly codeLabel: string;
  readonly codeHint: string;
  readonly credentialLabel: string;
  readonly credentialHint: string;
  readonly verify: string;
  readonly outcomes: Readonly<Record<Outcome, { readonly heading: string; readonly why: string }>>;
  readonly kinds: Readonly<Record<'COMPLETION' | 'COMPETENCY', string>>;
  readonly fields: Readonly<
    Record<
      | 'kind'
      | 'academy'
      | 'holder'
      | 'course'
      | 'standard'
      | 'folio'
      | 'officialFolio'
      | 'issuedAt'
      | 'revokedAt'
      | 'validUntil'
      | 'issuer'
      | 'checkedAt',
      string
    >
  >;
  readonly erased: string;
  readonly document: string;
};

export const TEXTS: Readonly<Record<Language, PageTexts>> = {
  es: {
    title: 'Verificación de certificados',
    otherLanguage: 'English',
    codeLabel: 'Código de verificación o folio',
    codeHint: 'Como está impreso en el certificado; mayúsculas, espacios y guiones no importan.',
    credentialLabel: 'Credencial digital',
    credentialHint: 'El texto completo de la credencial: JSON o JWT.',
    verify: 'Verificar',
    outcomes: {
      VALID: { heading: 'Válido', why: 'Lo emitió esta academia, no fue modificado, y no está revocado ni vencido.' },
      REVOKED: { heading: 'Revocado', why: 'Lo emitió esta academia y después lo revocó: ya no es válido.' },
      EXPIRED: { heading: 'Vencido', why: 'Lo emitió esta academia y su vigencia terminó.' },
      TAMPERED: { heading: 'Alterado', why: 'La firma no corresponde a lo que dice: se modificó después de firmarse.' },
      WRONG_ISSUER: {
        heading: 'De otro emisor',
        why: 'Nombra a otro emisor, o se firmó con una llave que no es de esta academia.',
      },
      UNKNOWN: {
        heading: 'No encontrado',
        why: 'Esta academia no conoce ningún certificado así. Compara letra por letra, o pregunta a la academia que lo emitió.',
      },
    },
    kinds: {
      COMPLETION: 'Certificado de curso de la academia',
      COMPETENCY: 'Constancia de que existe un certificado oficial de competencia laboral',
    },
    fields: {
      kind: 'Qué es',
      academy: 'Academia',
      holder: 'Iniciales de la persona titular',
      course: 'Curso',
      standard: 'Estándar de competencia',
      folio: 'Folio',
      officialFolio: 'Folio oficial',
      issuedAt: 'Emitido',
      revokedAt: 'Revocado',
      validUntil: 'Vigente hasta',
      issuer: 'Identificador del emisor',
      checkedAt: 'Verificado',
    },
    erased: 'La persona titular pidió suprimir sus datos: nada dice ya de quién es.',
    document: 'Credencial firmada (JSON)',
  },
  en: {
    title: 'Certificate verification',
    otherLanguage: 'Español',
    codeLabel: 'Verification code or folio',
    codeHint: 'As printed on the certificate; capitals, spaces and dashes do not matter.',
    credentialLabel: 'Digital credential',
    credentialHint: 'The whole text of the credential: JSON or JWT.',
    verify: 'Verify',
    outcomes: {
      VALID: { heading: 'Valid', why: 'This academy issued it, it was not changed, and it is neither revoked nor expired.' },
      REVOKED: { heading: 'Revoked', why: 'This academy issued it and revoked it later: it is no longer valid.' },
      EXPIRED: { heading: 'Expired', why: 'This academy issued it, and its validity is over.' },
      TAMPERED: { heading: 'Altered', why: 'The signature does not fit what it says: it was changed after it was signed.' },
      WRONG_ISSUER: {
        heading: 'Another issuer',
        why: 'It names another issuer, or was signed with a key that is not this academy’s.',
      },
      UNKNOWN: {
        heading: 'Not found',
        why: 'This academy knows no such certificate. Compare letter by letter, or ask at the academy that issued it.',
      },
    },
    kinds: {
      COMPLETION: 'Course certificate of the academy',
      COMPETENCY: 'Attestation that an official certificate of competency exists',
    },
    fields: {
      kind: 'What it is',
      academy: 'Academy',
      holder: 'Initials of the holder',
      course: 'Course',
      standard: 'Standard of competency',
      folio: 'Folio',
      officialFolio: 'Official folio',
      issuedAt: 'Issued',
      revokedAt: 'Revoked',
      validUntil: 'Valid until',
      issuer: 'Identifier of the issuer',
      checkedAt: 'Verified',
    },
    erased: 'The holder asked for her data to be erased: nothing says any more whose it is.',
    document: 'Signed credential (JSON)',
  },
};

/** The language that is asked for by name, else the one of the two that a browser prefers; Spanish where it has no preference. */
export function languageOf(named: unknown, accepted: string | undefined): Language {
  const asked = LANGUAGES.find((one) => one === named);
  if (asked !== undefined) return asked;
  const wanted = readQualityValues(accepted ?? '')
    .map(({ name, quality }) => ({ language: LANGUAGES.find((one) => one === name.slice(0, 2)), quality }))
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return wanted[0]?.language ?? 'es';
}
