import type { OutgoingMail } from '../accounts/outbox.ts';

/** To somebody whom a workshop's table brought an account: how to come to a password. */
export const welcomeMail = (memberId: string, workshop: string, url: string): OutgoingMail => ({
  key: `welcome:${memberId}`,
  memberId,
  subject: `Your account for ${workshop}`,
  body: [
    `${workshop} plans its machines and tools with Commonwright, and has made an account for you with this address.`,
    `To use it, open ${url}/sign-in, choose “Forgot your password?” and give this address: a link for your own password comes by mail.`,
    'If you do not want it, do nothing: nobody can sign in without that link. A steward of the workshop can take you off its list.',
  ].join('\n\n'),
});
