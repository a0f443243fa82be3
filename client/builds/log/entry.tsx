import { useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { dropUnsent } from '../../offline/leaveRow.ts';
import { SaveKept } from '../../offline/saveKept.tsx';
import { unsent } from '../../offline/unsent.ts';
import { UnsentState } from '../../offline/unsentState.tsx';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useCommand } from '../../useCommand.ts';
import { peopleInWords } from '../words.ts';
import { LogPicture, LogSound } from './keptMedia.tsx';
import type { LogShown, ShownLog } from './pending.ts';
import { whenIn } from './when.ts';
import { MoveDialog, WordsDialog } from './writeDialog.tsx';

const words = t.buildLog.entries;

interface EntryProps {
  build: BuildView;
  shown: ShownLog;
  entry: LogShown;
  /** Where it stands with its step already. */
  withoutStep?: boolean;
  onChanged: () => void;
}

/** One entry of the log: its time, its pictures, what was said and written. */
export function Entry({ build, shown, entry, withoutStep, onChanged }: EntryProps) {
  const time = whenIn(entry.at, build);
  const title = shown.steps.find(({ step }) => step === entry.step)?.title;
  return (
    <li class="log-entry" data-waiting={entry.place !== null || undefined}>
      <p class="small">
        <time>{time}</time> · {peopleInWords([entry.by])}
      </p>
      {entry.removed ? (
        <Removed build={build} entry={entry} onChanged={onChanged} />
      ) : (
        <>
          {title && !withoutStep && <p class="small soft">{words.forStep(title)}</p>}
          <Media build={build} entry={entry} />
          {entry.note && <p class="log-words">{entry.note}</p>}
          {entry.place !== null ? (
            <Waiting entry={entry} place={entry.place} />
          ) : (
            entry.changing && <p class="small soft">{words.waiting}</p>
          )}
          {build.allowedActions.includes('build.write') && entry.refusal === null && (
            <Changes build={build} shown={shown} entry={entry} time={time} onChanged={onChanged} />
          )}
        </>
      )}
    </li>
  );
}

/** Its pictures and sounds alone. */
export function Media({ build, entry }: { build: BuildView; entry: LogShown }) {
  const { photographs, sounds, kept, at } = entry;
  const time = whenIn(at, build);
  return (
    <>
      {photographs.length > 0 && (
        <div class="log-pictures">
          {photographs.map((file) => (
            <LogPicture key={file} file={file} kept={kept} label={t.buildLog.photoOf(build.name, time)} />
          ))}
        </div>
      )}
      {sounds.map((file) => (
        <LogSound key={file} file={file} kept={kept} label={t.buildLog.voiceOf(time)} />
      ))}
    </>
  );
}

/** Refused pictures can be saved elsewhere: nothing is lost. */
function Waiting({ entry, place }: { entry: LogShown; place: number }) {
  const row = unsent.value.find((each) => each.place === place);
  if (!row) return null;
  return (
    <UnsentState row={row}>
      {entry.refusal !== null &&
        row.files.map(({ key, kind }) => <SaveKept key={key} file={key} kind={kind} />)}
    </UnsentState>
  );
}

type ChangesProps = Omit<EntryProps, 'withoutStep'> & { time: string };

/** Words, another step, away with it: folded, so that the log stays a log. */
function Changes({ build, shown, entry, time, onChanged }: ChangesProps) {
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<'words' | 'move' | null>(null);
  const { busy, give } = useCommand({ failures: 'toast' });
  const close = () => setDialog(null);
  const remove = async () => {
    if (entry.place !== null) {
      await dropUnsent(entry.place);
      showToast(words.dropped);
      return;
    }
    await give({
      method: 'post',
      path: `/api/builds/${build.buildId}/log/${entry.logId}/remove`,
      body: {},
      done: words.removed,
      keepAs: words.removeKept,
      after: onChanged,
    });
  };
  const same = { build, entry, onChanged, onClose: close };
  return (
    <>
      <div class="buttons">
        <Button kind="quiet" onPress={() => setDialog('words')}>
          {entry.note === null || entry.note === '' ? words.addWords : words.changeWords}
        </Button>
        <Button kind="quiet" expanded={open} label={words.moreOf(time)} onPress={() => setOpen(!open)}>
          {words.more}
        </Button>
      </div>
      {open && (
        <div class="buttons">
          {shown.steps.length > 0 && <Button onPress={() => setDialog('move')}>{words.move}</Button>}
          <Button kind="danger" busy={busy} onPress={remove}>
            {words.remove}
          </Button>
        </div>
      )}
      {dialog === 'words' && <WordsDialog {...same} />}
      {dialog === 'move' && <MoveDialog {...same} shown={shown} />}
    </>
  );
}

function Removed({ build, entry, onChanged }: Pick<EntryProps, 'build' | 'entry' | 'onChanged'>) {
  const { busy, give } = useCommand({ failures: 'toast' });
  return (
    <div class="buttons">
      <span class="soft">{words.removed}</span>
      <Button
        kind="quiet"
        busy={busy}
        onPress={() =>
          give({
            method: 'post',
            path: `/api/builds/${build.buildId}/log/${entry.logId}/restore`,
            body: {},
            done: words.restored,
            keepAs: words.restored,
            after: onChanged,
          })
        }
      >
        {words.restore}
      </Button>
    </div>
  );
}
