// Azurite has no types and no public entry for starting its servers inside a process.
declare module 'azurite/dist/src/table/TableServer' {
  import type { AzuriteServer } from 'azurite/server';
  export default class TableServer extends AzuriteServer {}
}
declare module 'azurite/dist/src/blob/BlobServer' {
  import type { AzuriteServer } from 'azurite/server';
  export default class BlobServer extends AzuriteServer {}
}
declare module 'azurite/dist/src/table/TableConfiguration' {
  export default class TableConfiguration {
    constructor(...settings: unknown[]);
  }
}
declare module 'azurite/dist/src/blob/BlobConfiguration' {
  export default class BlobConfiguration {
    constructor(...settings: unknown[]);
  }
}
declare module 'azurite/server' {
  export class AzuriteServer {
    constructor(configuration: unknown);
    start(): Promise<void>;
    close(): Promise<void>;
    getHttpServerAddress(): string;
  }
}
