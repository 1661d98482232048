/** What is used of utif2 4.1.0, which has no types of its own. */
declare module 'utif2' {
  /** A directory: tags as `t256`, each with its values; `width`, `height` and `data` once decoded. */
  export interface Ifd {
    readonly [tag: `t${number}`]: readonly number[] | undefined;
    readonly width: number;
    readonly height: number;
  }
  const utif: {
    decode(file: ArrayBuffer): Ifd[];
    decodeImage(file: ArrayBuffer, ifd: Ifd): void;
    toRGBA8(ifd: Ifd): Uint8Array;
  };
  export default utif;
}
