import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createTransport } from 'nodemailer';
import type { SendingOutcome } from '../domain/notification-sending.ts';
import { AUTOMATIC_HEADERS, type Mailer, type MailSender, messageIdOf } from './mail-message.ts';

/** A submission server (RFC 6409), and how to sign in to it. */
export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps`); otherwise STARTTLS, without which nothing is sent unless the server is this very machine. */
  readonly isImplicitTls: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  /** PEM of whoever vouches for the server; default: those that Node trusts (NODE_EXTRA_CA_CERTS adds to them). */
  readonly ca?: string;
};

/** Of one attempt, connecting included: well below the lease of a job. */
const DEADLINE_MS = 18_000;
/** Without a word from the server. */
const SILENCE_MS = 12_000;

/** Mail by SMTP: a connection for each e-mail, which is gone when the attempt is over, so that none is delivered behind our back. */
export function createSmtpMailer(server: SmtpServer, sender: MailSender, deadlineMs = DEADLINE_MS): Mailer {
  const { host, port, isImplicitTls, login } = server;
  const silenceMs = Math.min(SILENCE_MS, deadlineMs);
  return {
    async send(message, signal) {
      const over = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
      let socket: Socket | undefined;
      try {
        socket = await open(server, over);
        const transport = createTransport({
          connection: socket,
          host,
          port,
          secure: isImplicitTls,
          // By `open`: it is not to be upgraded again.
          secured: isImplicitTls,
          requireTLS: !isImplicitTls && !isLoopback(host),
          tls: trustOf(server),
          ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
          greetingTimeout: silenceMs,
          socketTimeout: silenceMs,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        await transport.sendMail({
          from: { name: message.fromName, address: sender.address },
          to: { name: '', address: message.to },
          subject: message.subject,
          text: message.text,
          html: message.html,
          messageId: messageIdOf(message.id, sender),
          headers: { ...AUTOMATIC_HEADERS, 'Content-Language': message.language },
          encoding: 'utf-8',
        });
        return { kind: 'accepted' };
      } catch (thrown) {
        return over.aborted ? { kind: 'later', failure: 'DEADLINE' } : outcomeOf(thrown);
      } finally {
        socket?.destroy();
      }
    },
  };
}

/** A connection that ends when `over` aborts. */
async function open(server: SmtpServer, over: AbortSignal): Promise<Socket> {
  const { host, port, isImplicitTls } = server;
  over.throwIfAborted();
  const socket = isImplicitTls ? connectTls({ host, port, ...trustOf(server) }) : connectPlain({ host, port });
  over.addEventListener('abort', () => socket.destroy(new Error('The attempt took too long.')), { once: true });
  await new Promise<void>((resolve, reject) => {
    socket.once(isImplicitTls ? 'secureConnect' : 'connect', resolve);
    socket.once('error', reject);
  });
  return socket;
}

function trustOf({ host, ca }: SmtpServer) {
  return {
    minVersion: 'TLSv1.2',
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca }),
  } as const;
}

/** What becomes of the e-mail. The server's words are not kept: they often repeat the address. */
function outcomeOf(thrown: unknown): SendingOutcome {
  const {
    responseCode: status,
    command,
    response,
    code,
  } = thrown as {
    responseCode?: number;
    command?: string;
    response?: string;
    code?: string;
  };
  if (status === undefined || status < 400) return { kind: 'later', failure: failureOf(code) };
  const failure = `SMTP_${status}`;
  // Who may not sign in or not be the sender is the operator's to mend: the e-mail can still go then.
  if (status < 500 || code === 'EAUTH' || !(command === 'RCPT TO' || command === 'DATA')) return { kind: 'later', failure };
  return { kind: 'refused', of: command === 'RCPT TO' && isDeadAddress(status, response ?? '') ? 'ADDRESS' : 'MESSAGE', failure };
}

/**
 * Whether the refusal of a recipient is about the address itself. Enhanced codes (RFC 3463) say so by their subject: 1 addressing; 2.1 a mailbox that is
 * disabled. Others are about a full mailbox, policy or content.
 */
function isDeadAddress(status: number, response: string): boolean {
  const enhanced = /\b5\.(\d{1,3})\.(\d{1,3})\b/.exec(response);
  if (enhanced !== null) return enhanced[1] === '1' || (enhanced[1] === '2' && enhanced[2] === '1');
  return status === 550 || status === 551 || status === 553 || status === 556;
}

function failureOf(code: string | undefined): string {
  return code !== undefined && /^[A-Z0-9_]{1,40}$/.test(code) ? code : 'UNREACHABLE';
}

/** Whether the host is this machine, by its text: what is sent there crosses no network. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
