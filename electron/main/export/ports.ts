import type { BagRecord } from '../../../shared/model/bag';
import type { IssuedBundle } from '../../../shared/model/bundle';
import type { CopyLeaving } from '../../../shared/model/copy';
import type { Document } from '../../../shared/model/document';
import type { DocumentPage } from '../../../shared/model/document-page';
import type { ExportChoice, ExportRecord } from '../../../shared/model/export';
import type { PartFile } from '../../../shared/model/output';
import type { Released } from '../../../shared/model/sweep';
import type { ExportPlan } from '../../../shared/model/export-plan';

/** What an export needs of the record. Every method refuses as the vault does. */
export interface ExportSource {
  plan(choice: ExportChoice): Promise<ExportPlan>;
  document(id: string): Promise<Document>;
  /** All the plain bytes of a kept document. Memory is the caller's to bound. */
  bytes(document: Document, signal: AbortSignal): Promise<Uint8Array>;
  /** Plain bytes [start, end) of a kept document. */
  stretch(id: string, start: number, end: number): Promise<Uint8Array>;
  /** What has been read of its pages so far, by itself or by a machine. */
  pagesRead(id: string): Promise<readonly DocumentPage[]>;
  record(saved: { planId: string; fileName: string; pageCount: number; sizeBytes: number; sha256: string; released: Released[]; bag?: BagRecord; copy?: CopyLeaving; issued?: IssuedBundle; parts?: PartFile[]; /** It says of itself that it is PDF/A-2b. */ isKept?: true }): Promise<ExportRecord>;
}

/** Files of the program that printing and assembling read. */
export interface ExportFiles {
  /** Holds `pdfium.wasm`, `LiberationSans-Regular.ttf` and `fonts/`. */
  readonly assets: string;
  readonly picturePreload: string;
  readonly assemble: string;
  /** The program that reads a stranger's file. */
  readonly readSource: string;
  readonly pagePreload: string;
  /** pdf.js's own data: `cmaps/`, `standard_fonts/`, `wasm/`. */
  readonly pdfjs: string;
}
