import { machineCommands } from '../machines/commands.ts';
import { wallInstant } from './calendarOfDays.ts';
import type { KnownWorkshop, Story } from './founding.ts';
import type { Region } from './incidents.ts';

interface SettingPlan {
  machine: string;
  by: string;
  material: string;
  millimetres: number | null;
  /** As the machine counts them. */
  values: Record<string, string>;
  note?: string;
  /** For whom it worked too. */
  confirmed: string[];
}

/** What people have found out about materials, and who has found the same. */
export function tellSettings(story: Story, { kaiwerk, scheune, jacaranda }: Region): void {
  tellSetting(story, kaiwerk, {
    machine: 'laser',
    by: 'mara',
    material: 'Poplar plywood',
    millimetres: 4,
    values: { Power: '65 %', Speed: '18 mm/s', Passes: '1' },
    note: 'With the air on. Birch needs a tenth more.',
    confirmed: ['paulo', 'tomas', 'nadia'],
  });
  tellSetting(story, kaiwerk, {
    machine: 'laser',
    by: 'idris',
    material: 'Cast acrylic',
    millimetres: 3,
    values: { Power: '55 %', Speed: '12 mm/s' },
    confirmed: ['nadia'],
  });
  tellSetting(story, kaiwerk, {
    machine: 'router',
    by: 'levent',
    material: 'Birch plywood',
    millimetres: 18,
    values: { Spindle: '16,000 /min', Feed: '2,400 mm/min', Depth: '6 mm' },
    confirmed: ['marek'],
  });
  tellSetting(story, scheune, {
    machine: 'torchTable',
    by: 'bruno',
    material: 'Mild steel',
    millimetres: 6,
    values: { Current: '45 A', Speed: '1,400 mm/min', Height: '1.5 mm' },
    note: 'Ground clamp on the sheet, not on the table.',
    confirmed: ['henrik'],
  });
  tellSetting(story, jacaranda, {
    machine: 'clayPrinter',
    by: 'noemi',
    material: 'Oaxacan red clay',
    millimetres: null,
    values: { Pressure: '5 bar', Nozzle: '4 mm', Layer: '2 mm' },
    confirmed: [],
  });
}

function tellSetting(
  { schedule, teller, views, today }: Story,
  { plan, memberOf, machineOf }: KnownWorkshop,
  { machine, by: person, material, millimetres, values, note, confirmed }: SettingPlan,
): void {
  const { NoteSetting, ConfirmSetting } = machineCommands(views);
  const machineId = machineOf(machine);
  const by = memberOf(person);
  const name = `${plan.key} ${machine} ${material}`;
  const settingId = teller.idOf(by, name, 'setting');
  const noteId = teller.idOf(by, name, 'settingNote');
  schedule.at(wallInstant(today, -17, 18, plan.timeZone), () =>
    teller.insist(NoteSetting, {
      by,
      name,
      command: {
        type: 'NoteSetting',
        machineId,
        settingId,
        setting: {
          material,
          thicknessMillimetres: millimetres,
          values: Object.entries(values).map(([name, value]) => ({ name, value })),
        },
        noteId: note === undefined ? null : noteId,
        by,
      },
      texts: note === undefined ? [] : [{ id: noteId, kind: 'settingNote', body: note }],
    }),
  );
  for (const [index, other] of confirmed.entries()) {
    const confirmer = memberOf(other);
    schedule.at(wallInstant(today, -14 + 2 * index, 17, plan.timeZone), () =>
      teller.insist(ConfirmSetting, {
        by: confirmer,
        name: `${name} ${other}`,
        command: { type: 'ConfirmSetting', machineId, settingId, by: confirmer },
      }),
    );
  }
}
