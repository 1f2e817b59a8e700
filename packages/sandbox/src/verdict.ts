import { chance } from './chance.ts';

/**
 * Why the authority refuses, and whether a corrected file may be submitted again.
 * The codes are the sandbox's own: CONOCER publishes none.
 */
export const REJECTION_REASONS = {
  PHOTO_REJECTED: { correctable: true, reason: 'La fotografía no cumple los requisitos.' },
  NAME_MISMATCH: { correctable: true, reason: 'El nombre no coincide con el registrado en RENAPO.' },
  EVIDENCE_INCOMPLETE: { correctable: true, reason: 'El portafolio de evidencias está incompleto.' },
  SIGNATURE_MISSING: { correctable: true, reason: 'Falta una firma en la cédula de evaluación.' },
  PAYMENT_NOT_RECONCILED: { correctable: true, reason: 'El pago de la emisión no está conciliado.' },
  EVALUATOR_NOT_ACCREDITED: {
    correctable: false,
    reason: 'El evaluador no estaba acreditado en la fecha de la evaluación.',
  },
  DUPLICATE_CERTIFICATE: {
    correctable: false,
    reason: 'La persona ya cuenta con un certificado vigente en este estándar.',
  },
  REVERSED_ON_REVIEW: { correctable: false, reason: 'El certificado se dejó sin efecto en una revisión posterior.' },
} as const satisfies Record<string, { correctable: boolean; reason: string }>;

export type RejectionCode = keyof typeof REJECTION_REASONS;

export const REJECTION_CODES = Object.keys(REJECTION_REASONS) as [RejectionCode, ...RejectionCode[]];

/** What the authority decides; the folio and the date are added when the decision falls due. */
export type Verdict = { status: 'APPROVED' } | { status: 'REJECTED'; reasonCode: RejectionCode };

export const VERDICT_POLICIES = ['approve', 'reject', 'by-seed', 'manual'] as const;

/** `manual` decides nothing by itself: a submission stays IN_REVIEW until somebody calls `decide`. */
export type VerdictPolicy = (typeof VERDICT_POLICIES)[number];

/** Under `by-seed`, four of five are approved. */
const APPROVED_SHARE = 0.8;

/** A reversal is never drawn as a first verdict. */
const DRAWN_CODES = REJECTION_CODES.filter((code) => code !== 'REVERSED_ON_REVIEW');

/**
 * The verdict a submission will meet; undefined means that nobody has decided it.
 * Under `by-seed` it depends on seed and external reference only: neither arrival order nor time changes it.
 */
export function foreseeVerdict(
  policy: VerdictPolicy,
  context: { seed: number; externalRef: string; reasonCode: RejectionCode },
): Verdict | undefined {
  switch (policy) {
    case 'approve':
      return { status: 'APPROVED' };
    case 'reject':
      return { status: 'REJECTED', reasonCode: context.reasonCode };
    case 'by-seed':
      return drawVerdict(context.seed, context.externalRef);
    case 'manual':
      return undefined;
  }
}

function drawVerdict(seed: number, externalRef: string): Verdict {
  if (chance(seed, 'verdict', externalRef) < APPROVED_SHARE) return { status: 'APPROVED' };
  const draw = Math.floor(chance(seed, 'reason', externalRef) * DRAWN_CODES.length);
  return { status: 'REJECTED', reasonCode: DRAWN_CODES[draw] ?? 'EVIDENCE_INCOMPLETE' };
}
