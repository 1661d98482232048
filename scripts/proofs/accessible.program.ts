/** The same made-up case as in the proof `export`, built by the product's own export. */
import './export.program';
