import { type AddressInfo, createServer } from 'node:net';
import { createAuthority } from '@academy/testing/certificates';
import { openSmtpReceiver, type SmtpFault, type SmtpReceiver } from '@academy/testing/smtp-receiver';
import { afterEach, describe, expect, test } from 'vitest';
import { composeEmail } from './compose-email.ts';
import { createSmtpMailer } from './smtp.ts';

const sender = { address: 'avisos@academia.example' };
const message = composeEmail({
  id: '0190a000-0000-7000-8000-000000000001',
  to: 'alicia.robles@correo.example',
  topic: 'certification.issued',
  language: 'ES',
  text: '¡Felicidades! Tu certificado del curso «Instalación fotovoltaica» ya está listo.',
  academy: 'Raíces Vivas',
  portalUrl: 'https://academia.example/avisos',
});
const quiet = new AbortController().signal;

let receiver: SmtpReceiver | undefined;
afterEach(async () => {
  await receiver?.close();
  receiver = undefined;
});

const plain = (port: number, login?: { user: string; password: string }) => ({
  host: '127.0.0.1',
  port,
  isImplicitTls: false,
  ...(login === undefined ? {} : { login }),
});

test('an e-mail arrives whole: both parts, accents, sender, and an id that is the same at every attempt', async () => {
  receiver = await openSmtpReceiver({ login: { user: 'academia', password: 'secreto' } });
  const mailer = createSmtpMailer(plain(receiver.port, { user: 'academia', password: 'secreto' }), sender);
  expect(await mailer.send(message, quiet)).toEqual({ kind: 'accepted' });
  expect(await mailer.send(message, quiet)).toEqual({ kind: 'accepted' });
  const [mail, again] = receiver.mails;
  expect(receiver.recipients).toEqual([message.to, message.to]);
  expect(mail?.subject).toBe('Tu certificado está listo');
  expect(mail?.from?.value).toEqual([{ name: 'Raíces Vivas', address: 'avisos@academia.example' }]);
  expect(mail?.text).toContain('¡Felicidades! Tu certificado del curso «Instalación fotovoltaica» ya está listo.');
  expect(mail?.html).toContain('lang="es"');
  expect(mail?.messageId).toBe('<0190a000-0000-7000-8000-000000000001@academia.example>');
  expect(again?.messageId).toBe(mail?.messageId);
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
});

const reply = (code: number, text: string) => ({ code, text });
const FAULTS: readonly [string, SmtpFault, object][] = [
  [
    'a mailbox that does not exist',
    { at: 'RCPT', does: reply(550, '5.1.1 no such user') },
    { kind: 'refused', of: 'ADDRESS', failure: 'SMTP_550' },
  ],
  [
    'a mailbox that does not exist, without an enhanced code',
    { at: 'RCPT', does: reply(550, 'no such user') },
    { kind: 'refused', of: 'ADDRESS', failure: 'SMTP_550' },
  ],
  [
    'a recipient refused by policy',
    { at: 'RCPT', does: reply(550, '5.7.1 blocked') },
    { kind: 'refused', of: 'MESSAGE', failure: 'SMTP_550' },
  ],
  [
    'a mailbox that is full',
    { at: 'RCPT', does: reply(552, '5.2.2 full') },
    { kind: 'refused', of: 'MESSAGE', failure: 'SMTP_552' },
  ],
  ['greylisting', { at: 'RCPT', does: reply(451, '4.7.1 try again later') }, { kind: 'later', failure: 'SMTP_451' }],
  [
    'content that is not wanted',
    { at: 'DATA', does: reply(554, '5.7.1 spam') },
    { kind: 'refused', of: 'MESSAGE', failure: 'SMTP_554' },
  ],
  ['a sender that may not send', { at: 'MAIL', does: reply(550, '5.7.1 not you') }, { kind: 'later', failure: 'SMTP_550' }],
  [
    'a server that is shutting down',
    { at: 'MAIL', does: reply(421, '4.3.2 going down') },
    { kind: 'later', failure: 'SMTP_421' },
  ],
];
test.each(FAULTS)('%s is told by its code alone', async (_what, fault, outcome) => {
  receiver = await openSmtpReceiver();
  receiver.fault = fault;
  expect(await createSmtpMailer(plain(receiver.port), sender).send(message, quiet)).toEqual(outcome);
  expect(receiver.mails).toEqual([]);
});

describe('a connection', () => {
  test.each(['MAIL', 'RCPT', 'DATA'] as const)('that breaks at %s is tried again later', async (at) => {
    receiver = await openSmtpReceiver();
    receiver.fault = { at, does: 'reset' };
    expect(await createSmtpMailer(plain(receiver.port), sender).send(message, quiet)).toMatchObject({ kind: 'later' });
  });

  test('on which the server falls silent ends with the deadline', async () => {
    receiver = await openSmtpReceiver();
    receiver.fault = { at: 'RCPT', does: 'silence' };
    const mailer = createSmtpMailer(plain(receiver.port), sender, 300);
    expect(await mailer.send(message, quiet)).toMatchObject({
      kind: 'later',
      failure: expect.stringMatching(/^(DEADLINE|ETIMEDOUT)$/),
    });
  });

  test('on which nobody greets, and one that the process has no time for, too', async () => {
    const mute = createServer();
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    expect(await createSmtpMailer(plain(port), sender, 300).send(message, quiet)).toMatchObject({ kind: 'later' });
    expect(await createSmtpMailer(plain(port), sender).send(message, AbortSignal.abort())).toEqual({
      kind: 'later',
      failure: 'DEADLINE',
    });
    await new Promise((resolve) => mute.close(resolve));
  });

  test('that nobody takes is tried again later', async () => {
    receiver = await openSmtpReceiver();
    const { port } = receiver;
    await receiver.close();
    receiver = undefined;
    expect(await createSmtpMailer(plain(port), sender).send(message, quiet)).toEqual({ kind: 'later', failure: 'ECONNREFUSED' });
  });

  test.each(['from the first byte', 'by STARTTLS'] as const)(
    'by TLS %s is used when somebody we trust vouches for the server, and only then',
    async (when) => {
      const authority = await createAuthority();
      receiver = await openSmtpReceiver({ tls: { when, ...(await authority.issue({ name: 'localhost', usages: ['server'] })) } });
      const server = { host: 'localhost', port: receiver.port, isImplicitTls: when === 'from the first byte' };
      expect(await createSmtpMailer(server, sender).send(message, quiet)).toMatchObject({
        kind: 'later',
        failure: expect.stringMatching(/^[A-Z_]+$/),
      });
      expect(receiver.mails).toEqual([]);
      expect(await createSmtpMailer({ ...server, ca: authority.cert }, sender).send(message, quiet)).toEqual({
        kind: 'accepted',
      });
      expect(receiver.mails).toHaveLength(1);
    },
  );

  test('without TLS to another machine carries nothing: the server must offer STARTTLS', async () => {
    receiver = await openSmtpReceiver({ login: { user: 'academia', password: 'secreto' } });
    // A name that leads here and is not known to.
    const mailer = createSmtpMailer(
      { ...plain(receiver.port, { user: 'academia', password: 'secreto' }), host: '0.0.0.0' },
      sender,
    );
    expect(await mailer.send(message, quiet)).toMatchObject({ kind: 'later' });
    expect([receiver.signedIn, receiver.mails]).toEqual([[], []]);
  });
});

test('a login that is refused is the operator’s to mend: nothing is lost meanwhile', async () => {
  receiver = await openSmtpReceiver({ login: { user: 'academia', password: 'secreto' } });
  const mailer = createSmtpMailer(plain(receiver.port, { user: 'academia', password: 'otro' }), sender);
  expect(await mailer.send(message, quiet)).toMatchObject({ kind: 'later', failure: 'SMTP_535' });
});
