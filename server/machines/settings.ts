import type { MachineSetting } from '../../shared/machines/events.ts';
import type { MachineEvent } from '../../shared/schemasOfEvents.ts';
import { accepted, type Decision, refused } from '../commands/decider.ts';
import type { KnownMachine } from './state.ts';

export interface NoteSetting {
  type: 'NoteSetting';
  machineId: string;
  settingId: string;
  setting: MachineSetting;
  noteId: string | null;
  by: string;
}
/** Saying that a setting worked for oneself too, taking that back, and withdrawing a setting altogether. */
export interface AboutSetting {
  type: 'ConfirmSetting' | 'TakeBackConfirmation' | 'WithdrawSetting';
  machineId: string;
  settingId: string;
  by: string;
}
export type SettingCommand = NoteSetting | AboutSetting;

export interface SettingFacts {
  /** Whether the giver may withdraw what others noted. */
  tidiesUp: boolean;
}

export function decideSetting(
  command: SettingCommand,
  state: KnownMachine,
  { tidiesUp }: SettingFacts,
): Decision<MachineEvent> {
  const { machineId, settingId, by } = command;
  const { workshopId } = state;
  if (command.type === 'NoteSetting') {
    const { setting, noteId } = command;
    return accepted({
      type: 'SettingNoted',
      data: { machineId, workshopId, settingId, setting, noteId, notedBy: by },
    });
  }
  const known = state.settings[settingId];
  if (!known) return refused({ rule: 'unknownSetting', message: 'There is no such note on settings.' });
  const isOwn = known.notedBy === by;
  const hasConfirmed = known.confirmedBy.includes(by);
  switch (command.type) {
    case 'ConfirmSetting':
      if (isOwn) {
        return refused({
          rule: 'ownSetting',
          message: 'You noted these settings: somebody else confirms them.',
        });
      }
      return hasConfirmed
        ? accepted()
        : accepted({ type: 'SettingConfirmed', data: { machineId, workshopId, settingId, confirmedBy: by } });
    case 'TakeBackConfirmation': {
      const data = { machineId, workshopId, settingId, confirmedBy: by };
      return hasConfirmed ? accepted({ type: 'SettingConfirmationTakenBack', data }) : accepted();
    }
    case 'WithdrawSetting':
      return isOwn || tidiesUp
        ? accepted({ type: 'SettingWithdrawn', data: { machineId, workshopId, settingId } })
        : refused({
            rule: 'othersSetting',
            message: 'Whoever noted these settings or a steward withdraws them.',
          });
  }
}
