import { createOutboundFetch, type OutboundPolicy } from '@academy/platform/outbound';
import type { Mailer } from './mail-message.ts';
import type { MailSettings } from './mail-settings.ts';
import { createMailgunMailer } from './mailgun.ts';
import { createSendGridMailer } from './sendgrid.ts';
import { createSmtpMailer } from './smtp.ts';

/** How e-mail leaves the academy; undefined: it does not. The operator's own mail service may be called wherever it is. */
export function openMailer(settings: MailSettings, policy: OutboundPolicy): Mailer | undefined {
  switch (settings.by) {
    case 'off':
      return undefined;
    case 'smtp':
      return createSmtpMailer(settings.server, { address: settings.from });
    case 'sendgrid':
      return createSendGridMailer(
        settings.account,
        { address: settings.from },
        { fetch: reaching(settings.account.url, policy) },
      );
    case 'mailgun':
      return createMailgunMailer(settings.account, { address: settings.from }, { fetch: reaching(settings.account.url, policy) });
  }
}

function reaching(url: string, policy: OutboundPolicy) {
  const { protocol, hostname, port } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isHttpAllowed = protocol === 'http:';
  const named = { host, port: port === '' ? undefined : Number(port), isHttpAllowed };
  return createOutboundFetch({ ...policy, allowedHosts: [...policy.allowedHosts, named] });
}
