/** Only handed on to the PDF library, which knows its shape. */
declare module 'fontkit' {
  export function create(bytes: Uint8Array): unknown;
}
