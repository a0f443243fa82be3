import { describe, expect, it } from 'vitest';
import type {
  LogRepair,
  RecordMaintenance,
  ReportFault,
} from '../../../../server/machines/care/careCommands.ts';
import { type CaredFor, type CareFacts, decideCare } from '../../../../server/machines/care/decide.ts';
import {
  type CareEvent,
  type CareState,
  evolveCare,
  NO_CARE,
} from '../../../../server/machines/care/state.ts';
import type { MaintenanceInterval } from '../../../../shared/machines/events.ts';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const machineId = 'm';
const workshopId = 'w';

const reported = (faultId: string): CareEvent => ({
  type: 'FaultReported',
  data: {
    machineId,
    workshopId,
    faultId,
    severity: 'unsafe',
    textId: null,
    photographs: [],
    reportedBy: 'anna',
    locks: true,
  },
});
const planned = (planId: string, interval: MaintenanceInterval): CareEvent => ({
  type: 'MaintenancePlanned',
  data: { machineId, workshopId, planId, plan: { name: 'Oil it', interval, durationMinutes: 30 } },
});
const caredFor = (...events: CareEvent[]): CareState =>
  events.reduce((care, event, revision) => evolveCare(care, event, { revision, at: NOW }), NO_CARE);
const machine = (care: CareState, changes: Partial<CaredFor> = {}): CaredFor => ({
  status: 'inService',
  workshopId,
  description: { meters: [{ name: 'Pages', unit: 'pages' }] },
  care,
  ...changes,
});
const facts: CareFacts = { now: NOW, standing: [], mayUnlock: true, readings: {} };
const lock = (faultId: string | null, kind: 'unsafe' | 'outOfOrder' | 'maintenance' = 'unsafe') => ({
  outageId: `lock-${faultId}`,
  kind,
  faultId,
});
const repair = (changes: Partial<LogRepair> = {}): LogRepair => ({
  type: 'LogRepair',
  machineId,
  repairId: 'r',
  faultIds: ['f'],
  noteId: 'note',
  parts: [],
  minutes: 20,
  returns: true,
  repairedBy: 'ben',
  ...changes,
});
const rules = (decision: ReturnType<typeof decideCare>) =>
  decision.outcome === 'refused' ? decision.objections.map(({ rule }) => rule) : decision.outcome;

describe('a fault', () => {
  const report: ReportFault = {
    type: 'ReportFault',
    machineId,
    faultId: 'f',
    severity: 'worksStill',
    textId: null,
    photographs: [],
    reportedBy: null,
    locks: false,
  };

  it('is reported by anybody, but not on a machine that is retired', () => {
    expect(rules(decideCare(report, machine(NO_CARE), facts))).toBe('accepted');
    expect(rules(decideCare(report, machine(NO_CARE, { status: 'retired' }), facts))).toEqual(['retired']);
  });

  it('is dismissed once', () => {
    const dismiss = { type: 'DismissFault', machineId, faultId: 'f', reasonId: null } as const;
    expect(rules(decideCare(dismiss, machine(caredFor(reported('f'))), facts))).toBe('accepted');
    expect(rules(decideCare(dismiss, machine(NO_CARE), facts))).toEqual(['closed']);
  });

  it('that locked the machine as unsafe is dismissed by somebody competent, with a note', () => {
    const care = machine(caredFor(reported('f')));
    const locked = { ...facts, standing: [lock('f')] };
    const dismiss = { type: 'DismissFault', machineId, faultId: 'f', reasonId: null } as const;
    expect(rules(decideCare(dismiss, care, { ...locked, mayUnlock: false }))).toEqual(['competence', 'note']);
    expect(rules(decideCare(dismiss, care, locked))).toEqual(['note']);
    expect(rules(decideCare({ ...dismiss, reasonId: 'why' }, care, locked))).toBe('accepted');
  });
});

describe('a repair', () => {
  it('closes the faults only when the machine is back with it', () => {
    const logged = (returns: boolean): CareEvent => {
      const decision = decideCare(repair({ returns }), machine(caredFor(reported('f'))), facts);
      if (decision.outcome !== 'accepted' || !decision.events[0]) throw new Error('refused');
      return decision.events[0];
    };
    expect(caredFor(reported('f'), logged(false)).openFaults).toHaveLength(1);
    expect(caredFor(reported('f'), logged(true)).openFaults).toHaveLength(0);
  });

  it('of what nobody reported, or what is mended already, is refused', () => {
    expect(rules(decideCare(repair(), machine(NO_CARE), facts))).toEqual(['closed']);
    expect(rules(decideCare(repair({ faultIds: [] }), machine(NO_CARE), facts))).toBe('accepted');
  });

  it('that returns what was locked as unsafe asks for competence and a note', () => {
    const care = machine(caredFor(reported('f')));
    const locked = { ...facts, standing: [lock('f')], mayUnlock: false };
    expect(rules(decideCare(repair({ noteId: null }), care, locked))).toEqual(['competence', 'note']);
    expect(rules(decideCare(repair({ returns: false }), care, locked))).toBe('accepted');
    expect(rules(decideCare(repair(), care, { ...locked, mayUnlock: true }))).toBe('accepted');
  });

  it('leaves the lock of another fault alone, for which it needs no competence', () => {
    const care = machine(caredFor(reported('f'), reported('other')));
    const locked = { ...facts, standing: [lock('other')], mayUnlock: false };
    expect(rules(decideCare(repair(), care, locked))).toBe('accepted');
    const withoutFault = { ...locked, standing: [lock(null)] };
    expect(rules(decideCare(repair(), care, withoutFault))).toEqual(['competence']);
  });
});

describe('maintenance', () => {
  const done = (changes: Partial<RecordMaintenance> = {}): RecordMaintenance => ({
    type: 'RecordMaintenance',
    machineId,
    planId: 'p',
    at: null,
    noteId: null,
    minutes: 30,
    reading: null,
    doneBy: 'ben',
    ...changes,
  });
  const byMeter = { by: 'meter', meter: 'Pages', amount: 1000 } as const;

  it('by a meter needs one that the machine has', () => {
    const plan = { name: 'Rollers', interval: { ...byMeter, meter: 'Miles' }, durationMinutes: 30 };
    const command = { type: 'PlanMaintenance', machineId, planId: 'p', plan } as const;
    expect(rules(decideCare(command, machine(NO_CARE), facts))).toEqual(['unknownMeter']);
    const fitting = { ...command, plan: { ...plan, interval: byMeter } };
    expect(rules(decideCare(fitting, machine(NO_CARE), facts))).toBe('accepted');
  });

  it('by a meter is done with a reading, which only rises', () => {
    const care = machine(caredFor(planned('p', byMeter)));
    const read = { ...facts, readings: { Pages: 500 } };
    expect(rules(decideCare(done(), care, read))).toEqual(['reading']);
    expect(rules(decideCare(done({ reading: 499 }), care, read))).toEqual(['reading']);
    expect(rules(decideCare(done({ reading: 500 }), care, read))).toBe('accepted');
  });

  it('is not done after now, nor once it is dropped', () => {
    const plan = planned('p', { by: 'hours', hours: 40 });
    expect(rules(decideCare(done({ at: NOW + 1 }), machine(caredFor(plan)), facts))).toEqual(['future']);
    const dropped: CareEvent = {
      type: 'MaintenancePlanDropped',
      data: { machineId, workshopId, planId: 'p' },
    };
    expect(rules(decideCare(done(), machine(caredFor(plan, dropped)), facts))).toEqual(['noPlan']);
  });
});
