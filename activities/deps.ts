/** What the activities need from outside, so that tests and other machines can give them something else. */
import type { Sandare } from '../expediering/sandare.ts';
import type { OpenedDocument } from '../extraction/pages/index.ts';
import type { OcrReading } from '../extraction/pages/ocr/index.ts';
import type { Page } from '../extraction/pages/page.ts';
import type { Record as FileRecord, Source, Warning } from '../extraction/record.ts';
import type { Blobs } from '../store/blobs.ts';
import type { StegRef } from '../store/expediering.ts';
import type { Outage } from '../store/outage.ts';
import type { ComputeWay, Store } from '../store/store.ts';
import type { Room } from './room.ts';

/** Reading that takes CPU time: it never runs on the activity's own thread and can be ended from outside. */
export interface Reader {
  /**
   * Throws a Refusal when the file is at fault, the time and memory it may take included.
   *
   * @param onPage told as pages are read, of a file that is read page by page
   */
  open(
    bytes: Uint8Array,
    signal: AbortSignal,
    onPage?: (page: number, pageCount: number) => void,
  ): Promise<OpenedDocument>;
  /** Throws AssemblyFault when our rules take too long or too much memory: the file is not at fault then. */
  assemble(source: Source, pages: Page[], warnings: Warning[], signal: AbortSignal): Promise<FileRecord>;
}

export interface OcrReader {
  /** Reads the pages in any order and hands each over as soon as it is read. */
  read(
    bytes: Uint8Array,
    mediaType: string,
    pages: number[],
    onPage: (reading: OcrReading) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
}

export type { OcrReading };

export interface ActivityDeps {
  store: Store;
  blobs: Blobs;
  /** For the contents that steps hold in memory at the same time. */
  room: Room;
  reader: Reader;
  ocr: OcrReader;
  /** All handlingar of one matter → its way through the bodies. Pure, whatever their order. */
  wayOf: ComputeWay;
  /** Whether the Temporal server knows what workflows are found by: only then may a workflow say it of itself. */
  findable: boolean;
  /** Tells the processes of those of the matters that changed. */
  wake(matters: Iterable<string>): Promise<void>;
  /** Has the deliveries of a § planned anew. */
  wakeLeverans(of: StegRef): Promise<void>;
  /** Sees to it that people are reminded of what waits for them in a file. */
  startGranska(sha256: string): Promise<void>;
  /** Saved with every record; a newer one is worked out anew. */
  extractionVersion: string;
  /** Pages are kept under it, and only read again by a newer one. */
  readingVersion: string;
  /** The folder of the installation: dry runs are written under it. */
  home: string;
  /** How what leaves the installation leaves it. */
  sandare: Sandare;
  /** Told each time that a step fails by what the program stands on: no room on the disk, a database that is away. */
  onOutage?: (outage: Outage) => void;
  /** Seconds: how long a delivery is tried, and how often a person is reminded of what waits. */
  leveransTider: { sekunder: number; paminnelse: number };
}
