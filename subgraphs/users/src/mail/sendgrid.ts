import type { OutboundFetch } from '@academy/platform/outbound';
import { z } from 'zod';
import { callMailService, jsonOf, type ReadsAsAddress } from './http-outcome.ts';
import { AUTOMATIC_HEADERS, type Mailer, type MailSender, messageIdOf } from './mail-message.ts';

/** An account of SendGrid; `url` is `https://api.sendgrid.com`, or `https://api.eu.sendgrid.com`. */
export type SendGridAccount = { readonly url: string; readonly apiKey: string };

const complaint = z.object({ errors: z.array(z.object({ field: z.string().nullish() })) });

/** Mail by SendGrid's v3 API (`POST /v3/mail/send`, which answers 202). */
export function createSendGridMailer(
  { url, apiKey }: SendGridAccount,
  sender: MailSender,
  { fetch, now = Date.now, deadlineMs }: { fetch: OutboundFetch; now?: () => number; deadlineMs?: number },
): Mailer {
  return {
    send(message, signal) {
      const body = JSON.stringify({
        personalizations: [{ to: [{ email: message.to }], custom_args: { notification_id: message.id } }],
        from: { email: sender.address, name: message.fromName },
        subject: message.subject,
        // In this order: the last is what a reader prefers.
        content: [
          { type: 'text/plain', value: message.text },
          { type: 'text/html', value: message.html },
        ],
        headers: { ...AUTOMATIC_HEADERS, 'Message-ID': messageIdOf(message.id, sender) },
        // Links and pictures that tell who reads would be tracking.
        tracking_settings: { click_tracking: { enable: false }, open_tracking: { enable: false } },
      });
      const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
      return callMailService(
        fetch,
        { url: `${url}/v3/mail/send`, request: { headers, body, signal }, now, deadlineMs },
        isRecipient,
      );
    },
  };
}

const isRecipient: ReadsAsAddress = (answer) => {
  const parsed = complaint.safeParse(jsonOf(answer));
  return (
    answer.status === 400 &&
    parsed.success &&
    parsed.data.errors.some(({ field }) => /^personalizations\.\d+\.to/.test(field ?? ''))
  );
};
