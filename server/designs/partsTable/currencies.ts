const SIGNS: readonly [sign: RegExp, currency: string][] = [
  [/(?<![a-z])(us\$|usd\$)/i, 'USD'],
  [/(?<![a-z])(au\$|a\$)/i, 'AUD'],
  [/(?<![a-z])(ca\$|c\$)/i, 'CAD'],
  [/(?<![a-z])r\$/i, 'BRL'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/¥/, 'JPY'],
  [/₹/, 'INR'],
  [/₺/, 'TRY'],
  [/₩/, 'KRW'],
  [/₴/, 'UAH'],
  [/(?<!\p{L})zł(?!\p{L})/iu, 'PLN'],
  [/(?<!\p{L})kč(?!\p{L})/iu, 'CZK'],
  [/\$/, 'USD'],
];
const CODE =
  /(?<![A-Za-z])(EUR|USD|GBP|CHF|JPY|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|UAH|MXN|ARS|CLP|COP|PEN|BRL|UYU|INR|CNY|RMB|KRW|ZAR|KES|NGN|TRY|SGD|HKD|TWD|MYR)(?![A-Za-z])/i;

/** The currency that a text names: `12.50 USD`, `€ 3`; null for none. */
export function currencyIn(text: string): string | null {
  const signed = SIGNS.find(([sign]) => sign.test(text));
  if (signed) return signed[1];
  const code = CODE.exec(text)?.[0].toUpperCase() ?? null;
  return code === 'RMB' ? 'CNY' : code;
}

/** Whether a text is the name of a currency and nothing else. */
export const isCurrency = (text: string): boolean =>
  currencyIn(text) !== null && /^(?:[a-z]{3}|[^\d\p{L}\s]{1,3}|[a-z]{1,3}\$|zł|kč)$/iu.test(text.trim());
