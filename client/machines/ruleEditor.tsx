import './rules.css';
import { IconChevronUp, IconPencil } from '@tabler/icons-preact';
import { useId, useState } from 'preact/hooks';
import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import { type RuleSentence, type RuleTopic, ruleSentences } from '../../shared/machines/sentences.ts';
import { t } from '../catalogue/text.ts';
import { ruleText } from './ruleText.ts';
import { TopicEditor } from './topicEditor.tsx';

export interface RuleEditorProps {
  rules: BookingRules;
  onRules: (rules: BookingRules) => void;
}

/** The rules as sentences, each of which opens to the few fields behind it. */
export function RuleEditor({ rules, onRules }: RuleEditorProps) {
  const [open, setOpen] = useState<RuleTopic | null>(null);
  return (
    <ul class="rules">
      {ruleSentences(rules).map((sentence) => (
        <Rule
          key={sentence.topic}
          sentence={sentence}
          open={open === sentence.topic}
          onToggle={() => setOpen(open === sentence.topic ? null : sentence.topic)}
          rules={rules}
          onRules={onRules}
        />
      ))}
    </ul>
  );
}

interface RuleProps extends RuleEditorProps {
  sentence: RuleSentence;
  open: boolean;
  onToggle: () => void;
}

function Rule({ sentence, open, onToggle, rules, onRules }: RuleProps) {
  const fields = useId();
  const { topic, asks } = sentence;
  return (
    <li>
      <button
        type="button"
        class="rule-line"
        data-asks={asks}
        aria-expanded={open}
        aria-controls={open ? fields : undefined}
        onClick={onToggle}
      >
        <span>{ruleText(sentence)}</span>
        {open ? <IconChevronUp aria-hidden="true" /> : <IconPencil aria-hidden="true" />}
      </button>
      {open && (
        <fieldset class="rule-fields" id={fields} aria-label={t.rules.topics[topic]}>
          <TopicEditor topic={topic} rules={rules} onRules={(part) => onRules({ ...rules, ...part })} />
        </fieldset>
      )}
    </li>
  );
}
