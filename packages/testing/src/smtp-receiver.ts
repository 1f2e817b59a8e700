import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server does to a command; the stages in the order of the protocol. */
export type SmtpFault = {
  readonly at: 'MAIL' | 'RCPT' | 'DATA';
  /** A reply with this code and text, nothing at all, or the end of the connection. */
  readonly does: { readonly code: number; readonly text: string } | 'silence' | 'reset';
};

/** An SMTP server on this machine that keeps what it was given. */
export type SmtpReceiver = {
  readonly port: number;
  readonly mails: ParsedMail[];
  /** Recipients of the envelopes, as they were named. */
  readonly recipients: string[];
  readonly signedIn: string[];
  fault: SmtpFault | undefined;
  close(): Promise<void>;
};

export type SmtpReceiverOptions = {
  /** Nobody else may send. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Without one the server knows no TLS. */
  readonly tls?: { readonly when: 'from the first byte' | 'by STARTTLS'; readonly cert: string; readonly key: string };
};

/** Listens on a free port. */
export async function openSmtpReceiver({ login, tls }: SmtpReceiverOptions = {}): Promise<SmtpReceiver> {
  const state: Omit<SmtpReceiver, 'port' | 'close'> = { mails: [], recipients: [], signedIn: [], fault: undefined };
  const meet = (at: SmtpFault['at'], end: () => void, callback: (error?: Error | null) => void) => {
    if (state.fault?.at !== at) return false;
    const { does } = state.fault;
    if (does === 'reset') end();
    else if (does !== 'silence') callback(Object.assign(new Error(does.text), { responseCode: does.code }));
    return true;
  };
  const ends = new Set<() => void>();
  const server = new SMTPServer({
    secure: tls?.when === 'from the first byte',
    ...(tls === undefined ? {} : { cert: tls.cert, key: tls.key }),
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: tls?.when === 'by STARTTLS' ? [] : ['STARTTLS'],
    closeTimeout: 100,
    logger: false,
    onAuth(auth, _session, callback) {
      state.signedIn.push(String(auth.username));
      const isIt = auth.username === login?.user && auth.password === login?.password;
      if (isIt) callback(null, { user: auth.username });
      else callback(new Error('Invalid username or password'));
    },
    onMailFrom(_address, _session, callback) {
      if (!meet('MAIL', endAll, callback)) callback();
    },
    onRcptTo({ address }, _session, callback) {
      if (meet('RCPT', endAll, callback)) return;
      state.recipients.push(address);
      callback();
    },
    onData(stream, _session, callback) {
      void simpleParser(stream).then((mail) => {
        if (meet('DATA', endAll, callback)) return;
        state.mails.push(mail);
        callback();
      }, callback);
    },
  });
  server.on('error', () => {});
  // A socket under TLS is the server's to end.
  if (tls === undefined)
    server.server.on('connection', (socket) => {
      const end = () => socket.destroy();
      ends.add(end);
      socket.once('close', () => ends.delete(end));
    });
  function endAll(): void {
    for (const end of ends) end();
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(state, {
    port,
    async close() {
      endAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}
