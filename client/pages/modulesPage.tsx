import '../modules/modules.css';
import { modules } from '../../shared/modules/all.ts';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/designTexts.ts';
import { ModuleDrawing } from '../modules/moduleDrawing.tsx';
import { wordsOf } from '../modules/words.ts';
import { PageFrame } from '../ui/page.tsx';

/** Every module of the construction set, as a line drawing with its name. */
export function ModulesPage() {
  return (
    <PageFrame title={t.modules.title} line={t.modules.lead}>
      <ul class="module-grid">
        {modules.map(({ id }) => {
          const { name, purpose } = wordsOf(id);
          return (
            <li key={id}>
              <ModuleDrawing module={id} label={null} />
              <div>
                <h2>
                  <a href={addressOf.module(id)}>{name}</a>
                </h2>
                <p class="soft small">{purpose}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </PageFrame>
  );
}
