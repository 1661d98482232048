// The same vault's process.
import './import-speed.vault';
