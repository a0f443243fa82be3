import { useState } from 'preact/hooks';
import { type Language, language as languageSchema } from '../../shared/language.ts';
import type { MeView } from '../../shared/members/views.ts';
import { meView } from '../../shared/members/views.ts';
import { useAttempt } from '../account/useAttempt.ts';
import { commandWith } from '../api.ts';
import { takeLanguage } from '../catalogue/language.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { me } from '../session.ts';
import { type Theme, takeTheme } from '../theme.ts';
import { Button } from '../ui/button.tsx';
import { Chips } from '../ui/chips.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormFailure, mistakeAt } from '../ui/formFailure.tsx';
import { showToast } from '../ui/toasts.ts';

const words = t.me.profile;
const languages = languageSchema.options;
const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Name, language and palette. The palette shows at once, and stays where it is saved. */
export function ProfileForm({ viewer }: { viewer: MeView }) {
  const [name, setName] = useState(viewer.name);
  const { busy, failure, attempt } = useAttempt();
  const save = (chosen: { theme?: Theme; language?: Language | null }) =>
    attempt(async () => {
      const { language, theme } = { ...viewer, ...chosen };
      me.value = await commandWith('put', '/api/me/profile', { name, language, theme }, meView);
      takeTheme(theme);
      showToast(words.saved);
      takeLanguage(language);
    });
  return (
    <form
      class="stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        save({});
      }}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        required
        maxLength={80}
        autocomplete="name"
        value={name}
        error={mistakeAt(failure, 'name')}
        onValue={setName}
      />
      <SelectField
        label={words.language}
        value={viewer.language ?? ''}
        options={[
          { value: '', label: words.asTheBrowser },
          ...languages.map((value) => ({ value, label: words.languages[value] })),
        ]}
        onValue={(chosen) => save({ language: languages.find((each) => each === chosen) ?? null })}
      />
      <Chips
        label={words.theme}
        value={viewer.theme}
        options={themes.map((value) => ({ value, label: words.themes[value] }))}
        onValue={(theme) => save({ theme })}
      />
      <FormFailure failure={failure} />
      <div>
        <Button type="submit" busy={busy}>
          {t.words.save}
        </Button>
      </div>
    </form>
  );
}
