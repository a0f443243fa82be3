import { locale } from '../../catalogue/text.ts';

/** Whether people here write `1,5` for one and a half. */
export const DECIMAL_COMMA = new Intl.NumberFormat(locale).format(1.5).includes(',');
