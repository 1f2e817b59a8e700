import type { NotificationLanguage } from '../domain/notification-preferences.ts';
import { emailFrame, notificationSubject } from '../domain/notification-text.ts';
import type { NotificationTopic } from '../domain/notification-topics.ts';
import type { MailMessage } from './mail-message.ts';

/** What an e-mail about a notification is made of. */
export type EmailContent = {
  readonly id: string;
  readonly to: string;
  readonly topic: NotificationTopic;
  readonly language: NotificationLanguage;
  /** The notification's text, as it is shown in the academy. */
  readonly text: string;
  /** The tenant's name. */
  readonly academy: string;
  /** Where people find the academy; undefined: the e-mail has no link. */
  readonly portalUrl: string | undefined;
};

/**
 * The e-mail that tells of a notification, as text and as HTML that says the same. Whatever a course or the authority's reason holds is text in it: no markup,
 * and no line in a header.
 */
export function composeEmail(content: EmailContent): MailMessage {
  const { id, to, topic, language, portalUrl } = content;
  const frame = emailFrame(language);
  const academy = oneLine(content.academy);
  const body = content.text.trim();
  const footer = frame.footer(academy);
  const tag = language === 'ES' ? 'es' : 'en';
  const subject = oneLine(notificationSubject(topic, language));
  const link = portalUrl === undefined ? [] : [`${frame.link}: ${portalUrl}`];
  const text = [frame.greeting, body, ...link, `-- \n${footer}`].join('\n\n');
  const html = `<!doctype html>
<html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f5f0;color:#22312a;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
<p>${escapeHtml(frame.greeting)}</p>
<p>${escapeHtml(body)}</p>
${portalUrl === undefined ? '' : `<p><a href="${escapeHtml(portalUrl)}" style="color:#1f6f4a">${escapeHtml(frame.link)}</a></p>\n`}<hr style="border:0;border-top:1px solid #d8ddd6">
<p style="font-size:13px;color:#5a665f">${escapeHtml(footer)}</p>
</div></body></html>
`;
  return { id, to, fromName: academy, subject, text, html, language: tag };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Without anything that could end a line, or be one of the invisible characters that turn text around. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
