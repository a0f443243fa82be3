import { expect } from 'vitest';

// Pages take their texts when they are loaded: tests of the client begin as `main.tsx` does.
if (expect.getState().testPath?.includes('/test/client/')) {
  const [{ speak }, { en }] = await Promise.all([
    import('../../client/catalogue/text.ts'),
    import('../../client/catalogue/en.ts'),
  ]);
  speak(en, 'en-GB');
  const { speakOfBuilds } = await import('../../client/catalogue/buildTexts.ts');
  const { speakOfDesigns } = await import('../../client/catalogue/designTexts.ts');
  const { speakOfWorkshops } = await import('../../client/catalogue/workshopTexts.ts');
  await Promise.all([speakOfBuilds('en'), speakOfDesigns('en'), speakOfWorkshops('en')]);
}
