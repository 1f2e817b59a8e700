import { expect, test } from 'vitest';
import { examineEmail } from './doctor-email.mjs';

test('no e-mail is worth a note, and no hindrance', () => {
  for (const environment of [{}, { MAIL_BY: 'off' }, { MAIL_BY: '' }])
    expect(examineEmail(environment)).toMatchObject({ state: 'note', found: expect.stringContaining('off') });
});

test('a way that lacks something is missing, and says what', () => {
  expect(examineEmail({ MAIL_BY: 'smtp' })).toMatchObject({
    state: 'missing',
    found: 'MAIL_BY=smtp needs MAIL_FROM and SMTP_URL',
  });
  expect(examineEmail({ MAIL_BY: 'mailgun', MAIL_FROM: 'a@b.example', MAILGUN_DOMAIN: 'b.example' })).toMatchObject({
    state: 'missing',
    found: 'MAIL_BY=mailgun needs MAILGUN_API_KEY',
  });
  expect(examineEmail({ MAIL_BY: 'pigeon' })).toMatchObject({ state: 'missing', found: expect.stringContaining('pigeon') });
});

test('a way that is whole is told without its secret', () => {
  const found = examineEmail({
    MAIL_BY: 'smtp',
    MAIL_FROM: 'avisos@academia.example',
    SMTP_URL: 'smtps://user:secret@mail.example',
  });
  expect(found).toEqual({ subject: 'e-mail', state: 'ok', found: 'by smtp, from avisos@academia.example' });
});
