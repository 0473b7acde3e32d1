import type { Config } from '../config/config';

const SCOPE = 'https://graph.microsoft.com/.default';

/** Tokens for Microsoft Graph in the name of the bot: with its secret, or as the managed identity that it is. */
export async function graphToken({ microsoftAppId, microsoftAppPassword, microsoftAppType, tenantId }: Config): Promise<() => Promise<string>> {
  // Loaded where it is needed only: it is large.
  const { ClientSecretCredential, ManagedIdentityCredential } = await import('@azure/identity');
  const credential = microsoftAppType === 'UserAssignedMSI'
    ? new ManagedIdentityCredential({ clientId: microsoftAppId })
    : new ClientSecretCredential(tenantId, microsoftAppId, microsoftAppPassword);
  return async () => (await credential.getToken(SCOPE)).token;
}
