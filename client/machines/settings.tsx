import './settings.css';
import { useState } from 'preact/hooks';
import { type MachineView, type SettingView, settingList } from '../../shared/machines/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { useResource } from '../resource.ts';
import { moment, numberInWords } from '../time.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PageSection } from '../ui/page.tsx';
import { useCommand } from '../useCommand.ts';
import { SettingForm } from './settingForm.tsx';

const words = t.machineDetails.settings;

/** What worked on a machine, confirmed by others; not drawn where there is nothing and nothing can be noted. */
export function Settings({ machine, today }: { machine: MachineView; today: string }) {
  const [open, setOpen] = useState(false);
  const { machineId, name, allowedActions } = machine;
  const list = useResource(`/api/machines/${machineId}/settings`, settingList, [`machine-${machineId}`]);
  const settings = list.value.value?.settings ?? [];
  const mayNote = allowedActions.includes('machine.noteSetting');
  if (settings.length === 0 && !mayNote) return null;
  const close = () => setOpen(false);
  const action = mayNote && <Button onPress={() => setOpen(true)}>{words.note}</Button>;
  return (
    <PageSection title={words.title} action={action}>
      {settings.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        <ul class="settings">
          {settings.map((setting) => (
            <Setting
              key={setting.settingId}
              view={setting}
              machineId={machineId}
              today={today}
              onChanged={list.refetch}
            />
          ))}
        </ul>
      )}
      {open && (
        <Dialog title={words.noteTitle(name)} onClose={close}>
          <SettingForm
            machineId={machineId}
            onDone={() => {
              close();
              list.refetch();
            }}
          />
        </Dialog>
      )}
    </PageSection>
  );
}

interface SettingProps {
  view: SettingView;
  machineId: string;
  today: string;
  onChanged: () => void;
}

function Setting({ view, machineId, today, onChanged }: SettingProps) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const { settingId, setting, note, by, at, confirmations, confirmedByMe } = view;
  const { material, thicknessMillimetres: thickness, values } = setting;
  const tell = (act: string, done: string) =>
    give({
      method: 'post',
      path: `/api/machines/${machineId}/settings/${settingId}/${act}`,
      body: {},
      done,
      after: onChanged,
    });
  const title = thickness === null ? material : `${material}, ${words.thick(numberInWords(thickness))}`;
  return (
    <li>
      <h3>{title}</h3>
      <ul class="values">
        {values.map(({ name, value }) => (
          <li key={name} class="mono">
            {words.pair(name, value)}
          </li>
        ))}
      </ul>
      {note && <p>{t.story.quote(note)}</p>}
      <p class="soft small">
        {words.by(by ?? t.words.somebody, moment(at, today))}
        {confirmations > 0 && ` · ${words.worked(confirmations)}`}
      </p>
      <div class="buttons">
        {view.mayConfirm &&
          (confirmedByMe ? (
            <Button
              kind="quiet"
              busy={busy}
              label={words.forMaterial(words.takeBack, title)}
              onPress={() => tell('take-back', words.takenBack)}
            >
              {words.takeBack}
            </Button>
          ) : (
            <Button
              busy={busy}
              label={words.forMaterial(words.works, title)}
              onPress={() => tell('confirm', words.confirmed)}
            >
              {words.works}
            </Button>
          ))}
        {view.mayWithdraw && (
          <Button
            kind="quiet"
            busy={busy}
            label={words.forMaterial(words.withdraw, title)}
            onPress={() => tell('withdraw', words.withdrawn)}
          >
            {words.withdraw}
          </Button>
        )}
      </div>
    </li>
  );
}
