import TesseractCore, { type TesseractApi, type TesseractModule } from 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.js';
import { pgmOf, type GreyPicture } from '../../../shared/ocr/grounds';
import { lineHeightPx, readTesseractPage, type MachineReading } from '../../../shared/ocr/machine-reading';

/** Tesseract's names for ways to part strokes from ground: one threshold for all (Otsu's), or one for each place (Sauvola's). */
export type Threshold = 'whole' | 'local';
const thresholds: Readonly<Record<Threshold, string>> = { whole: '0', local: '2' };
/** Only the neural engine: the language data has nothing else. */
const neuralEngine = 1;
/** Columns, tables and bubbles are found, as the command line does by default. */
const findEverything = '3';
const input = '/input';
const silent = (): void => undefined;

/**
 * Tesseract 5 in this process, without a worker and without its wrapper, which fetches what it needs: engine and languages are given as bytes.
 * Nothing is learnt from one picture to the next.
 */
export class OcrEngine {
  readonly #module: TesseractModule;
  readonly #api: TesseractApi;
  #size: Pick<GreyPicture, 'widthPx' | 'heightPx'> = { widthPx: 1, heightPx: 1 };

  private constructor(module: TesseractModule, api: TesseractApi) {
    this.#module = module;
    this.#api = api;
  }

  /** Throws when the engine or a language cannot be loaded. */
  static async start(engine: Uint8Array, languages: readonly { readonly name: string; readonly data: Uint8Array }[]): Promise<OcrEngine> {
    const module = await TesseractCore({ wasmBinary: engine, print: silent, printErr: silent, TesseractProgress: silent });
    for (const { name, data } of languages) module.FS.writeFile(`${name}.traineddata`, data);
    const api = new module.TessBaseAPI();
    if (api.Init(null, languages.map(({ name }) => name).join('+'), neuralEngine) !== 0) throw new Error('a language cannot be loaded');
    api.SetVariable('tessedit_pageseg_mode', findEverything);
    return new OcrEngine(module, api);
  }

  /** Takes up the picture that the next questions are about. */
  take(picture: GreyPicture): void {
    this.#module.FS.writeFile(input, pgmOf(picture));
    const isRefused = this.#api.SetImageFile(1, 0) !== 0;
    this.#module.FS.unlink(input);
    if (isRefused) throw new Error('not taken');
    this.#size = { widthPx: picture.widthPx, heightPx: picture.heightPx };
  }

  /** Of the picture taken, how tall its lines are, in pixels; 0 where none are found. */
  lineHeightPx(): number {
    this.#api.SetVariable('thresholding_method', thresholds.whole);
    this.#api.AnalyseLayout();
    return lineHeightPx(this.#api.GetJSONText());
  }

  read(threshold: Threshold): MachineReading {
    this.#api.SetVariable('thresholding_method', thresholds[threshold]);
    if (this.#api.Recognize(null) !== 0) throw new Error('not read');
    return readTesseractPage(this.#api.GetJSONText(), this.#size.widthPx, this.#size.heightPx);
  }

  letGo(): void { this.#api.Clear(); }
}
