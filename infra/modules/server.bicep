// The one Node process that serves bot, tab and API. Its settings are what bot/config/env.ts reads.
param name string
param location string
param sku string

@description('How many instances serve at the same time.')
param instances int

@description('Resource id of the identity that the server runs as.')
param identityId string

@description('Client id of the same identity; at the same time the app id of the bot.')
param identityClientId string
param tableEndpoint string
param teamsAppId string
param aadAppClientId string
param administrators string
param logLevel string

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: sku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node --disable-warning=ExperimentalWarning dist/bot/main.js'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/readyz'
      appSettings: [
        { name: 'NODE_ENV', value: 'production' }
        { name: 'PUBLIC_URL', value: 'https://${name}.azurewebsites.net' }
        { name: 'BELLHOP_STORAGE', value: tableEndpoint }
        { name: 'BELLHOP_ADMINS', value: administrators }
        { name: 'LOG_LEVEL', value: logLevel }
        { name: 'MicrosoftAppId', value: identityClientId }
        { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
        { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
        { name: 'TEAMS_APP_ID', value: teamsAppId }
        { name: 'AAD_APP_CLIENT_ID', value: aadAppClientId }
        // Which identity the Azure libraries take for the storage account.
        { name: 'AZURE_CLIENT_ID', value: identityClientId }
        // A new instance gets requests when it answers here that it is ready; one that is to stop has a minute to finish.
        { name: 'WEBSITE_WARMUP_PATH', value: '/readyz' }
        { name: 'WEBSITE_WARMUP_STATUSES', value: '200' }
        { name: 'WEBSITES_CONTAINER_STOP_TIME_LIMIT', value: '60' }
        // What is deployed is built and installed already.
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
      ]
    }
  }
}

output hostName string = site.properties.defaultHostName
output resourceId string = site.id
