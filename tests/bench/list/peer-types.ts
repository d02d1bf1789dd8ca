/** As much of PouchDB and RxDB as the bench uses; they are not installed with Dankbel, so neither are their types. */

export interface Pouch<Document> {
  createIndex(input: object): Promise<unknown>;
  bulkDocs(documents: readonly Document[]): Promise<unknown>;
  get(id: string): Promise<Document>;
  put(document: Document): Promise<unknown>;
  find(input: object): Promise<{ readonly docs: readonly Document[] }>;
  destroy(): Promise<void>;
}

export interface PouchConstructor {
  new <Document>(path: string): Pouch<Document>;
  plugin(plugin: unknown): void;
}

interface RxDocument<Document> {
  toJSON(): Document;
  patch(change: Partial<Document>): Promise<unknown>;
}

interface RxCollection<Document> {
  bulkInsert(documents: readonly Document[]): Promise<unknown>;
  findOne(id: string): { exec(): Promise<RxDocument<Document>> };
  find(query: object): { exec(): Promise<readonly RxDocument<Document>[]> };
}

interface RxDatabase<Document> {
  addCollections(input: object): Promise<{ readonly donors: RxCollection<Document> }>;
  close(): Promise<unknown>;
}

export interface RxDatabaseModule {
  createRxDatabase<Document>(input: object): Promise<RxDatabase<Document>>;
}

export interface RxMemoryModule {
  getRxStorageMemory(): unknown;
}
