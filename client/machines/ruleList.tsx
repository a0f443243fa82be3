import type { BookingRules } from '../../shared/machines/bookingRules.ts';
import { whatIsAsked } from '../../shared/machines/sentences.ts';
import { t } from '../catalogue/workshopTexts.ts';
import { ruleText } from './ruleText.ts';

/** What a machine asks of people, in sentences. */
export function RuleList({ rules }: { rules: BookingRules }) {
  const asked = whatIsAsked(rules);
  if (asked.length === 0) return <p>{t.rules.none}</p>;
  return (
    <ul>
      {asked.map((sentence) => (
        <li key={sentence.topic}>{ruleText(sentence)}</li>
      ))}
    </ul>
  );
}
