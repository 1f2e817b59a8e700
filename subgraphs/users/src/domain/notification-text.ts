import { unreachable } from '@academy/kernel';

export type NotificationTopic =
  | 'certification.issued'
  | 'certification.rejected'
  | 'certification.results-delivered'
  | 'certification.compliance-held'
  | 'certification.not-yet-competent';

/** A threshold that a course misses; scores are 0 to 100, null when there is too little evidence to score. */
export type MissedThreshold = {
  readonly criterion: 'SUSTAINABILITY' | 'SOCIAL_JUSTICE';
  readonly required: number;
  readonly scored: number | null;
};

/** What a person is to be told. */
export type NotificationRequest = {
  readonly topic: NotificationTopic;
  readonly courseTitle: string;
  readonly officialFolio: string | null;
  readonly rejectionReason: string | null;
  readonly missedCriteria: readonly MissedThreshold[];
};

const CRITERIA = { SUSTAINABILITY: 'Sustentabilidad', SOCIAL_JUSTICE: 'Justicia social' } as const;

const points = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 1 });

/** The notification's text: plain Spanish, addressed to the person, without her name, so that it may be shown on a locked screen. */
export function notificationText(request: NotificationRequest): string {
  const course = `«${request.courseTitle}»`;
  switch (request.topic) {
    case 'certification.issued':
      return request.officialFolio === null
        ? `¡Felicidades! Tu certificado del curso ${course} ya está listo. Lo encuentras en tu portafolio.`
        : `¡Felicidades! CONOCER emitió tu certificado de competencia por el curso ${course}, con el folio ${request.officialFolio}. Lo encuentras en tu portafolio.`;
    case 'certification.rejected':
      return `CONOCER no aceptó la solicitud de certificación por el curso ${course}. ${rejection(request.rejectionReason)} El certificado de tu academia sigue siendo válido. Acércate a tu centro de evaluación para ver contigo el siguiente paso.`;
    case 'certification.results-delivered':
      return `Ya están los resultados de tu evaluación del curso ${course}. Puedes consultarlos en tu certificación.`;
    case 'certification.compliance-held':
      return `Tu certificación por el curso ${course} está en pausa. No tiene que ver con tu desempeño: el curso todavía no alcanza los criterios solarpunk que tu academia pide antes de enviarla a CONOCER.${missed(request.missedCriteria)} Tu academia ya lo sabe; por ahora no tienes que hacer nada.`;
    case 'certification.not-yet-competent':
      return `Gracias por tu esfuerzo en el curso ${course}. Esta vez el resultado de tu evaluación fue «todavía no competente». Repasa los temas que te costaron más y vuelve a intentarlo cuando te sientas lista o listo.`;
    default:
      return unreachable(request.topic);
  }
}

function rejection(reason: string | null): string {
  return reason === null ? 'No nos dio un motivo.' : `El motivo que nos dio: ${reason.replace(/[.\s]+$/, '')}.`;
}

function missed(criteria: readonly MissedThreshold[]): string {
  if (criteria.length === 0) return '';
  const told = criteria.map(({ criterion, required, scored }) =>
    scored === null
      ? `${CRITERIA[criterion]}: aún no hay evidencia suficiente (se piden ${points.format(required)} puntos)`
      : `${CRITERIA[criterion]}: ${points.format(scored)} de los ${points.format(required)} puntos que se piden`,
  );
  return ` Le falta: ${told.join('; ')}.`;
}
