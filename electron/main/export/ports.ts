import type { BagRecord } from '../../../shared/model/bag';
import type { CopyLeaving } from '../../../shared/model/copy';
import type { Document } from '../../../shared/model/document';
import type { ExportChoice, ExportRecord } from '../../../shared/model/export';
import type { Released } from '../../../shared/model/sweep';
import type { ExportPlan } from '../../../shared/model/export-plan';

/** What an export needs of the record. Every method refuses as the vault does. */
export interface ExportSource {
  plan(choice: ExportChoice): Promise<ExportPlan>;
  document(id: string): Promise<Document>;
  /** All the plain bytes of a kept document. Memory is the caller's to bound. */
  bytes(document: Document, signal: AbortSignal): Promise<Uint8Array>;
  record(saved: { planId: string; fileName: string; pageCount: number; sizeBytes: number; sha256: string; released: Released[]; bag?: BagRecord; copy?: CopyLeaving }): Promise<ExportRecord>;
}

/** Files of the program that printing and assembling read. */
export interface ExportFiles {
  /** Holds `pdfium.wasm`, `LiberationSans-Regular.ttf` and `fonts/`. */
  readonly assets: string;
  readonly picturePreload: string;
  readonly assemble: string;
  readonly pagePreload: string;
  /** pdf.js's own data: `cmaps/`, `standard_fonts/`, `wasm/`. */
  readonly pdfjs: string;
}
