/** What one message may be, so that no file can take more memory or time than this. Beyond each, the reading goes on and a finding says what was not read. */
export const mailLimits = {
  /** A larger message is kept by its place, and only its headers are read. */
  messageBytes: 64 * 1024 * 1024,
  headerBytes: 1024 * 1024,
  headers: 5000,
  /** Parts of a message, those of mails inside it included. */
  parts: 1000,
  /** Parts within parts, mails within mails included. */
  depth: 20,
  textChars: 1_000_000,
  /** HTML beyond this is not searched for words and remote content. */
  htmlChars: 16 * 1024 * 1024,
  addresses: 10_000,
  references: 5000,
  findings: 300,
  pieceBytes: 256 * 1024,
} as const;
