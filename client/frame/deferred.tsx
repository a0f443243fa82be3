import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../catalogue/text.ts';
import { Button } from '../ui/button.tsx';
import { PageLoading } from './pageLoading.tsx';

/** A page, or a part of one that few see, whose code is fetched when it is first shown; a fetch that fails can be tried again. */
export function deferred<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return function Deferred(props: Props) {
    const [state, setState] = useState<'waiting' | 'there' | 'failed'>(loaded ? 'there' : 'waiting');
    useEffect(() => {
      if (state !== 'waiting') return;
      let shown = true;
      load().then(
        (page) => {
          loaded = page;
          if (shown) setState('there');
        },
        () => {
          if (shown) setState('failed');
        },
      );
      return () => {
        shown = false;
      };
    }, [state]);
    const Loaded = loaded;
    if (Loaded) return <Loaded {...props} />;
    if (state !== 'failed') return <PageLoading />;
    return (
      <div class="no-answer" role="alert">
        <p>{t.frame.pageFailed}</p>
        <Button kind="main" onPress={() => location.reload()}>
          {t.frame.reload}
        </Button>
      </div>
    );
  };
}
