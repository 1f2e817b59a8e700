import { ConfigError, readConfig } from '@academy/platform/config';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { mailSettingsOf, mailVariables } from './mail-settings.ts';

const read = (environment: Record<string, string>) => mailSettingsOf(readConfig(z.object(mailVariables), environment));
const FROM = { MAIL_FROM: 'avisos@academia.example' };

test('without a word there is no e-mail', () => {
  expect(read({})).toEqual({ by: 'off' });
});

test('a server is read from its address: TLS from the first byte, or by STARTTLS, and a password with signs', () => {
  expect(
    read({
      ...FROM,
      MAIL_BY: 'smtp',
      SMTP_URL: 'smtps://academia%40x:a%2Fb@mail.example',
      MAIL_PORTAL_URL: 'https://academia.example',
    }),
  ).toEqual({
    by: 'smtp',
    from: 'avisos@academia.example',
    portalUrl: 'https://academia.example',
    server: { host: 'mail.example', port: 465, isImplicitTls: true, login: { user: 'academia@x', password: 'a/b' } },
  });
  expect(read({ ...FROM, MAIL_BY: 'smtp', SMTP_URL: 'smtp://mail.example' })).toMatchObject({
    server: { host: 'mail.example', port: 587, isImplicitTls: false },
  });
});

test('a service needs its key, and is its usual address unless it is told another', () => {
  expect(read({ ...FROM, MAIL_BY: 'sendgrid', SENDGRID_API_KEY: 'SG.x' })).toMatchObject({
    account: { url: 'https://api.sendgrid.com', apiKey: 'SG.x' },
  });
  const eu = { MAILGUN_API_KEY: 'k', MAILGUN_DOMAIN: 'mg.academia.example', MAILGUN_URL: 'https://api.eu.mailgun.net/' };
  expect(read({ ...FROM, MAIL_BY: 'mailgun', ...eu })).toMatchObject({
    account: { url: 'https://api.eu.mailgun.net', domain: 'mg.academia.example', apiKey: 'k' },
  });
});

describe('a process does not start', () => {
  test.each([
    [{ MAIL_BY: 'smtp', SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM'],
    [{ ...FROM, MAIL_BY: 'smtp' }, 'SMTP_URL'],
    [{ ...FROM, MAIL_BY: 'sendgrid' }, 'SENDGRID_API_KEY'],
    [{ ...FROM, MAIL_BY: 'mailgun', MAILGUN_API_KEY: 'k' }, 'MAILGUN_DOMAIN'],
    [{ ...FROM, MAIL_BY: 'mailgun', MAILGUN_DOMAIN: 'mg.example' }, 'MAILGUN_API_KEY'],
    [{ ...FROM, MAIL_BY: 'pigeon' }, 'MAIL_BY'],
    [{ MAIL_FROM: 'nobody', MAIL_BY: 'off' }, 'MAIL_FROM'],
    [{ ...FROM, MAIL_BY: 'sendgrid', SENDGRID_API_KEY: 'x', SENDGRID_URL: 'http://mail.example' }, 'SENDGRID_URL'],
  ])('with %j, and says that it is for %s', (environment, name) => {
    expect(() => read(environment as Record<string, string>)).toThrow(ConfigError);
    expect(() => read(environment as Record<string, string>)).toThrow(name);
  });
});
