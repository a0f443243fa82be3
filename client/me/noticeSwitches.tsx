import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type Channel,
  type NoticePreferences,
  type NoticeTopic,
  noticePreferences,
} from '../../shared/notices/preferences.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { commandWith } from '../api.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { server } from '../session.ts';
import { ManyChips } from '../ui/chips.tsx';
import { CheckField } from '../ui/field.tsx';
import { FormFailure } from '../ui/formFailure.tsx';
import { Shown } from '../ui/shown.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.notices;
const path = '/api/me/notice-preferences';

type MailTopic = 'digest' | 'invitations';
const everyWay: readonly Exclude<NoticeTopic, MailTopic>[] = [
  'bookings',
  'held',
  'loans',
  'asked',
  'competences',
  'membership',
  'care',
  'reminders',
];
const byMail: readonly MailTopic[] = ['digest', 'invitations'];
const channels: readonly Channel[] = ['program', 'mail', 'push'];

/** What one is told, and by which ways: every switch is saved as it is pressed. */
export function NoticeSwitches() {
  const kept = useResource(path, noticePreferences);
  return (
    <div class="stack measure">
      <p>{words.text}</p>
      {server.value?.mailConfigured === false && <p class="note">{words.noMail}</p>}
      <Shown resource={kept}>{(preferences) => <Switches preferences={preferences} />}</Shown>
    </div>
  );
}

function Switches({ preferences }: { preferences: NoticePreferences }) {
  const [shown, setShown] = useState(preferences);
  const { failure, attempt } = useAttempt();
  const start = useRef<HTMLDivElement>(null);
  // Mails lead here.
  useEffect(() => {
    if (location.hash === '#notices') start.current?.scrollIntoView();
  }, []);
  const wanted = useRef(preferences);
  const kept = useRef(preferences);
  const save = (chosen: NoticePreferences) => {
    wanted.current = chosen;
    setShown(chosen);
    // One after the other: what is chosen while one is on its way goes with the next.
    attempt(async () => {
      try {
        while (wanted.current !== kept.current) {
          const sent = wanted.current;
          const reply = await commandWith('put', path, sent, noticePreferences);
          kept.current = reply;
          if (wanted.current === sent) wanted.current = reply;
        }
        setShown(kept.current);
        showToast(words.saved);
      } catch (error) {
        wanted.current = kept.current;
        setShown(kept.current);
        throw error;
      }
    });
  };
  return (
    <div class="stack" ref={start}>
      {everyWay.map((topic) => (
        <ManyChips
          key={topic}
          label={words.topics[topic]}
          values={channels.filter((channel) => shown[topic][channel])}
          options={channels.map((value) => ({ value, label: words.channels[value] }))}
          onValues={(chosen) =>
            save({
              ...shown,
              [topic]: {
                program: chosen.includes('program'),
                mail: chosen.includes('mail'),
                push: chosen.includes('push'),
              },
            })
          }
        />
      ))}
      {byMail.map((topic) => (
        <CheckField
          key={topic}
          label={words.topics[topic]}
          checked={shown[topic].mail}
          onChange={(mail) => save({ ...shown, [topic]: { mail } })}
        />
      ))}
      <FormFailure failure={failure} />
    </div>
  );
}
