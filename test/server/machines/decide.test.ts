import { describe, expect, test } from 'vitest';
import { NO_MACHINE_FACTS } from '../../../server/machines/commands.ts';
import { type MachineFacts, machineDecider } from '../../../server/machines/decide.ts';
import { labelAsTyped, labelSourceOf } from '../../../server/machines/label.ts';
import { labelCode } from '../../../shared/identifiers.ts';
import { NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import type { MachineDescription } from '../../../shared/machines/events.ts';
import type { MachineEvent } from '../../../shared/schemasOfEvents.ts';
import { specification } from '../commands/specification.ts';

const machineId = '00000000-0000-4000-8000-00000000000a';
const workshopId = '00000000-0000-4000-8000-00000000000b';
const { given } = specification(machineDecider, Date.UTC(2026, 10, 22));

const description: MachineDescription = {
  name: 'Laser cutter',
  kind: 'laser',
  maker: null,
  model: null,
  tier: 'workshop',
  lentBy: null,
  origin: 'unknown',
  area: null,
  dangers: ['laserLight'],
  protection: [],
  emergencyStop: null,
  capacity: 1,
  requiredCompetences: [],
  dependsOn: [],
  meters: [],
  contents: [],
  mayRunUnattended: false,
};
const other: MachineDescription = { ...description, name: 'Big laser' };
const facts: MachineFacts = { ...NO_MACHINE_FACTS, labelSource: '7K3FABCD' };

const rules = NO_BOOKING_RULES;
const register = { type: 'RegisterMachine', machineId, workshopId, description, rules } as const;
const describeIt = (as: MachineDescription) =>
  ({ type: 'DescribeMachine', machineId, description: as }) as const;
const retire = { type: 'RetireMachine', machineId, reasonId: null } as const;
const reinstate = { type: 'ReinstateMachine', machineId, home: null } as const;

const registered = (code = '7K3F'): MachineEvent => ({
  type: 'MachineRegistered',
  data: { machineId, workshopId, labelCode: code, description, rules },
});
const described: MachineEvent = {
  type: 'MachineDescribed',
  data: { machineId, workshopId, description: other },
};
const retired: MachineEvent = { type: 'MachineRetired', data: { machineId, workshopId, reasonId: null } };
const reinstated: MachineEvent = { type: 'MachineReinstated', data: { machineId, workshopId } };

describe('a machine', () => {
  test('is registered once, with a label of four characters', () => {
    given().when(register, facts).thenRecorded(registered());
    given(registered()).when(register, facts).thenRefused('alreadyRegistered');
  });
  test('has a longer label where the short one is taken', () => {
    given()
      .when(register, { ...facts, takenLabels: ['7K3F'] })
      .thenRecorded(registered('7K3FA'));
    given()
      .when(register, { ...facts, takenLabels: ['7K3F', '7K3FA', '7K3FAB', '7K3FABC'] })
      .thenRecorded(registered('7K3FABCD'));
  });
  test('asks only for competences that its workshop has defined', () => {
    const unknown = { ...facts, unknownCompetences: ['somewhere else'] };
    given().when(register, unknown).thenRefused('unknownCompetence');
    given(registered()).when(describeIt(other), unknown).thenRefused('unknownCompetence');
  });
  test('depends on machines of its workshop, never on itself, and is lent by a member of it', () => {
    const foreign = { ...facts, foreignDependencies: ['somewhere else'] };
    given().when(register, foreign).thenRefused('foreignDependency');
    const circle = { ...facts, dependencyCycle: ['Saw', 'Air', 'Saw'], lenderBelongs: false };
    given(registered()).when(describeIt(other), circle).thenRefused('dependencyCycle', 'lender');
  });
  test('gets other rules; the same again change nothing', () => {
    const stricter = { ...rules, maximumOpen: 2 };
    const set = (to: typeof rules) => ({ type: 'SetBookingRules', machineId, rules: to }) as const;
    const recorded: MachineEvent = {
      type: 'BookingRulesSet',
      data: { machineId, workshopId, rules: stricter },
    };
    given(registered()).when(set(rules), facts).thenNothing();
    const impossible = { ...rules, minimumDurationMinutes: 60, maximumDurationMinutes: 30 };
    given(registered()).when(set(impossible), facts).thenRefused('contradiction');
    given()
      .when({ ...register, rules: impossible }, facts)
      .thenRefused('contradiction');
    given(registered()).when(set(stricter), facts).thenRecorded(recorded);
    given(registered(), recorded).when(set(stricter), facts).thenNothing();
  });
  test('shows each photograph once, a dozen at most, and only one that was sent', () => {
    const add = (fileId: string) => ({ type: 'AddPhotograph', machineId, fileId }) as const;
    const added = (fileId: string): MachineEvent => ({
      type: 'PhotographAdded',
      data: { machineId, workshopId, fileId },
    });
    const fits = { ...facts, fileFits: true };
    given(registered()).when(add('a'), facts).thenRefused('unknownFile');
    given(registered()).when(add('a'), fits).thenRecorded(added('a'));
    given(registered(), added('a')).when(add('a'), fits).thenNothing();
    const dozen = Array.from({ length: 12 }, (_, index) => added(String(index)));
    given(registered(), ...dozen)
      .when(add('a'), fits)
      .thenRefused('tooManyPhotographs');
    given(registered(), added('a'))
      .when({ type: 'RemovePhotograph', machineId, fileId: 'a' }, facts)
      .thenRecorded({ type: 'PhotographRemoved', data: { machineId, workshopId, fileId: 'a' } });
  });
  test('is described anew; saying the same again changes nothing', () => {
    given(registered()).when(describeIt(other), facts).thenRecorded(described);
    given(registered(), described).when(describeIt(other), facts).thenNothing();
    given(registered(), described)
      .when(describeIt({ ...other, mayRunUnattended: true }), facts)
      .thenRecorded({
        type: 'MachineDescribed',
        data: { machineId, workshopId, description: { ...other, mayRunUnattended: true } },
      });
  });
  test('is retired and brought back', () => {
    given(registered()).when(retire, facts).thenRecorded(retired);
    given(registered(), retired).when(retire, facts).thenRefused('retired');
    given(registered(), retired).when(reinstate, facts).thenRecorded(reinstated);
    given(registered()).when(reinstate, facts).thenRefused('notRetired');
    const away = { ...facts, standsElsewhere: 'Hilltop' };
    given(registered(), retired).when(reinstate, away).thenRefused('elsewhere');
  });
  test('that was never registered is not changed', () => {
    for (const command of [describeIt(other), retire, reinstate]) {
      given().when(command, facts).thenRefused('notRegistered');
    }
  });
});

describe('a label', () => {
  test('is the same for the same machine, and fits on every label', () => {
    expect(labelSourceOf(machineId)).toBe(labelSourceOf(machineId));
    expect(labelSourceOf(machineId)).not.toBe(labelSourceOf(workshopId));
    expect(labelCode.safeParse(labelSourceOf(machineId)).success).toBe(true);
  });
  test('is read however it was typed', () => {
    expect(labelAsTyped(' 7k3f')).toBe('7K3F');
    expect(labelAsTyped('O0-il')).toBe('0011');
  });
});
