import { fail, ok, type Result } from '@academy/kernel';

/** What a candidate is asked about before she is evaluated. RIGHTS_AND_DUTIES is no consent: it is the acuse that she was told of them. */
export const CONSENT_PURPOSES = ['EVALUATION_DATA', 'RENAP_PUBLICATION', 'RIGHTS_AND_DUTIES'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** A text that is shown now; another wording has another version, and is asked for anew. */
export type ConsentText = {
  readonly purpose: ConsentPurpose;
  readonly version: string;
  /** Without it there is no evaluation. */
  readonly isRequired: boolean;
  readonly text: string;
};

/** The texts that are shown now. The academy's own wording: an academy has its lawyers read them. */
export const CONSENT_TEXTS: readonly ConsentText[] = [
  {
    purpose: 'EVALUATION_DATA',
    version: '2026-11',
    isRequired: true,
    text: 'Consiento que la academia, su centro de evaluación y la persona evaluadora traten mis datos, mis respuestas y las evidencias que se reúnan, con el único fin de evaluar mi competencia y tramitar su certificación. Puedo retirar este consentimiento; sin él la evaluación no continúa.',
  },
  {
    purpose: 'RENAP_PUBLICATION',
    version: '2026-11',
    isRequired: false,
    text: 'Consiento que mi certificación se publique en el Registro Nacional de Personas con Competencias Certificadas (RENAP). Es voluntario: no darlo, o retirarlo, no cambia la evaluación ni su resultado.',
  },
  {
    purpose: 'RIGHTS_AND_DUTIES',
    version: '2026-11',
    isRequired: true,
    text: 'Se me entregaron y explicaron mis derechos y obligaciones en el proceso de evaluación y certificación, y cómo presentar una queja.',
  },
];

/** A receipt that stands: given and not withdrawn. */
export type StandingConsent = { readonly purpose: ConsentPurpose; readonly textVersion: string };

/** Purposes that must be consented to, by the text of now, and are not; and whether the acuse is there. */
export function consentFacts(standing: readonly StandingConsent[]): {
  readonly missingConsents: readonly ConsentPurpose[];
  readonly hasAcuse: boolean;
} {
  const missing = CONSENT_TEXTS.filter(
    ({ purpose, version, isRequired }) =>
      isRequired && !standing.some((one) => one.purpose === purpose && one.textVersion === version),
  ).map(({ purpose }) => purpose);
  return {
    missingConsents: missing.filter((purpose) => purpose !== 'RIGHTS_AND_DUTIES'),
    hasAcuse: !missing.includes('RIGHTS_AND_DUTIES'),
  };
}

/** Whether a consent may be given to this version: to the text of now alone. */
export function mayConsentTo(
  purpose: ConsentPurpose,
  textVersion: string,
): Result<undefined, { readonly kind: 'OtherText'; readonly expected: string; readonly came: string }> {
  const expected = CONSENT_TEXTS.find((one) => one.purpose === purpose)?.version ?? '';
  return textVersion === expected ? ok(undefined) : fail({ kind: 'OtherText', expected, came: textVersion });
}

/** Whether what was given for the purpose can be taken back: all but what says that something was done. */
export function isWithdrawable(purpose: ConsentPurpose): boolean {
  return purpose !== 'RIGHTS_AND_DUTIES';
}
