import './labelPage.css';
import { thingView } from '../../shared/items/views.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/buildTexts.ts';
import { useResource } from '../resource.ts';
import type { PageProps } from '../routes.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { PageFrame } from '../ui/page.tsx';
import { QrCode } from '../ui/qrCode.tsx';
import { Shown } from '../ui/shown.tsx';

const words = t.things.label;

/** A thing's label, ready to print: its square code, its name, its serial number, its code for those who type it. */
export function ThingLabelPage({ params }: PageProps) {
  const itemId = params.itemId ?? '';
  const thing = useResource(`/api/things/${itemId}`, thingView, [`item-${itemId}`]);
  const view = thing.value.value;
  return (
    <PageFrame title={words.title(view?.name ?? t.things.one)}>
      <p class="measure">{words.text}</p>
      <Shown resource={thing}>
        {({ name, serial, code }) => {
          if (code === null) return <p>{words.none}</p>;
          const address = `${location.origin}${addressOf.code(code)}`;
          return (
            <div class="label">
              <QrCode text={address} label={words.picture(address)} width={180} />
              <div class="words">
                <strong>{name}</strong>
                {serial && <span>{words.serial(serial)}</span>}
                <span class="code">{code}</span>
                <span class="address">{address.replace(/^https?:\/\//, '')}</span>
              </div>
            </div>
          );
        }}
      </Shown>
      <div class="buttons">
        {view?.code && (
          <Button kind="main" onPress={() => print()}>
            {words.print}
          </Button>
        )}
        <ButtonLink href={addressOf.thing(itemId)}>{words.back}</ButtonLink>
      </div>
    </PageFrame>
  );
}
