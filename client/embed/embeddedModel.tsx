import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../catalogue/designTexts.ts';
import { CannotBeDone } from '../models/done.ts';
import { openModels } from '../models/models.ts';
import { RequestFailed } from '../problem.ts';
import { Button } from '../ui/button.tsx';
import { ModelView } from '../viewer/modelView.tsx';
import { type EmbeddedShape, readShape, type Shown } from './embeddedShape.ts';

/** Draws the model beside its picture, and instead of it once it is there. */
export function showEmbedded(stage: HTMLElement, shape: EmbeddedShape): void {
  const before = [...stage.children];
  const place = document.createElement('div');
  stage.append(place);
  const onShown = () => {
    for (const each of before) each.remove();
  };
  render(<EmbeddedModel shape={shape} onShown={onShown} />, place);
}

interface EmbeddedModelProps {
  shape: EmbeddedShape;
  onShown(): void;
}

function EmbeddedModel({ shape, onShown }: EmbeddedModelProps) {
  const words = t.embed;
  const [shown, setShown] = useState<Shown | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const models = openModels();
    readShape(shape, models)
      .then(
        (read) => {
          onShown();
          setShown(read);
        },
        (error: unknown) => setFailure(kindOf(error)),
      )
      .finally(() => models.end());
    return () => models.end();
  }, [attempt]);
  const failed: Readonly<Record<string, string>> = words.failed;
  if (shown) return <ModelView model={shown.model} label={shown.title} steps={shown.steps} withoutList />;
  return (
    <div role="status">
      {failure === null ? (
        <p class="soft">{words.coming}</p>
      ) : (
        <>
          <p>{failed[failure] ?? failed.unexpected}</p>
          <Button
            onPress={() => {
              setFailure(null);
              setAttempt(attempt + 1);
            }}
          >
            {words.again}
          </Button>
        </>
      )}
    </div>
  );
}

function kindOf(error: unknown): string {
  if (error instanceof CannotBeDone) return error.kind;
  return error instanceof RequestFailed && error.kind === 'offline' ? 'offline' : 'unexpected';
}
