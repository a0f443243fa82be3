/** Asks about the latest of many questions: waits until they pause, and drops answers that come too late. */
export interface LatestQuestion<Question> {
  ask(question: Question): void;
  /** Forgets what was asked; no answer comes. */
  drop(): void;
}

/** `delay` milliseconds of quiet before a question is sent. `answered` hears only of the question asked last. */
export const latestQuestion = <Question, Answer>(
  delay: number,
  send: (question: Question) => Promise<Answer>,
  answered: (question: Question, answer: Answer) => void,
): LatestQuestion<Question> => {
  let asked = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    ask(question) {
      const number = ++asked;
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const answer = await send(question);
        if (number === asked) answered(question, answer);
      }, delay);
    },
    drop() {
      asked++;
      clearTimeout(waiting);
    },
  };
};
