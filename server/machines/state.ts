import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { MachineDescription } from '../../shared/machines/events.ts';
import type { MachineEvent } from '../../shared/schemasOfEvents.ts';
import type { Recorded } from '../commands/decider.ts';
import { type CareState, evolveCare, NO_CARE } from './care/state.ts';

/** A note on settings: whose it is, and who says that it worked for them too. */
export interface KnownSetting {
  notedBy: string;
  confirmedBy: readonly string[];
}

export interface KnownMachine {
  status: 'inService' | 'retired';
  workshopId: string;
  description: MachineDescription;
  rules: BookingRules;
  photographs: readonly string[];
  manual: { fileId: string; name: string } | null;
  /** By id; withdrawn ones are gone. */
  settings: Readonly<Record<string, KnownSetting>>;
  /** Faults, repairs and maintenance. */
  care: CareState;
  /**
   * Of the last event that changed what `If-Match` guards: what it is, its rules, whether it serves. Pictures, notes
   * and faults come and go beside it.
   */
  revision: number;
}
export type MachineState = { status: 'unregistered' } | KnownMachine;

export function evolveMachine(state: MachineState, event: MachineEvent, recorded: Recorded): MachineState {
  const { revision } = recorded;
  if (event.type === 'MachineRegistered') {
    const { workshopId, description, rules } = event.data;
    return {
      status: 'inService',
      workshopId,
      description,
      rules,
      photographs: [],
      manual: null,
      settings: {},
      care: NO_CARE,
      revision,
    };
  }
  if (state.status === 'unregistered') return state;
  switch (event.type) {
    case 'MachineDescribed':
      return { ...state, description: event.data.description, revision };
    case 'BookingRulesSet':
      return { ...state, rules: event.data.rules, revision };
    case 'MachineRetired':
      return { ...state, status: 'retired', revision };
    case 'MachineReinstated':
      return { ...state, status: 'inService', workshopId: event.data.workshopId, revision };
    case 'PhotographAdded':
      return { ...state, photographs: [...state.photographs, event.data.fileId] };
    case 'PhotographRemoved':
      return { ...state, photographs: without(state.photographs, event.data.fileId) };
    case 'ManualAttached':
      return { ...state, manual: { fileId: event.data.fileId, name: event.data.name } };
    case 'ManualRemoved':
      return { ...state, manual: null };
    // What a kit lacks is known to the loans.
    case 'KitChecked':
      return state;
    case 'SettingNoted':
      return withSetting(state, event.data.settingId, { notedBy: event.data.notedBy, confirmedBy: [] });
    case 'SettingConfirmed': {
      const { settingId, confirmedBy } = event.data;
      return changeSetting(state, settingId, (names) => [...names, confirmedBy]);
    }
    case 'SettingConfirmationTakenBack': {
      const { settingId, confirmedBy } = event.data;
      return changeSetting(state, settingId, (names) => without(names, confirmedBy));
    }
    case 'SettingWithdrawn': {
      const { [event.data.settingId]: _, ...settings } = state.settings;
      return { ...state, settings };
    }
    default:
      return { ...state, care: evolveCare(state.care, event, recorded) };
  }
}

const without = (list: readonly string[], one: string) => list.filter((other) => other !== one);

const withSetting = (state: KnownMachine, settingId: string, setting: KnownSetting): KnownMachine => ({
  ...state,
  settings: { ...state.settings, [settingId]: setting },
});

function changeSetting(
  state: KnownMachine,
  settingId: string,
  change: (confirmedBy: readonly string[]) => readonly string[],
): KnownMachine {
  const setting = state.settings[settingId];
  if (!setting) return state;
  return withSetting(state, settingId, { ...setting, confirmedBy: change(setting.confirmedBy) });
}
