// Tables and blobs of one installation. Nobody gets in with a key: only the identity of the server, by role.
param name string
param location string
param sku string

@description('Object id of the identity that reads and writes.')
param principalId string

@description('Days in which deleted attachments can be brought back.')
param keepDeletedDays int = 14

// Built-in roles of Azure, the same in every tenant.
var roles = {
  tableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  blobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowCrossTenantReplication: false
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: keepDeletedDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: keepDeletedDays
    }
  }
}

// Roles are given on this account only, not on the resource group.
resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in items(roles): {
  name: guid(account.id, principalId, role.value)
  scope: account
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}]

output tableEndpoint string = account.properties.primaryEndpoints.table
