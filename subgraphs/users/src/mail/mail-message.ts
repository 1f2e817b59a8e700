import type { SendingOutcome } from '../domain/notification-sending.ts';

/** One e-mail to one person. */
export type MailMessage = {
  /** Opaque; the same at every attempt: its receiver tells a repetition by the Message-ID that is made of it. */
  readonly id: string;
  readonly to: string;
  /** Who it says it is from, beside the address that is configured. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: 'es' | 'en';
};

/** A way for e-mail to leave the academy. */
export type Mailer = {
  /** One attempt. Answers how it went, whatever the other side does, before `signal` aborts or soon after; never rejects for it. */
  send(message: MailMessage, signal: AbortSignal): Promise<SendingOutcome>;
};

/** Who mail is from. */
export type MailSender = { readonly address: string };

/** Value of the Message-ID header: RFC 5322 § 3.6.4, in the domain of the sender. */
export function messageIdOf(id: string, { address }: MailSender): string {
  return `<${id}@${address.slice(address.lastIndexOf('@') + 1)}>`;
}

/** The headers that say that a program writes: no automatic answers (RFC 3834), please. */
export const AUTOMATIC_HEADERS: Readonly<Record<string, string>> = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
};
