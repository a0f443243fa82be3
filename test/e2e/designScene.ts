import { randomUUID } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { designCommands } from '../../server/designs/commands.ts';
import { revisionFactsOf } from '../../server/designs/revisionFacts.ts';
import type { DesignContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { Person, RunningApplication } from '../server/application.ts';
import { designOf, line, sub } from '../server/designs/library.ts';
import { type Scene, setScene } from './scene.ts';
import type { Stage } from './stage.ts';

/** A workshop with a laser, two designs of Anna's, and a picture. */
export interface DesignScene extends Scene {
  /** Two revisions. */
  pump: PinnedRevision;
  /** Pins the pump's first; needs a laser and a lathe. */
  cube: PinnedRevision;
}

/** Publishes past the editor, by the command that it ends in. */
export async function publish(
  { parts }: RunningApplication,
  by: Person,
  content: DesignContent,
  of: Partial<PinnedRevision> & { workshopId?: string } = {},
): Promise<PinnedRevision> {
  const { designId = randomUUID(), revision = 1, workshopId = null } = of;
  const outcome = await parts.commands.handle(designCommands(parts).PublishRevision, {
    command: {
      type: 'PublishRevision',
      designId,
      revision,
      ...revisionFactsOf(content, await parts.designs.write(content)),
      forkedFrom: null,
      workshopId,
      publishedBy: by.memberId,
      fixes: [],
    },
    actor: { kind: 'member', memberId: by.memberId },
    commandId: randomUUID(),
  });
  if (outcome.outcome !== 'accepted') throw new Error(JSON.stringify(outcome));
  return { designId, revision };
}

export async function setDesignScene(stage: Stage): Promise<DesignScene> {
  const scene = await setScene(stage);
  const { application } = stage;
  const { anna, workshopId } = scene;
  const picture = await sendPicture(application, anna);
  const pumpContent = designOf({
    title: 'Gear pump',
    purpose: 'Moves oil.',
    parts: [line('gear', { mass: 2 })],
  });
  const pump = await publish(application, anna, pumpContent);
  await publish(application, anna, { ...pumpContent, changes: 'A thicker gear.' }, { ...pump, revision: 2 });
  const cube = await publish(application, anna, cubeContent(pump, picture), { workshopId });
  return { ...scene, pump: { ...pump, revision: 2 }, cube };
}

const cubeContent = (pump: PinnedRevision, picture: Picture): DesignContent =>
  designOf({
    title: 'Power Cube',
    purpose:
      'A hydraulic power unit that drives a tractor, a press or a mill, and moves from one to the other in ten minutes.',
    story: `# Why\n\nOne engine for **many** machines.\n\n![the cube](pictures/cube.png)\n\n<script>alert('no')</script>\n\n| Flow | Pressure |\n|-|-:|\n| 57 l/min | 200 bar |\n`,
    category: 'energy',
    documentationLicence: 'CC-BY-SA-4.0',
    tags: ['hydraulics', 'engine'],
    version: '16.11',
    technologyReadiness: 'OTRL-6',
    documentationReadiness: 'ODRL-3',
    safety: 'Oil under pressure cuts skin. **Wear glasses.**',
    parameters: [{ id: 'flow', name: 'Flow', value: '57', unit: 'l/min' }],
    interfaces: [
      { id: 'shft', name: 'Output', side: 'offers', kind: 'shaft', diameter: 31.75, keyway: null },
      { id: 'port', name: '', side: 'offers', kind: 'hydraulicPort', size: 19, flow: 57, pressure: 200 },
    ],
    parts: [
      line('frame', {
        name: 'Frame',
        source: 'make',
        quantity: 1,
        machines: ['laser'],
        mass: null,
        tracked: true,
      }),
      line('tube', {
        parent: 'frame',
        name: 'Upright',
        specification: 'square tube 4 × 4 × 1/4 in',
        material: 'steel S235',
        source: 'make',
        quantity: 4,
        mass: 7.2,
        cut: { stock: 'square tube 4 × 4 × 1/4 in', length: 610, kerf: 2 },
        machines: ['lathe'],
      }),
      line('bolt', {
        name: 'Hexagon bolt',
        specification: 'ISO 4017 M8 × 30, 8.8',
        quantity: 24,
        mass: 0.02,
        price: { amount: 0.35, currency: 'EUR', on: '2026-03-01', supplier: 'Schraubenladen' },
        alternatives: [
          { name: 'Bolt 5/16 in', specification: '', of: null, note: 'where there is no metric' },
        ],
      }),
      sub('pump', pump, { name: 'Gear pump', mass: null }),
    ],
    steps: [
      {
        id: 'stp1',
        title: 'Weld the frame',
        text: 'Tack all corners, then *measure the diagonals*.',
        parts: [{ line: 'tube', quantity: 4 }],
        tools: ['angle grinder'],
        machines: ['lathe'],
        competences: ['MIG welding'],
        minutes: 90,
        pictures: [picture.path],
      },
      {
        id: 'stp2',
        title: 'Bolt the pump on',
        text: 'Hand-tight first.',
        parts: [
          { line: 'pump', quantity: null },
          { line: 'bolt', quantity: 8 },
        ],
        tools: ['13 mm spanner'],
        machines: [],
        competences: [],
        minutes: 20,
        pictures: [],
      },
    ],
    relations: [{ id: 'rel1', kind: 'enables', what: 'Tractor', design: null }],
    files: [{ ...picture, role: 'picture', words: 'The cube with its hood open' }],
    links: { repository: 'https://example.org/cube', documentation: '', project: '' },
  });

interface Picture {
  path: string;
  fileId: string;
  bytes: number;
}

async function sendPicture({ url }: RunningApplication, by: Person): Promise<Picture> {
  const bytes = drawing(320, 240);
  const response = await fetch(`${url}/api/files`, {
    method: 'POST',
    headers: { ...by.credentials, 'content-type': 'image/png', origin: url },
    body: bytes,
  });
  const sent: unknown = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(sent));
  return {
    path: 'pictures/cube.png',
    fileId: String(Reflect.get(Object(sent), 'fileId')),
    bytes: bytes.length,
  };
}

/** A PNG of grey rings. */
function drawing(width: number, height: number): Buffer<ArrayBuffer> {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = 128 + 100 * Math.sin(Math.hypot(x - width / 2, y - height / 2) / 9);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
