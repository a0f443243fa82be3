import './rules.css';
import { IconChevronUp, IconPencil } from '@tabler/icons-preact';
import { useId, useState } from 'preact/hooks';
import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import { type RuleSentence, type RuleTopic, ruleSentences } from '../../shared/machines/sentences.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { Button } from '../ui/button.tsx';
import { ruleText } from './ruleText.ts';
import { TopicEditor } from './topicEditor.tsx';

export interface RuleEditorProps {
  rules: BookingRules;
  onRules: (rules: BookingRules) => void;
}

/**
 * The rules as sentences, each of which opens to the few fields behind it. First those that ask something; all others
 * are one press away. What was shown once stays, whatever it comes to say.
 */
export function RuleEditor({ rules, onRules }: RuleEditorProps) {
  const [open, setOpen] = useState<RuleTopic | null>(null);
  const sentences = ruleSentences(rules);
  const [shown, setShown] = useState(() => topicsToBegin(sentences));
  const hidden = sentences.length - shown.length;
  return (
    <div class="stack">
      <ul class="rules">
        {sentences
          .filter(({ topic }) => shown.includes(topic))
          .map((sentence) => (
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
      {hidden > 0 && (
        <div>
          <Button kind="quiet" onPress={() => setShown(sentences.map(({ topic }) => topic))}>
            {t.rules.more}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Those that ask something; all where none does. */
function topicsToBegin(sentences: readonly RuleSentence[]): RuleTopic[] {
  const asking = sentences.filter(({ asks }) => asks);
  return (asking.length > 0 ? asking : sentences).map(({ topic }) => topic);
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
