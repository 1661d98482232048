/** The engine's memory, where values lie that it hands out. Its buffer is another whenever it has grown. */
export interface EngineMemory {
  readonly buffer: ArrayBuffer;
}

/** As much of the WebAssembly JavaScript interface (w3.org/TR/wasm-js-api) as is used; Node's types leave it to the DOM's, which this process has not. */
interface WasmInterface {
  compile(bytes: Uint8Array): Promise<object>;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: new (of: never) => EngineMemory;
}
const wasm = (globalThis as unknown as { WebAssembly: WasmInterface }).WebAssembly;

/** How Emscripten lets its caller start the program (`instantiateWasm`, emscripten.org/docs/api_reference/module.html). */
export interface OwnStart {
  instantiateWasm(imports: object, use: (instance: object) => void): object;
}

/** Starts an engine, and gives its memory besides, which sql.js keeps to itself. */
export async function withMemory<E>(bytes: Uint8Array, start: (own: OwnStart) => Promise<E>): Promise<{ engine: E; memory: EngineMemory }> {
  const program = await wasm.compile(bytes);
  let memory: EngineMemory | undefined;
  const engine = await start({
    instantiateWasm(imports, use) {
      const instance = new wasm.Instance(program, imports);
      memory = Object.values(instance.exports).find((exported): exported is EngineMemory => exported instanceof wasm.Memory);
      use(instance);
      return instance.exports;
    },
  });
  if (memory === undefined) throw new Error('the engine keeps its memory elsewhere');
  return { engine, memory };
}
