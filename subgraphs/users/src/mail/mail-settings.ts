import { ConfigError } from '@academy/platform/config';
import { z } from 'zod';
import type { MailgunAccount } from './mailgun.ts';
import type { SendGridAccount } from './sendgrid.ts';
import { isLoopback, type SmtpServer } from './smtp.ts';

/** By what e-mail leaves the academy, who it is from, and where its readers find the academy. `off`: there is no e-mail. */
export type MailSettings =
  | { readonly by: 'off' }
  | (MailAccount & { readonly from: string; readonly portalUrl?: string | undefined });

type MailAccount =
  | { readonly by: 'smtp'; readonly server: SmtpServer }
  | { readonly by: 'sendgrid'; readonly account: SendGridAccount }
  | { readonly by: 'mailgun'; readonly account: MailgunAccount };

const service = (fallback: string) =>
  z
    .url({ protocol: /^https?$/ })
    .refine((text) => isSecret(text), 'expected https')
    .default(fallback)
    .transform((text) => text.replace(/\/+$/, ''));

/** The variables of e-mail: all may be left out, and then there is none. */
export const mailVariables = {
  /** `off`, `smtp`, `sendgrid` or `mailgun`. */
  MAIL_BY: z.enum(['off', 'smtp', 'sendgrid', 'mailgun']).default('off'),
  /** Address that e-mail is from, in a domain that the server or service may send for. */
  MAIL_FROM: z.email().optional(),
  /** Where people find the academy; without it an e-mail has no link. */
  MAIL_PORTAL_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** `smtps://user:password@host:465`, or `smtp://user:password@host:587` for STARTTLS. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SENDGRID_API_KEY: z.string().optional(),
  SENDGRID_URL: service('https://api.sendgrid.com'),
  MAILGUN_API_KEY: z.string().optional(),
  MAILGUN_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/i, 'expected a domain such as mg.example.org')
    .optional(),
  MAILGUN_URL: service('https://api.mailgun.net'),
};

const mailSchema = z.object(mailVariables);

/** The settings that the variables tell. Throws ConfigError that names what is missing for the way that was chosen. */
export function mailSettingsOf(variables: z.infer<typeof mailSchema>): MailSettings {
  const { MAIL_BY: by, MAIL_FROM: from, MAIL_PORTAL_URL: portalUrl } = variables;
  if (by === 'off') return { by };
  const common = { from: needed(by, 'MAIL_FROM', from), portalUrl };
  switch (by) {
    case 'smtp':
      return { ...common, by, server: smtpServerOf(needed(by, 'SMTP_URL', variables.SMTP_URL)) };
    case 'sendgrid':
      return {
        ...common,
        by,
        account: { url: variables.SENDGRID_URL, apiKey: needed(by, 'SENDGRID_API_KEY', variables.SENDGRID_API_KEY) },
      };
    case 'mailgun': {
      const domain = needed(by, 'MAILGUN_DOMAIN', variables.MAILGUN_DOMAIN);
      return {
        ...common,
        by,
        account: { url: variables.MAILGUN_URL, domain, apiKey: needed(by, 'MAILGUN_API_KEY', variables.MAILGUN_API_KEY) },
      };
    }
  }
}

function smtpServerOf(text: string): SmtpServer {
  const url = new URL(text);
  const isImplicitTls = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (isImplicitTls ? 465 : 587) : Number(url.port);
  const login =
    url.username === '' ? {} : { login: { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } };
  return { host, port, isImplicitTls, ...login };
}

function needed(by: string, name: string, value: string | undefined): string {
  if (value === undefined) throw new ConfigError(`MAIL_BY=${by} needs ${name}: set it, or MAIL_BY=off for no e-mail.`);
  return value;
}

/** Whether what is sent there is read by nobody on the way. */
function isSecret(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}
