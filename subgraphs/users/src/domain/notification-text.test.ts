import { describe, expect, test } from 'vitest';
import { type NotificationRequest, notificationText } from './notification-text.ts';

function about(topic: NotificationRequest['topic'], more: Partial<NotificationRequest> = {}): string {
  return notificationText({
    topic,
    courseTitle: 'Instalación fotovoltaica',
    officialFolio: null,
    rejectionReason: null,
    missedCriteria: [],
    days: null,
    lastDay: null,
    ...more,
  });
}

test.each([
  'certification.issued',
  'certification.rejected',
  'certification.results-delivered',
  'certification.compliance-held',
  'certification.not-yet-competent',
] as const)('a notification of %s names the course and is a finished sentence', (topic) => {
  expect(about(topic)).toMatch(/«Instalación fotovoltaica».*\.$/s);
  expect(about(topic)).not.toMatch(/null|undefined|NaN|\$\{/);
});

test('an official certificate is announced with its folio', () => {
  expect(about('certification.issued', { officialFolio: 'D-0000451234' })).toContain('con el folio D-0000451234');
  expect(about('certification.issued')).not.toContain('con el folio');
});

describe('a rejection', () => {
  test('tells the reason that CONOCER gave, with one full stop', () => {
    const text = about('certification.rejected', { rejectionReason: 'La fotografía no cumple. ' });
    expect(text).toContain('El motivo que nos dio: La fotografía no cumple. El certificado');
  });

  test('says so when there was no reason', () => {
    expect(about('certification.rejected')).toContain('No nos dio un motivo.');
  });
});

describe('a course held back by its Solarpunk score', () => {
  test('lists each criterion missed, with the score and what is asked', () => {
    const text = about('certification.compliance-held', {
      missedCriteria: [
        { criterion: 'SUSTAINABILITY', required: 70, scored: 55.26 },
        { criterion: 'SOCIAL_JUSTICE', required: 80, scored: 79 },
      ],
    });
    expect(text).toContain(
      'Le falta: Sustentabilidad: 55.3 de los 70 puntos que se piden; Justicia social: 79 de los 80 puntos que se piden.',
    );
  });

  test('tells missing evidence apart from a low score', () => {
    const text = about('certification.compliance-held', {
      missedCriteria: [{ criterion: 'SOCIAL_JUSTICE', required: 80, scored: null }],
    });
    expect(text).toContain('Justicia social: aún no hay evidencia suficiente (se piden 80 puntos)');
  });

  test('tells the learner that it is not about her', () => {
    expect(about('certification.compliance-held')).toContain('No tiene que ver con tu desempeño');
  });
});
