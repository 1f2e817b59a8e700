import type { MissedThreshold, NotificationRequest, NotificationTexts } from './texts.ts';

const CRITERIA = { SUSTAINABILITY: 'Sustentabilidad', SOCIAL_JUSTICE: 'Justicia social' } as const;

const points = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 1 });
const calendar = new Intl.DateTimeFormat('es-MX', { dateStyle: 'long', timeZone: 'UTC' });

/** What people are told in Spanish. */
export const SPANISH: NotificationTexts = {
  subjects: {
    'certification.submitted': 'Enviamos tu solicitud a CONOCER',
    'certification.issued': 'Tu certificado está listo',
    'certification.rejected': 'CONOCER no aceptó tu solicitud',
    'certification.results-delivered': 'Ya están tus resultados',
    'certification.not-yet-competent': 'El resultado de tu evaluación',
    'certification.revoked': 'Tu certificado fue revocado',
    'certification.compliance-held': 'Tu certificación está en pausa',
    'certification.reopened': 'Tu certificación sigue su camino',
    'certification.expiring': 'Tu certificado está por vencer',
    'certification.authority-silent': 'CONOCER no ha respondido a una solicitud',
    'standard.changed': 'Cambió el estándar de tu curso',
  },
  bodies: {
    'certification.submitted': (request) =>
      `CONOCER ya tiene tu solicitud de certificación por el ${course(request)}. Suele responder en un plazo de 90 días; te avisaremos en cuanto lo haga.`,
    'certification.issued': (request) =>
      request.officialFolio === null
        ? `¡Felicidades! Tu certificado del ${course(request)} ya está listo. Lo encuentras en tu portafolio.`
        : `¡Felicidades! CONOCER emitió tu certificado de competencia por el ${course(request)}, con el folio ${request.officialFolio}. Lo encuentras en tu portafolio.`,
    'certification.rejected': (request) =>
      `CONOCER no aceptó la solicitud de certificación por el ${course(request)}. ${rejection(request.rejectionReason)} El certificado de tu academia sigue siendo válido. Acércate a tu centro de evaluación para ver contigo el siguiente paso.`,
    'certification.results-delivered': (request) =>
      `Ya están los resultados de tu evaluación del ${course(request)}. Puedes consultarlos en tu certificación.`,
    'certification.not-yet-competent': (request) =>
      `Gracias por tu esfuerzo en el ${course(request)}. Esta vez el resultado de tu evaluación fue «todavía no competente». Repasa los temas que te costaron más y vuelve a intentarlo cuando te sientas lista o listo.`,
    'certification.revoked': (request) =>
      `El certificado que tenías por el ${course(request)} fue revocado y ya no es válido. Acércate a tu academia: te dirán por qué, y qué puedes hacer si no estás de acuerdo.`,
    'certification.compliance-held': (request) =>
      `Tu certificación por el ${course(request)} está en pausa. No tiene que ver con tu desempeño: el curso todavía no alcanza los criterios solarpunk que tu academia pide antes de enviarla a CONOCER.${missed(request.missedCriteria)} Tu academia ya lo sabe; por ahora no tienes que hacer nada.`,
    'certification.reopened': (request) =>
      `Tu certificación por el ${course(request)} está abierta otra vez y sigue su camino. Te avisaremos cuando haya un resultado.`,
    'certification.expiring': (request) =>
      `Tu certificado de competencia por el ${course(request)} vence ${expiry(request)}. Si quieres conservarlo vigente, acércate a tu centro de evaluación para renovarlo a tiempo.`,
    'certification.authority-silent': (request) =>
      `CONOCER lleva ${request.days ?? 'muchos'} días sin responder a una solicitud de certificación por el ${course(request)}. Revisa el caso en la lista de certificaciones y pregunta a CONOCER por él.`,
    'standard.changed': (request) =>
      `El ${course(request)} está alineado con un estándar de competencia que ${changed(request)} Revisa el contenido y la evaluación, y pide a tu academia que alinee el curso con el estándar vigente.`,
  },
  frame: {
    greeting: 'Hola:',
    link: 'Abrir la academia',
    footer: (academy) =>
      `Te escribe ${academy} porque tienes una cuenta en su academia. Puedes elegir qué correos recibes en tus preferencias de avisos. Este buzón no recibe respuestas.`,
  },
};

function course({ courseTitle }: NotificationRequest): string {
  return `curso «${courseTitle}»`;
}

function changed({ standard }: NotificationRequest): string {
  if (standard === undefined) return 'cambió en el registro de CONOCER.';
  const { code, status, supersededBy } = standard;
  const next = supersededBy === null ? '' : ` La versión vigente es ${supersededBy}.`;
  return status === 'RETIRED'
    ? `ya no está en el registro de CONOCER: ${code}.${next}`
    : `tiene una versión más reciente: ${code}.${next}`;
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

function expiry({ days, lastDay }: NotificationRequest): string {
  const on = lastDay === null ? 'pronto' : `el ${calendar.format(new Date(lastDay))}`;
  return days === null ? on : `${on}, dentro de ${days} ${days === 1 ? 'día' : 'días'}`;
}
