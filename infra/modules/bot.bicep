// Tells the Bot Framework service where the bot listens, and that it lives in Teams. Holds no data.
param name string
param displayName string
param identityId string
param identityClientId string
param hostName string

resource registration 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  kind: 'azurebot'
  // Where the registration lies; messages are handled by the web app, in its own region.
  location: 'global'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${hostName}/api/messages'
    msaAppId: identityClientId
    msaAppType: 'UserAssignedMSI'
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenant().tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: registration
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}
