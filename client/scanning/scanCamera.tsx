import './scanning.css';
import { IconCamera, IconCameraOff } from '@tabler/icons-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { deferred } from '../frame/deferred.tsx';
import { Button } from '../ui/button.tsx';
import { readySound } from './heard.ts';

const words = t.words;

const CameraPicture = deferred(async () => {
  const { speakOfScanning } = await import('../catalogue/scanTexts.ts');
  await speakOfScanning();
  return (await import('./cameraPicture.tsx')).CameraPicture;
});

export interface ScanCameraProps {
  /** What the code says: a label's whole address, a badge's number (see `codeFrom` in machines/labelCode). */
  onCode: (code: string) => void;
  /** The camera goes off once a code was read: where one leads to another page. */
  once?: boolean;
  /** On the button, where there is little room for words. */
  label?: string;
  /** On one line with the button. */
  beside?: ComponentChildren;
}

/**
 * A button that lends the camera to read codes, with a light where there is one, or a picture of a code. What it needs
 * is fetched with the press.
 */
export function ScanCamera({ onCode, once = false, label = words.camera, beside }: ScanCameraProps) {
  const [on, setOn] = useState(false);
  return (
    <div class="stack">
      <div class="scan-line">
        {beside}
        <Button
          pressed={on}
          onPress={() => {
            readySound();
            setOn(!on);
          }}
        >
          {on ? <IconCameraOff aria-hidden="true" /> : <IconCamera aria-hidden="true" />}
          {on ? words.cameraStop : label}
        </Button>
      </div>
      {on && (
        <CameraPicture
          onCode={(code: string) => {
            if (once) setOn(false);
            onCode(code);
          }}
        />
      )}
    </div>
  );
}
