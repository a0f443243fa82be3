import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import type { RuleTopic } from '../../shared/machines/sentences.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Chips } from '../ui/chips.tsx';
import { CheckField } from '../ui/field.tsx';
import { CountField, LengthField } from '../ui/limitField.tsx';
import { WindowsField } from './windowsField.tsx';

const words = t.rules.fields;

export interface TopicEditorProps {
  topic: RuleTopic;
  rules: BookingRules;
  onRules: (part: Partial<BookingRules>) => void;
}

const startings = (['either', 'bookingOnly', 'walkUpOnly'] as const).map((value) => ({
  value,
  label: words[value],
}));
const checkIns = (['none', 'person', 'reader'] as const).map((value) => ({
  value,
  label: words.checkIns[value],
}));

/** The few fields behind one sentence. */
export function TopicEditor({ topic, rules, onRules }: TopicEditorProps) {
  switch (topic) {
    case 'days':
      return (
        <>
          <CheckField
            label={words.byTheDay}
            checked={rules.byTheDay}
            onChange={(byTheDay) => onRules({ byTheDay })}
          />
          {rules.byTheDay && (
            <CountField
              label={words.renewals}
              value={rules.renewals || null}
              onValue={(renewals) => onRules({ renewals: Math.min(renewals ?? 0, 50) })}
            />
          )}
        </>
      );
    case 'starting':
      return (
        <Chips
          label={words.starting}
          quiet
          value={rules.starting}
          options={startings}
          onValue={(starting) => onRules({ starting })}
        />
      );
    case 'length':
      return (
        <>
          <LengthField
            label={words.least}
            value={rules.minimumDurationMinutes}
            onValue={(minimumDurationMinutes) => onRules({ minimumDurationMinutes })}
          />
          <LengthField
            label={words.most}
            value={rules.maximumDurationMinutes}
            onValue={(maximumDurationMinutes) => onRules({ maximumDurationMinutes })}
          />
        </>
      );
    case 'horizon':
      return (
        <CountField
          label={words.horizonDays}
          value={rules.horizonDays}
          onValue={(horizonDays) => onRules({ horizonDays })}
        />
      );
    case 'notice':
      return (
        <LengthField
          label={words.notice}
          value={rules.minimumNoticeMinutes}
          onValue={(minimumNoticeMinutes) => onRules({ minimumNoticeMinutes })}
        />
      );
    case 'perDay':
      return (
        <>
          <CountField
            label={words.perDay}
            value={rules.maximumPerDay}
            onValue={(maximumPerDay) => onRules({ maximumPerDay })}
          />
          <LengthField
            label={words.perDayTime}
            value={rules.maximumPerDayMinutes}
            onValue={(maximumPerDayMinutes) => onRules({ maximumPerDayMinutes })}
          />
        </>
      );
    case 'open':
      return (
        <>
          <CountField
            label={words.open}
            value={rules.maximumOpen}
            onValue={(maximumOpen) => onRules({ maximumOpen })}
          />
          <LengthField
            label={words.openTime}
            value={rules.maximumOpenMinutes}
            onValue={(maximumOpenMinutes) => onRules({ maximumOpenMinutes })}
          />
        </>
      );
    case 'gap':
      return (
        <LengthField
          label={words.gap}
          value={rules.minimumGapMinutes}
          onValue={(minimumGapMinutes) => onRules({ minimumGapMinutes })}
        />
      );
    case 'turnaround':
      return (
        <LengthField
          label={words.turnaround}
          value={rules.turnaroundMinutes}
          onValue={(turnaroundMinutes) => onRules({ turnaroundMinutes })}
        />
      );
    case 'lateness':
      return (
        <LengthField
          label={words.late}
          value={rules.lateCancelMinutes}
          onValue={(lateCancelMinutes) => onRules({ lateCancelMinutes })}
        />
      );
    case 'approval':
      return (
        <CheckField
          label={words.approval}
          checked={rules.approval}
          onChange={(approval) => onRules({ approval })}
        />
      );
    case 'supervision':
      return (
        <CheckField
          label={words.supervised}
          checked={rules.supervisedUse}
          onChange={(supervisedUse) => onRules({ supervisedUse })}
        />
      );
    case 'company':
      return (
        <CheckField
          label={words.neverAlone}
          checked={rules.neverAlone}
          onChange={(neverAlone) => onRules({ neverAlone })}
        />
      );
    case 'checkIn':
      return (
        <>
          <Chips
            label={words.checkIn}
            quiet
            value={rules.checkIn}
            options={checkIns}
            onValue={(checkIn) => onRules({ checkIn })}
          />
          {rules.checkIn !== 'none' && (
            <LengthField
              label={words.grace}
              required
              value={rules.graceMinutes}
              onValue={(minutes) => minutes !== null && onRules({ graceMinutes: Math.max(5, minutes) })}
            />
          )}
        </>
      );
    case 'freeTime':
      return <WindowsField windows={rules.freeTime} onWindows={(freeTime) => onRules({ freeTime })} />;
    case 'quietHours':
      return <WindowsField windows={rules.quietHours} onWindows={(quietHours) => onRules({ quietHours })} />;
  }
}
