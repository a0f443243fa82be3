import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A small mail server. `behaviour.refuse` answers 451 to the next mails; `hang` never answers their end. */
export async function smtpServer() {
  const mails: string[] = [];
  const behaviour = { refuse: 0, hang: false };
  const server = createServer((socket) => {
    socket.write('220 here\r\n');
    let buffered = '';
    let data = false;
    socket.setEncoding('utf8').on('data', (chunk) => {
      buffered += chunk;
      while (true) {
        const end = buffered.indexOf(data ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = buffered.slice(0, end);
        buffered = buffered.slice(end + (data ? 5 : 2));
        if (data) {
          data = false;
          mails.push(line);
          if (!behaviour.hang) socket.write('250 taken\r\n');
        } else data = command(socket, line);
      }
    });
    socket.on('error', () => {});
  });
  const command = (socket: Socket, line: string): boolean => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'QUIT') socket.end('221 bye\r\n');
    else if (verb === 'RCPT' && behaviour.refuse > 0) {
      behaviour.refuse--;
      socket.write('451 <a@example.org> come back later\r\n');
    } else socket.write(verb === 'DATA' ? '354 go on\r\n' : '250 fine\r\n');
    return verb === 'DATA';
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`;
  return {
    mails,
    behaviour,
    mail: { kind: 'smtp', url, from: 'Commonwright <tools@workshop.example>' } as const,
  };
}
