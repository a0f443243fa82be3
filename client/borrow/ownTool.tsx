import type { ToolView } from '../../shared/loans/views.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import { useCommand } from '../useCommand.ts';

const words = t.loans;

/** A tool of one's own that one lends: home at any time, and back. */
export function OwnTool({ tool, onChanged }: { tool: ToolView; onChanged: () => void }) {
  const { busy, give } = useCommand({ failures: 'toast' });
  const isHome = tool.state === 'atHome';
  const act = () =>
    give({
      method: 'post',
      path: `/api/machines/${tool.machineId}/${isHome ? 'bring-back' : 'take-home'}`,
      body: {},
      done: isHome ? words.lentAgain(tool.name) : words.tookHome(tool.name),
      after: onChanged,
    });
  return (
    <Button busy={busy} label={isHome ? undefined : words.takeHomeOf(tool.name)} onPress={act}>
      {isHome ? words.lendAgain : words.takeHome}
    </Button>
  );
}
