import { expect, test, vi } from 'vitest';
import { latestQuestion } from '../../../client/timeline/latest.ts';

test('only the latest question is sent and only its answer is heard', async () => {
  vi.useFakeTimers();
  try {
    const answers = new Map<string, (answer: string) => void>();
    const sent: string[] = [];
    const heard: string[] = [];
    const question = latestQuestion<string, string>(
      100,
      (asked) => {
        sent.push(asked);
        return new Promise((resolve) => answers.set(asked, resolve));
      },
      (asked, answer) => heard.push(`${asked}: ${answer}`),
    );
    question.ask('one');
    await vi.advanceTimersByTimeAsync(50);
    question.ask('two');
    await vi.advanceTimersByTimeAsync(100);
    question.ask('three');
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual(['two', 'three']);
    answers.get('three')?.('allowed');
    answers.get('two')?.('refused');
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual(['three: allowed']);
    question.ask('four');
    question.drop();
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
