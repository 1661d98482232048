/** pdf.js ships no types for its reading half; it is imported only for what it sets on `globalThis`. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
