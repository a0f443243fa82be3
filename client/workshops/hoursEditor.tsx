import './hoursEditor.css';
import { IconPlus, IconTrash } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import type { OpeningHours, WeeklyOpening } from '../../shared/workshops/openingHours.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { shortDate, weekdaysInOrder } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { CheckField, TextField } from '../ui/field.tsx';
import { TimeField } from '../ui/timeField.tsx';
import {
  changedOpening,
  withHoliday,
  withHours,
  withOpening,
  withoutHoliday,
  withoutOpening,
} from './hoursDraft.ts';
import { type HourRole, hourRoles } from './week.ts';

export interface HoursEditorProps {
  hours: OpeningHours;
  onHours: (hours: OpeningHours) => void;
}

const words = t.workshops.settings;

/** The hours of one role at a time, and the holidays of all. Changes nothing until it is saved. */
export function HoursEditor({ hours, onHours }: HoursEditorProps) {
  const [role, setRole] = useState<HourRole>('member');
  const own = hours[role];
  const set = (openings: WeeklyOpening[]) => onHours(withHours(hours, role, openings));
  return (
    <div class="stack">
      <Chips
        label={words.hoursFor}
        value={role}
        options={hourRoles.map((value) => ({ value, label: t.workshops.hours.who(t.words.roles[value]) }))}
        onValue={setRole}
      />
      <CheckField
        label={words.alwaysIn}
        checked={own === 'always'}
        onChange={(always) => onHours(withHours(hours, role, always ? 'always' : []))}
      />
      {own !== 'always' && (
        <ul class="week-editor">
          {weekdaysInOrder().map((weekday) => (
            <Weekday
              key={weekday}
              weekday={weekday}
              name={t.time.longWeekdays[weekday - 1] ?? ''}
              openings={own}
              onOpenings={set}
            />
          ))}
        </ul>
      )}
      <Holidays hours={hours} onHours={onHours} />
    </div>
  );
}

interface WeekdayProps {
  weekday: number;
  name: string;
  openings: WeeklyOpening[];
  onOpenings: (openings: WeeklyOpening[]) => void;
}

function Weekday({ weekday, name, openings, onOpenings }: WeekdayProps) {
  const own = openings.filter((opening) => opening.weekday === weekday);
  return (
    <li>
      <span class="weekday">{name}</span>
      <div class="stack">
        {own.length === 0 && <span class="soft">{t.workshops.hours.dayClosed}</span>}
        {own.map((opening, index) => (
          <div class="opening" key={`${weekday} ${index}`}>
            <TimeField
              label={words.opens(name, index + 1)}
              value={opening.opens}
              onValue={(opens) => onOpenings(changedOpening(openings, opening, { opens }))}
            />
            <TimeField
              label={words.closes(name, index + 1)}
              mayEndDay
              value={opening.closes}
              onValue={(closes) => onOpenings(changedOpening(openings, opening, { closes }))}
            />
            <Button
              kind="quiet"
              label={words.remove(name, t.time.span(opening.opens, opening.closes))}
              onPress={() => onOpenings(withoutOpening(openings, opening))}
            >
              <IconTrash aria-hidden="true" />
            </Button>
          </div>
        ))}
      </div>
      <Button kind="quiet" label={words.add(name)} onPress={() => onOpenings(withOpening(openings, weekday))}>
        <IconPlus aria-hidden="true" />
      </Button>
    </li>
  );
}

function Holidays({ hours, onHours }: HoursEditorProps) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const add = () => {
    if (!date || !name.trim()) return;
    onHours(withHoliday(hours, date, name.trim()));
    setDate('');
    setName('');
  };
  return (
    <div class="stack">
      <h3>{t.workshops.hours.holidays}</h3>
      {hours.holidays.length === 0 && <p class="soft">{t.workshops.hours.noHolidays}</p>}
      <ul class="week-editor">
        {hours.holidays.map((holiday) => (
          <li class="holiday" key={holiday.date}>
            <time>{shortDate(holiday.date, '')}</time>
            <span>{holiday.name}</span>
            <Button
              kind="quiet"
              label={words.removeHoliday(holiday.name)}
              onPress={() => onHours(withoutHoliday(hours, holiday.date))}
            >
              <IconTrash aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      <div class="fields-2">
        <TextField label={words.holidayDate} type="date" value={date} onValue={setDate} />
        <TextField label={words.holidayName} maxLength={80} value={name} onValue={setName} />
      </div>
      <div>
        <Button onPress={add}>{words.addHoliday}</Button>
      </div>
    </div>
  );
}
