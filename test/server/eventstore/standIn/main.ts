import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { fault } from './faults.ts';
import { startStandIn } from './standIn.ts';

/**
 * The stand-in as a process of its own: `node test/server/eventstore/standIn/main.ts --port 2113 --file log.jsonl`.
 *
 * Prints one line of JSON, `{"port":…,"control":…}`. On the control port: `POST /faults` with a fault as JSON,
 * `POST /clear`, `POST /reset` (breaks connections), `POST /hold` and `POST /release` (all traffic), `GET /log` (ids of
 * the events of clients, in order).
 */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, file: { type: 'string' } },
});
const standIn = await startStandIn({
  port: Number(values.port),
  onCrash: () => process.kill(process.pid, 'SIGKILL'),
  ...(values.file === undefined ? {} : { file: values.file }),
});

const control = createServer(async (request, response) => {
  try {
    switch (`${request.method} ${request.url}`) {
      case 'POST /faults':
        standIn.faults.add(fault.parse(JSON.parse(await text(request))));
        break;
      case 'POST /clear':
        standIn.faults.clear();
        break;
      case 'POST /reset':
        standIn.resetConnections();
        break;
      case 'POST /hold':
        standIn.hold();
        break;
      case 'POST /release':
        standIn.release();
        break;
      case 'GET /log': {
        const ids: string[] = [];
        for (let index = 0; index < standIn.log.length; index++) {
          const record = standIn.log.record(index);
          if (record !== undefined && !record.stream.startsWith('$')) ids.push(record.id);
        }
        response.end(JSON.stringify(ids));
        return;
      }
      default:
        response.statusCode = 404;
    }
    response.end();
  } catch (error) {
    response.statusCode = 400;
    response.end(String(error));
  }
});
control.listen(0, '127.0.0.1', () => {
  const { port } = control.address() as AddressInfo;
  console.log(JSON.stringify({ port: standIn.port, control: port }));
});

const stop = () => {
  control.closeAllConnections();
  control.close();
  void standIn.close().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
