/**
 * The rules of CloudEvents 1.0 (core and JSON format) as its specification states them, written independently of what
 * we write. @returns what is broken, in sentences.
 */
export function brokenRules(line: string): string[] {
  const broken: string[] = [];
  const event: unknown = JSON.parse(line);
  if (typeof event !== 'object' || event === null || Array.isArray(event)) return ['no object'];
  const attributes = new Map<string, unknown>(Object.entries(event));
  for (const name of ['id', 'source', 'specversion', 'type']) {
    const value = attributes.get(name);
    if (typeof value !== 'string' || value === '') broken.push(`${name} is required and not empty`);
  }
  if (attributes.get('specversion') !== '1.0') broken.push('specversion is 1.0');
  for (const [name, value] of attributes) {
    if (name === 'data' || name === 'data_base64') continue;
    if (!/^[a-z0-9]{1,20}$/.test(name)) broken.push(`${name} is no attribute name`);
    const isInteger = Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31 - 1;
    if (typeof value === 'string') {
      if (!value.isWellFormed() || /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(value))
        broken.push(`${name} holds characters that are not allowed`);
    } else if (typeof value !== 'boolean' && !isInteger) broken.push(`${name} is of no attribute type`);
  }
  if (attributes.has('data') && attributes.has('data_base64')) broken.push('data only once');
  const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  const time = attributes.get('time');
  if (time !== undefined && !(typeof time === 'string' && rfc3339.test(time)))
    broken.push('time is RFC 3339');
  const source = attributes.get('source');
  // RFC 3986: a URI reference is made of these characters, and percent signs stand before two digits.
  const uriReference = /^([A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
  if (typeof source === 'string' && !uriReference.test(source)) broken.push('source is a URI reference');
  for (const name of ['subject', 'datacontenttype', 'dataschema'])
    if (attributes.has(name) && (typeof attributes.get(name) !== 'string' || attributes.get(name) === ''))
      broken.push(`${name} is not empty`);
  const type = attributes.get('datacontenttype');
  if (type !== undefined && !/^[a-z]+\/[a-z.+-]+$/.test(String(type)))
    broken.push('datacontenttype is a media type');
  return broken;
}
