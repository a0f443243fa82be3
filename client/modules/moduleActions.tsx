import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { designOfModule } from '../../shared/assemblies/designOfModule.ts';
import { type DraftContent, EMPTY_CONTENT } from '../../shared/designs/content.ts';
import type { Module } from '../../shared/modules/module.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { failureText } from '../failureText.ts';
import { RequestFailed } from '../problem.ts';
import { randomId } from '../randomId.ts';
import { me } from '../session.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { showToast } from '../ui/toasts.ts';
import { beginDesign } from './beginDesign.ts';
import { changedFrom, type ModuleValues } from './values.ts';
import { wordsOf } from './words.ts';

/** A machine with one instance of a module in it. */
const machineWith = (module: Module, values: ModuleValues): DraftContent => ({
  ...EMPTY_CONTENT,
  instances: [
    {
      id: randomId(),
      name: '',
      of: { kind: 'module', module: module.id },
      parameters: Object.fromEntries(
        Object.keys(changedFrom(module, values)).map((name) => [name, values[name] ?? '']),
      ),
      at: { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] },
      mirrored: false,
      step: null,
      alternatives: [],
    },
  ],
});

/** What can be begun with a module: a design of one's own, or a machine. */
export function ModuleActions({ module, values }: { module: Module; values: ModuleValues }) {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const words = t.modules;
  if (!me.value)
    return (
      <div>
        <ButtonLink
          kind="main"
          href={addressOf.signIn(addressOf.module(module.id, changedFrom(module, values)))}
        >
          {words.signIn}
        </ButtonLink>
      </div>
    );
  const begin = async (wanted: DraftContent, addressOfDraft: (draftId: string) => string) => {
    setBusy(true);
    try {
      route(addressOfDraft(await beginDesign(wanted)));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      showToast(failureText(error), { tone: 'failed' });
      setBusy(false);
    }
  };
  const said = wordsOf(module.id);
  return (
    <div class="stack">
      <div class="buttons">
        <Button
          kind="main"
          busy={busy}
          onPress={() => begin(designOfModule(module, said.name, values, said), addressOf.draft)}
        >
          {words.fork}
        </Button>
        <Button busy={busy} onPress={() => begin(machineWith(module, values), addressOf.workbench)}>
          {words.start}
        </Button>
      </div>
      <p class="soft small">{words.forkHint}</p>
    </div>
  );
}
