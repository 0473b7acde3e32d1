// Everything one installation of Bellhop needs: an identity without a password, storage, a web app and the bot registration.
targetScope = 'resourceGroup'

@minLength(3)
@maxLength(17)
@description('Beginning of all resource names: lower-case letters and digits.')
param resourceBaseName string

@description('Region of the resources.')
param location string = resourceGroup().location

@description('Id in the app manifest of the Teams app.')
param teamsAppId string

@description('Client id of the Entra ID application that the tab signs in to.')
param aadAppClientId string

@description('Object ids or mail addresses of the first administrators, separated by commas.')
param administrators string

@maxLength(42)
@description('Name of the bot as Azure shows it.')
param botDisplayName string = 'Bellhop'

@description('Size of the web app. B1 serves a few thousand people; P0v3 and larger more.')
param serverSku string = 'B1'

@minValue(1)
@maxValue(10)
@description('How many instances of the web app serve at the same time. With two, a restart is not noticed.')
param serverInstances int = 1

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
@description('How often and where the data is kept. ZRS survives the loss of a data center, GZRS that of a region.')
param storageSku string = 'Standard_ZRS'

@allowed(['debug', 'info', 'warn', 'error'])
@description('How much the server writes to its log.')
param logLevel string = 'info'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${resourceBaseName}-identity'
  location: location
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: '${resourceBaseName}data'
    location: location
    sku: storageSku
    principalId: identity.properties.principalId
  }
}

module server 'modules/server.bicep' = {
  name: 'server'
  params: {
    name: resourceBaseName
    location: location
    sku: serverSku
    instances: serverInstances
    identityId: identity.id
    identityClientId: identity.properties.clientId
    tableEndpoint: storage.outputs.tableEndpoint
    teamsAppId: teamsAppId
    aadAppClientId: aadAppClientId
    administrators: administrators
    logLevel: logLevel
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: resourceBaseName
    displayName: botDisplayName
    identityId: identity.id
    identityClientId: identity.properties.clientId
    hostName: server.outputs.hostName
  }
}

// The toolkit writes these into env/.env.<name>.
output BOT_ID string = identity.properties.clientId
output BOT_DOMAIN string = server.outputs.hostName
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = server.outputs.resourceId
