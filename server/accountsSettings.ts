import type { AccountsSettings } from './accounts/accounts.ts';
import type { MailSettings } from './accounts/mailer.ts';
import type { OidcProvider } from './accounts/signIn.ts';
import type { Configuration } from './configuration.ts';

/** What accounts are told of the configuration. */
export function accountsSettingsOf(
  configuration: Configuration,
  publicUrl: string,
  secret: string,
): Omit<AccountsSettings, 'path' | 'clock' | 'chance' | 'log'> {
  const { trustProxy, backup } = configuration;
  const mail = mailOf(configuration);
  return {
    secret,
    publicUrl,
    trustedProxies: trustProxy === false ? [] : trustProxy,
    backupFolders: [backup.folder],
    oidc: providersOf(configuration),
    ...(mail === null ? {} : { mail }),
  };
}

/** Without SMTP nothing is mailed; whoever develops or looks at the demo sees the mails in the terminal. */
function mailOf({ mail, dev, demo }: Configuration): MailSettings | null {
  if (mail !== null) return { kind: 'smtp', url: mail.smtpUrl, from: mail.from };
  return dev || demo ? { kind: 'print', print: (text) => console.log(`\n${text}\n`) } : null;
}

function providersOf({ oidc }: Configuration): OidcProvider[] {
  if (oidc === null) return [];
  const { issuer, clientId, clientSecret, name } = oidc;
  return [
    {
      id: 'oidc',
      name,
      discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId,
      ...(clientSecret === undefined ? {} : { clientSecret }),
    },
  ];
}
