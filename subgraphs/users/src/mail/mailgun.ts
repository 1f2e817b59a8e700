import type { OutboundFetch } from '@academy/platform/outbound';
import { z } from 'zod';
import { callMailService, jsonOf, type ReadsAsAddress } from './http-outcome.ts';
import { AUTOMATIC_HEADERS, type Mailer, type MailSender, messageIdOf } from './mail-message.ts';

/** A sending domain of Mailgun; `url` is `https://api.mailgun.net`, or `https://api.eu.mailgun.net`. */
export type MailgunAccount = { readonly url: string; readonly domain: string; readonly apiKey: string };

const complaint = z.object({ message: z.string() });

/** Mail by Mailgun's v3 API (`POST /v3/{domain}/messages`, which answers 200). */
export function createMailgunMailer(
  { url, domain, apiKey }: MailgunAccount,
  sender: MailSender,
  { fetch, now = Date.now, deadlineMs }: { fetch: OutboundFetch; now?: () => number; deadlineMs?: number },
): Mailer {
  return {
    send(message, signal) {
      const form = new URLSearchParams({
        from: `${quoted(message.fromName)} <${sender.address}>`,
        to: message.to,
        subject: message.subject,
        text: message.text,
        html: message.html,
        'h:Message-Id': messageIdOf(message.id, sender),
        'v:notification_id': message.id,
        // Links and pictures that tell who reads would be tracking.
        'o:tracking': 'no',
      });
      for (const [name, value] of Object.entries(AUTOMATIC_HEADERS)) form.set(`h:${name}`, value);
      const headers = {
        authorization: `Basic ${Buffer.from(`api:${apiKey}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      };
      const request = { headers, body: form.toString(), signal };
      return callMailService(
        fetch,
        { url: `${url}/v3/${encodeURIComponent(domain)}/messages`, request, now, deadlineMs },
        isRecipient,
      );
    },
  };
}

/** A display name as a quoted string: RFC 5322 § 3.2.4. */
function quoted(name: string): string {
  return `"${name.replace(/[\\"]/g, '\\$&')}"`;
}

const isRecipient: ReadsAsAddress = (answer) => {
  const parsed = complaint.safeParse(jsonOf(answer));
  return answer.status === 400 && parsed.success && /\bto\b.{0,20}(not a valid|invalid)/i.test(parsed.data.message);
};
