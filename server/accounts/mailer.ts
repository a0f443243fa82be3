import { hash } from 'node:crypto';
import { createTransport } from 'nodemailer';

/**
 * How mail leaves: over SMTP, or (development without SMTP) shown in full to whoever started the program.
 * Without either, nothing is written to the outbox and the pages say that there is no mail.
 */
export type MailSettings =
  | { kind: 'smtp'; url: string; from: string }
  | { kind: 'print'; print: (mail: string) => void };

export interface Mail {
  /** Names the mail for ever: the same mail sent twice carries the same Message-ID. */
  key: string;
  to: string;
  subject: string;
  body: string;
  /** An iCalendar object for the recipient's calendar, with its method (RFC 6047). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
}

export interface Mailer {
  /** The address alone that mails come from. */
  sender: string;
  /** Resolves when the next station has taken the mail. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 20_000;

export function mailerOf(settings: MailSettings): Mailer {
  if (settings.kind === 'print') {
    return {
      sender: 'commonwright@localhost',
      send: async ({ to, subject, body, calendar }) => {
        const attached = calendar ? `\n\n${calendar.text}` : '';
        settings.print(`To: ${to}\nSubject: ${subject}\n\n${body}${attached}`);
      },
      close: () => {},
    };
  }
  const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = createTransport({ url: settings.url, ...timeouts });
  const [sender = '', host = 'localhost'] = /[^\s@<>]+@([^>\s]+)/.exec(settings.from) ?? [];
  return {
    sender,
    send: async ({ key, to, subject, body, calendar }) => {
      const messageId = `<${hash('sha256', key, 'hex').slice(0, 40)}@${host}>`;
      await transport.sendMail({
        from: settings.from,
        to,
        subject,
        text: body,
        messageId,
        ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.text } } : {}),
      });
    },
    close: () => transport.close(),
  };
}
