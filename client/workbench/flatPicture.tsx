import { useEffect, useState } from 'preact/hooks';
import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { PageLoading } from '../frame/pageLoading.tsx';
import { CannotBeDone } from '../models/done.ts';
import type { Picturing } from './picturing.ts';

const words = t.workbench.picture;

/** A line drawing of the model, for a browser without WebGL: everything else of the workbench is there as usual. */
export function FlatPicture({ picturing, model }: { picturing: Picturing; model: Model | null }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!model) return;
    let ended = false;
    const asked = picturing.models?.ask('draw', { model, view: 'iso', width: 800, title: words.label });
    asked?.then(
      (svg) => {
        if (!ended) setAddress(URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
      },
      (error: unknown) => {
        if (!(error instanceof CannotBeDone)) throw error;
      },
    );
    return () => {
      ended = true;
    };
  }, [model]);
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);
  return (
    <>
      <p class="note">{words.noWebGl}</p>
      {address === null ? <PageLoading /> : <img src={address} alt={words.label} />}
    </>
  );
}
