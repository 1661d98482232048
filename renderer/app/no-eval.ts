import { config } from 'zod';

/** The model's schemas reach the window with it; the content policy forbids evaluating text, so zod must not try. First import of the inside. */
config({ jitless: true });
