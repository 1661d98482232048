/**
 * What is otherwise in the document than poppler shows it in the file, and is to be so: each with its reason. What is not here and differs is a fault.
 */
export const knownDifferences: Readonly<Record<string, string>> = {
  'pdfjs bug1552113.pdf': 'The blue frame, 112 points thick, of a link to the internet goes with the link.',
  'pdfjs pr6531_2.pdf': 'Without a password it opens for its owner only, with all rights; PDFium and pdf-lib ask for the reader’s password. It is named as locked.',
  'pdfjs issue6127.pdf': 'A printer’s label that stands across the edge of the page: what lies beyond it is cut off, and poppler gives none of its words.',
  'pdfjs endchar.pdf': 'A page 15 points wide: the words beyond its edge, which nobody sees, are cut off with it.',
};
