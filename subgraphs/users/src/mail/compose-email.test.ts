import { describe, expect, test } from 'vitest';
import { notificationSubject, notificationText } from '../domain/notification-text.ts';
import { NOTIFICATION_TOPICS, type NotificationTopic } from '../domain/notification-topics.ts';
import { composeEmail, type EmailContent } from './compose-email.ts';

const TOPICS = Object.keys(NOTIFICATION_TOPICS) as NotificationTopic[];
const content: EmailContent = {
  id: '0190a000-0000-7000-8000-000000000003',
  to: 'alicia.robles@correo.example',
  topic: 'certification.issued',
  language: 'ES',
  text: 'Tu certificado está listo.',
  academy: 'Raíces Vivas',
  portalUrl: undefined,
};

test('an e-mail says who writes, and how not to be written to, in the language of its text', () => {
  const spanish = composeEmail(content);
  expect(spanish.text).toBe(
    'Hola:\n\nTu certificado está listo.\n\n-- \nTe escribe Raíces Vivas porque tienes una cuenta en su academia. Puedes elegir qué correos recibes en tus preferencias de avisos. Este buzón no recibe respuestas.',
  );
  expect(spanish.html).toContain('<html lang="es">');
  const english = composeEmail({ ...content, language: 'EN', text: 'Your certificate is ready.' });
  expect(english.text).toContain('Raíces Vivas writes to you because you have an account in its academy.');
  expect(english.html).toContain('<html lang="en">');
  expect(english.subject).toBe('Your certificate is ready');
});

test('there is a link only where the academy has an address, and it is the same in both parts', () => {
  expect(composeEmail(content).html).not.toContain('href');
  const linked = composeEmail({ ...content, portalUrl: 'https://academia.example/?a=1&b=2' });
  expect(linked.text).toContain('Abrir la academia: https://academia.example/?a=1&b=2');
  expect(linked.html).toContain('<a href="https://academia.example/?a=1&amp;b=2"');
});

describe('whatever a course is called', () => {
  const title = '</p><script>alert("x")</script>\r\nBcc: otra@correo.example\r\n\r\n<img src=x onerror=\'y\'>';
  const request = {
    courseTitle: title,
    officialFolio: 'D-1',
    rejectionReason: title,
    missedCriteria: [],
    days: 30,
    lastDay: '2028-03-01',
  };

  test.each(TOPICS)('(%s) it is no markup, and no line of a header', (topic) => {
    for (const language of ['ES', 'EN'] as const) {
      const text = notificationText({ ...request, topic }, language);
      const mail = composeEmail({ ...content, topic, language, text, academy: title });
      const body = mail.html.slice(mail.html.indexOf('<div'));
      expect(body.match(/<[a-z/!][^>]*>/gi)?.map((tag) => tag.replace(/^<\/?([a-z0-9]+).*$/is, '$1'))).toEqual([
        'div',
        'p',
        'p',
        'p',
        'p',
        'hr',
        'p',
        'p',
        'div',
        'body',
        'html',
      ]);
      for (const header of [mail.subject, mail.fromName]) expect(header).not.toMatch(/[\r\n\u2028\u2029\0]/);
      expect(mail.text).toContain('<script>');
    }
  });
});

describe.each(['ES', 'EN'] as const)('in %s', (language) => {
  test.each(TOPICS)('%s has a subject and a finished text of its own, without a hole', (topic) => {
    const text = notificationText(
      {
        topic,
        courseTitle: 'Instalación fotovoltaica',
        officialFolio: 'D-0000451234',
        rejectionReason: 'La foto no cumple',
        missedCriteria: [],
        days: 30,
        lastDay: '2028-03-01',
      },
      language,
    );
    expect(text).toContain(language === 'ES' ? 'curso «Instalación fotovoltaica»' : 'the course “Instalación fotovoltaica”');
    expect(text).toMatch(/\.$/);
    expect(text + notificationSubject(topic, language)).not.toMatch(/null|undefined|NaN|\$\{|\.\.| {2}/);
    expect(notificationSubject(topic, language).length).toBeLessThanOrEqual(50);
    const others = TOPICS.filter((one) => one !== topic).map((one) => notificationSubject(one, language));
    expect(others).not.toContain(notificationSubject(topic, language));
  });
});

test('a certificate that expires is told with its day and the days that are left', () => {
  const request = {
    topic: 'certification.expiring',
    courseTitle: 'X',
    officialFolio: null,
    rejectionReason: null,
    missedCriteria: [],
    days: 90,
    lastDay: '2028-03-01',
  } as const;
  expect(notificationText(request, 'ES')).toContain('vence el 1 de marzo de 2028, dentro de 90 días');
  expect(notificationText(request, 'EN')).toContain('expires on March 1, 2028, in 90 days');
  expect(notificationText({ ...request, days: 1 }, 'ES')).toContain('dentro de 1 día.');
});
