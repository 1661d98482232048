// Stands in the bundle for ajv and ajv-formats (see scripts/build.mjs).
export class Ajv2020 {
  constructor() {
    throw new Error('this build validates no JSON schemas');
  }
}
export default { default: () => undefined };
