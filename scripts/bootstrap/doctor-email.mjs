/** @typedef {import('./findings.mjs').Finding} Finding */

/** What each way of sending needs beside `MAIL_FROM`; the same as users' mail settings ask for. */
const NEEDS = {
  smtp: ['SMTP_URL'],
  sendgrid: ['SENDGRID_API_KEY'],
  mailgun: ['MAILGUN_DOMAIN', 'MAILGUN_API_KEY'],
};

/**
 * Whether people will be told things by e-mail. Tells no secret, and asks nobody.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Finding}
 */
export function examineEmail(environment) {
  const subject = 'e-mail';
  const by = environment['MAIL_BY'] || 'off';
  if (by === 'off')
    return { subject, state: 'note', found: 'off: people are told things in the academy alone (MAIL_BY: docs/notifications.md)' };
  const needs = NEEDS[by];
  const advice = `Set it, or MAIL_BY=off: docs/notifications.md.`;
  if (needs === undefined)
    return { subject, state: 'missing', found: `MAIL_BY is ${by}; off, ${Object.keys(NEEDS).join(', ')} were expected`, advice };
  const lacking = ['MAIL_FROM', ...needs].filter((name) => !environment[name]);
  if (lacking.length > 0) return { subject, state: 'missing', found: `MAIL_BY=${by} needs ${lacking.join(' and ')}`, advice };
  return { subject, state: 'ok', found: `by ${by}, from ${environment['MAIL_FROM']}` };
}
