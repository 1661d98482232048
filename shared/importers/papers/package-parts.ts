/** The members of a packed paper (docx, xlsx, odt): by their paths, unpacked as text. Reading one that is not there, or larger than is read, gives ''. */
export interface PaperPackage {
  readonly names: readonly string[];
  read(name: string): Promise<string>;
}
