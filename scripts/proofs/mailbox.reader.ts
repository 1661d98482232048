// The same reading process.
import './import-speed.reader';
