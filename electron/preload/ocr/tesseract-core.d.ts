/** tesseract.js-core ships no types. Tesseract's C++ interface as WebAssembly, the part that is used (its idl: github.com/naptha/tesseract.js-core). */
declare module 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.js' {
  export interface TesseractApi {
    /** 0, or -1 when a language cannot be loaded. */
    Init(dataFolder: string | null, languages: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Takes up the file `/input`; 1 when it is no picture. */
    SetImageFile(exifOrientation: number, angleRadians: number): number;
    AnalyseLayout(): unknown;
    /** 0 when it went well. */
    Recognize(monitor: null): number;
    GetJSONText(): string;
    Clear(): void;
  }
  export interface TesseractModule {
    readonly FS: { writeFile(name: string, bytes: Uint8Array): void; unlink(name: string): void };
    readonly TessBaseAPI: new () => TesseractApi;
  }
  export default function TesseractCore(options: { wasmBinary: Uint8Array; print(line: string): void; printErr(line: string): void; TesseractProgress(percent: number): void }): Promise<TesseractModule>;
}
