/** What the tests use of yazl, which comes without types. */
declare module 'yazl' {
  export class ZipFile {
    readonly outputStream: NodeJS.ReadableStream;
    addBuffer(buffer: Buffer, metadataPath: string, options?: { compress?: boolean; mode?: number }): void;
    addReadStream(
      stream: NodeJS.ReadableStream,
      metadataPath: string,
      options?: { compress?: boolean; forceZip64Format?: boolean },
    ): void;
    addEmptyDirectory(metadataPath: string): void;
    end(options?: { forceZip64Format?: boolean }): void;
  }
}
