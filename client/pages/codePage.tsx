import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageFrame } from '../ui/page.tsx';
import { Shown } from '../ui/shown.tsx';
import { labelTarget } from '../views.ts';
import { OneMachine } from './machinePage.tsx';

/** The address on a label: the machine, thing or bin itself, also for those who are not signed in. */
export function CodePage({ params }: PageProps) {
  const code = (params.code ?? '').toUpperCase();
  const { route } = useLocation();
  const target = useResource(`/api/labels/${encodeURIComponent(code)}`, labelTarget);
  const found = target.value.value;
  const elsewhere =
    found?.itemId !== undefined
      ? addressOf.thing(found.itemId)
      : found?.shelf && addressOf.stock(found.shelf.workshopId, found.shelf.materialId);
  useEffect(() => {
    if (elsewhere !== undefined) route(elsewhere, true);
  }, [elsewhere, route]);
  if (found?.machineId !== undefined) {
    return <OneMachine key={found.machineId} machineId={found.machineId} />;
  }
  const failure = target.error.value;
  if (!failure) return <PageLoading />;
  const unknown = failure.kind === 'not-found' || failure.kind === 'invalid-request';
  return (
    <PageFrame title={unknown ? t.frame.noLabel.title : t.frame.noAnswer}>
      {unknown ? (
        <>
          <p>{t.frame.noLabel.text(code)}</p>
          <div>
            <ButtonLink kind="main" href={addressOf.scan}>
              {t.frame.noLabel.again}
            </ButtonLink>
          </div>
        </>
      ) : (
        <Shown resource={target}>{() => null}</Shown>
      )}
    </PageFrame>
  );
}
