import { IconCamera, IconPencil, IconPhoto } from '@tabler/icons-preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { BuildView } from '../../../shared/builds/views.ts';
import { t } from '../../catalogue/buildTexts.ts';
import { unkeptUnder } from '../../offline/unkept.ts';
import { Button } from '../../ui/button.tsx';
import { FilesButton } from '../../ui/filesButton.tsx';
import { State } from '../../ui/state.tsx';
import { keepPhotographs, keepSound } from './keep.ts';
import type { ShownLog } from './pending.ts';
import { VoiceNote } from './voiceNote.tsx';
import { WriteDialog } from './writeDialog.tsx';

const words = t.buildLog;

export interface BottomBarProps {
  build: BuildView;
  shown: ShownLog;
  onChanged: () => void;
}

/** What a thumb reaches with gloves on: Photo above all, and beside it several, a voice note, words. */
export function BottomBar({ build, shown, onChanged }: BottomBarProps) {
  const [writing, setWriting] = useState(false);
  const [busy, setBusy] = useState(false);
  const isOpen = build.status === 'open';
  useToastsAbove(isOpen);
  const put = async (files: File[]) => {
    setBusy(true);
    try {
      await keepPhotographs(build, shown.steps, files, Date.now());
    } finally {
      setBusy(false);
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form of its own here.
    <div class="log-bar" data-ended={!isOpen || undefined} role="group" aria-label={words.entries.title}>
      <p class="unsent-here small" role="status">
        {unkeptUnder(`/api/builds/${build.buildId}/`).length > 0 ? (
          <State kind="taken">{t.noSignal.notKept}</State>
        ) : shown.waiting > 0 ? (
          <State kind="soon">{words.now.unsent(shown.waiting)}</State>
        ) : (
          <span class="soft">{words.now.allSent}</span>
        )}
      </p>
      <FilesButton
        kind={isOpen ? 'main' : 'plain'}
        label={words.photo}
        accept="image/*"
        capture
        busy={busy}
        icon={<IconCamera size={40} aria-hidden="true" />}
        onFiles={put}
      />
      <div class="beside">
        <VoiceNote onNote={(note, at) => keepSound(build, shown.steps, note, at)} />
        <Button onPress={() => setWriting(true)}>
          <IconPencil aria-hidden="true" />
          {words.write}
        </Button>
        <FilesButton
          label={words.photos}
          accept="image/*"
          multiple
          busy={busy}
          icon={<IconPhoto aria-hidden="true" />}
          onFiles={put}
        />
      </div>
      {writing && (
        <WriteDialog build={build} shown={shown} onChanged={onChanged} onClose={() => setWriting(false)} />
      )}
    </div>
  );
}

/** On a phone, what is said in passing lies neither on the Photo button nor on the current step. */
function useToastsAbove(isOpen: boolean): void {
  useLayoutEffect(() => {
    const { documentElement } = document;
    documentElement.toggleAttribute('data-toasts-above', isOpen);
    return () => documentElement.removeAttribute('data-toasts-above');
  }, [isOpen]);
}
