import { z } from 'zod';

const base64url = (least: number, most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+=*$/, 'is not base64url')
    .min(least)
    .max(most);

/** Where a browser takes pushes, and the keys for it alone; as `PushSubscription.toJSON()` gives it (RFC 8291). */
export const pushSubscription = z.strictObject({
  endpoint: z.url().max(2000),
  expirationTime: z.number().nullable().optional(),
  keys: z.strictObject({ p256dh: base64url(86, 90), auth: base64url(20, 26) }),
});
export type PushSubscriptionBody = z.infer<typeof pushSubscription>;

export const endedSubscription = z.strictObject({ endpoint: z.url().max(2000) });

/** What arrives on the device, after decryption. */
export const pushMessage = z.strictObject({
  title: z.string(),
  body: z.string(),
  /** Page to open, from the origin on. */
  path: z.string(),
  /** The same message again replaces itself. */
  tag: z.string(),
});
export type PushMessage = z.infer<typeof pushMessage>;
