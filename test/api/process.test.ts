import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandReply } from '../../shared/commandReply.ts';
import { childEnvironment } from '../childEnvironment.ts';
import { idIn, PASSWORD, someMachine, someWorkshop } from '../server/application.ts';
import { type Caller, caller } from '../server/caller.ts';
import { type ServerProcess, startServerProcess } from '../serverProcess.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const MAIN = join(import.meta.dirname, '../../server/main.ts');

/** The program in a process, founded, with its steward and a machine. */
async function founded(
  dataDir: string,
): Promise<{ server: ServerProcess; steward: Caller; machineId: string }> {
  const server = await startServerProcess({ DATA_DIR: dataDir });
  onTestFinished(() => server.kill());
  const nobody = caller(server.base, server.origin);
  const account = { name: 'Stefania', email: 'stefania@example.org', password: PASSWORD };
  const workshopId = idIn(
    await nobody.command('/api/founding', { code: server.foundingCode, account, workshop: someWorkshop }),
  );
  const signedIn = await nobody.post('/api/auth/sign-in/email', { email: account.email, password: PASSWORD });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const steward = caller(server.base, server.origin, { cookie });
  const machineId = idIn(await steward.command(`/api/workshops/${workshopId}/machines`, someMachine));
  return { server, steward, machineId };
}

/** Whether it still takes connections. */
const isListening = ({ base }: ServerProcess): Promise<boolean> =>
  fetch(`${base}/healthz`, { headers: { connection: 'close' } }).then(
    () => true,
    () => false,
  );
const tomorrow = (hours: number) => new Date(Date.now() + (24 + hours) * 3_600_000).toISOString();

describe('a clean stop', () => {
  it('finishes what it had begun to take, takes nothing more, and ends its streams', async () => {
    const dataDir = await temporaryFolder();
    const { server, steward, machineId } = await founded(dataDir);
    const { port } = new URL(server.base);
    const live = await fetch(`${server.base}/api/live`, { headers: steward.credentials });
    const ended = live.text();

    const body = JSON.stringify({ start: tomorrow(0), end: tomorrow(1) });
    const slow = connect({ port: Number(port), host: '127.0.0.1' });
    let answered = '';
    slow.on('data', (chunk) => {
      answered += String(chunk);
    });
    const head = [
      `POST /api/machines/${machineId}/bookings HTTP/1.1`,
      'Host: localhost',
      `Cookie: ${steward.credentials.cookie}`,
      `Idempotency-Key: ${randomUUID()}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      '',
      body.slice(0, 10),
    ];
    slow.write(head.join('\r\n'));
    // It has been taken once the server says so much of itself.
    await expect
      .poll(async () => (await steward.get('/metrics')).text)
      .toMatch(/nodejs_active_resources\{type="TCPSocketWrap"\} [3-9]/);

    server.child.kill('SIGTERM');
    await ended;
    await expect.poll(() => isListening(server)).toBe(false);
    slow.write(body.slice(10));
    await once(slow, 'close');
    expect(answered).toMatch(/^HTTP\/1\.1 201 /);
    expect(answered).toMatch(/connection: close/i);
    expect(await server.exited).toBe(0);

    const { id } = commandReply.parse(JSON.parse(answered.split('\r\n\r\n')[1] ?? ''));
    const again = await startServerProcess({ DATA_DIR: dataDir });
    onTestFinished(() => again.kill());
    const same = caller(again.base, again.origin, steward.credentials);
    expect((await same.get(`/api/machines/${machineId}/bookings/${id}`)).status).toBe(200);
  });

  it('is cut short by a second signal', async () => {
    const { server, machineId, steward } = await founded(await temporaryFolder());
    const stuck = connect({ port: Number(new URL(server.base).port), host: '127.0.0.1' });
    stuck.on('error', () => {});
    stuck.write(
      `POST /api/machines/${machineId}/bookings HTTP/1.1\r\nHost: a\r\nCookie: ${steward.credentials.cookie}\r\nContent-Length: 9\r\n\r\n`,
    );
    await expect
      .poll(async () => (await steward.get('/metrics')).text)
      .toMatch(/nodejs_active_resources\{type="TCPSocketWrap"\} [2-9]/);
    server.child.kill('SIGTERM');
    await expect.poll(() => isListening(server)).toBe(false);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(1);
  });
});

describe('a start', () => {
  const run = async (argv: string[], environment: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [MAIN, ...argv], {
      env: { ...childEnvironment(), ...environment },
    });
    let told = '';
    let out = '';
    child.stderr.on('data', (chunk) => {
      told += String(chunk);
    });
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    const [code] = await once(child, 'close');
    return { code, told, out };
  };

  it('names each mistake of the configuration on a line, and ends with 2', async () => {
    const { code, told, out } = await run(['--prot', '80'], { PORT: 'http', FOUNDING: 'maybe' });
    expect([code, out]).toEqual([2, '']);
    expect(told.trim().split('\n')).toEqual([
      '--prot is not a flag; --help lists them.',
      '"80" is not expected here; --help lists the flags.',
      'PORT must be a whole number from 0 to 65535.',
      'FOUNDING must be open, asked or closed.',
    ]);
  });

  it('says in a sentence that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      other.close();
    });
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' && address?.port);
    const { code, told } = await run(['--port', port, '--data-dir', await temporaryFolder()]);
    expect([code, told]).toEqual([1, `Port ${port} is taken by another program: choose one with PORT.\n`]);
  });

  it('helps', async () => {
    const { code, out } = await run(['--help']);
    expect([code, out.includes('EVENTSTORE_URL, --eventstore-url')]).toEqual([0, true]);
  });
});
