import type { FilePlace, FileField } from '../../../../shared/model/file-claims';
import type { NotReadReason } from '../../../../shared/model/picture-details';

/** What the frame of a picture's file gives: its measure, and where the blocks lie in which it speaks of itself. */
export interface PictureFrame {
  widthPx: number;
  heightPx: number;
  /** EXIF blocks: places of TIFF headers. */
  exif: FilePlace[];
  xmp: FilePlace[];
  /** IPTC records (IIM), without what is around them. */
  iptc: FilePlace[];
  /** Said by the frame itself: comments, texts, times. */
  fields: FileField[];
  pageCount: number;
  isAnimated: boolean;
  /** The frame turns the picture itself (HEIF): what EXIF says of it does not count. */
  turnsItself: boolean;
  notRead: Set<NotReadReason>;
}

export const emptyFrame = (): PictureFrame => ({ widthPx: 0, heightPx: 0, exif: [], xmp: [], iptc: [], fields: [], pageCount: 1, isAnimated: false, turnsItself: false, notRead: new Set() });

/** Parts of a frame that are looked at; a file with more is made up. */
export const mostParts = 20_000;
export const mostBlocks = 16;
/** Of one block; what is longer is not read. */
export const mostBlockBytes = 4 * 1024 * 1024;
