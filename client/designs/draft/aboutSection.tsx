import {
  designCategory,
  documentationReadiness,
  technologyReadiness,
} from '../../../shared/designs/content.ts';
import { t } from '../../catalogue/designTexts.ts';
import { SelectField } from '../../ui/field.tsx';
import { Fold } from '../../ui/page.tsx';
import { Attributions } from './attributions.tsx';
import { CommercialPriceFields } from './commercialPriceFields.tsx';
import { DraftText, ReadField, WordList } from './draftFields.tsx';
import type { SectionProps } from './editor.tsx';
import { LicenceField } from './licenceField.tsx';
import { MarkdownField } from './markdownField.tsx';
import { TitleField } from './titleField.tsx';

const words = t.draft.about;
const named = t.draft.words;

/** What the design is, for whom, and under which licence. */
export function AboutSection({ draft, content, view }: SectionProps) {
  const text = (field: 'purpose' | 'version' | 'safety', maxLength: number) => ({
    draft,
    at: [field] as const,
    label: words[field],
    maxLength,
  });
  return (
    <div class="stack measure">
      <TitleField draft={draft} content={content} view={view} />
      <DraftText {...text('purpose', 500)} hint={words.purposeHint} rows={2} />
      <LicenceField draft={draft} content={content} advice={view.licence} />
      <div class="fields-2">
        <SelectField
          label={words.category}
          value={content.category}
          options={designCategory.options.map((value) => ({ value, label: named.categories[value] }))}
          onValue={(category) => draft.set(['category'], category)}
        />
        <SelectField
          label={words.technology}
          value={content.technologyReadiness ?? ''}
          options={[
            { value: '', label: words.unknown },
            ...technologyReadiness.options.map((value) => ({ value, label: named.technology[value] })),
          ]}
          onValue={(level) => draft.set(['technologyReadiness'], level === '' ? null : level)}
        />
        <SelectField
          label={words.documentation}
          value={content.documentationReadiness ?? ''}
          options={[
            { value: '', label: words.unknown },
            ...documentationReadiness.options.map((value) => ({ value, label: named.documentation[value] })),
          ]}
          onValue={(level) => draft.set(['documentationReadiness'], level === '' ? null : level)}
        />
        <WordList
          label={words.tags}
          hint={words.tagsHint}
          words={content.tags}
          longest={40}
          most={50}
          onWords={(tags) => draft.set(['tags'], tags)}
        />
      </div>
      <MarkdownField
        draft={draft}
        at={['story']}
        label={words.story}
        hint={words.storyHint}
        maxLength={300_000}
        files={content.files}
      />
      <DraftText {...text('safety', 20_000)} rows={3} />
      <Fold summary={words.more}>
        <div class="stack">
          <div class="fields-2">
            <LanguageField language={content.language} onLanguage={(to) => draft.set(['language'], to)} />
            <DraftText {...text('version', 60)} hint={words.versionHint} />
          </div>
          <Links draft={draft} content={content} />
          <CommercialPriceFields draft={draft} content={content} />
          <div class="fields-2">
            <DraftText
              draft={draft}
              at={['documentationLicence']}
              label={words.documentationLicence}
              hint={words.sameLicence}
              maxLength={200}
            />
            <DraftText
              draft={draft}
              at={['softwareLicence']}
              label={words.softwareLicence}
              hint={words.sameLicence}
              maxLength={200}
            />
          </div>
          <Attributions draft={draft} content={content} />
        </div>
      </Fold>
    </div>
  );
}

interface LanguageFieldProps {
  language: string;
  onLanguage: (language: string) => void;
}

function LanguageField({ language, onLanguage }: LanguageFieldProps) {
  const known = Object.keys(words.languages);
  const all = known.includes(language) ? known : [language, ...known];
  return (
    <SelectField
      label={words.language}
      value={language}
      options={all.map((value) => ({ value, label: words.languages[value] ?? value }))}
      onValue={onLanguage}
    />
  );
}

function Links({ draft, content }: Pick<SectionProps, 'draft' | 'content'>) {
  const { links } = content;
  const names = {
    repository: words.repository,
    documentation: words.documentationLink,
    project: words.project,
  };
  const field = (key: keyof typeof names) => (
    <ReadField
      key={key}
      label={names[key]}
      value={links[key]}
      maxLength={500}
      read={(text) => text}
      mistake=""
      onRead={(address) => draft.set(['links'], { ...links, [key]: address })}
      onEmpty={() => draft.set(['links'], { ...links, [key]: '' })}
    />
  );
  return (
    <div class="stack">
      {field('repository')}
      {field('documentation')}
      {field('project')}
    </div>
  );
}
