import '../../../../client/look/fonts.css';
import '../../../../client/look/tokens.css';
import '../../../../client/look/base.css';
import { speakOfDesigns } from '../../../../client/catalogue/designTexts.ts';
import { en } from '../../../../client/catalogue/en.ts';
import { speak } from '../../../../client/catalogue/text.ts';

// Texts first, as in the program.
speak(en, 'en-GB');
await speakOfDesigns('en');
await import('./page.ts');
