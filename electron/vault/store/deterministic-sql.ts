/**
 * What SQL the store takes. Statements of a transaction are replayed from the journal, so they may depend on nothing but the
 * database and their parameters, and may not take transactions or settings out of the store's hands. Each check throws an Error:
 * such SQL is a fault in the program, not something a person did.
 */
const forbiddenWords = new Set(['randomblob', 'current_timestamp', 'current_date', 'current_time', 'julianday', 'unixepoch', 'strftime', 'timediff', 'sqlite_version', 'sqlite_source_id', 'load_extension']);
/** Forbidden only where they are called: a table may well have a column `date` or `time`. */
const forbiddenCalls = new Set(['date', 'time', 'datetime', 'changes', 'random', 'total_changes', 'last_insert_rowid']);
const forbiddenFirst = new Set(['begin', 'commit', 'end', 'rollback', 'savepoint', 'release', 'attach', 'detach', 'vacuum', 'pragma', 'explain', 'analyze']);
const readingFirst = new Set(['select', 'values', 'with', 'explain']);
const changing = new Set(['insert', 'update', 'delete', 'replace']);

const token = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\/|[A-Za-z_][A-Za-z0-9_$]*|;|\(|\S/g;

function tokensOf(sql: string): string[] {
  return (sql.match(token) ?? []).filter((text) => !text.startsWith('--') && !text.startsWith('/*'));
}

/** Runs a check once for each different text; the record's texts are few. */
function remembering(check: (tokens: readonly string[]) => void): (sql: string) => void {
  const passed = new Set<string>();
  return (sql) => {
    if (passed.has(sql)) return;
    check(tokensOf(sql));
    if (passed.size < 2000) passed.add(sql);
  };
}

export const checkDeterministic = remembering((tokens) => {
  let first = true;
  let inTrigger = false;
  tokens.forEach((text, i) => {
    const word = unquoted(text).toLowerCase();
    if (first && word === 'create' && tokens.slice(i, i + 4).some((t) => t.toLowerCase() === 'trigger')) inTrigger = true;
    if (first && inTrigger && word === 'end') {
      inTrigger = false;
    } else {
      if (first && forbiddenFirst.has(word) && !setsUserVersion(tokens.slice(i))) throw new Error(`not allowed in a transaction: ${word}`);
      if (!text.startsWith("'") && (forbiddenWords.has(word) || (forbiddenCalls.has(word) && tokens[i + 1] === '('))) throw new Error(`not deterministic: ${word}`);
    }
    first = text === ';';
  });
});

/** One statement, because sql.js would silently leave out what follows the first. */
export const checkSingle = remembering(requireSingle);

/** One statement that reads. */
export const checkReadOnly = remembering((tokens) => {
  requireSingle(tokens);
  const first = tokens[0]?.toLowerCase() ?? '';
  if (!readingFirst.has(first)) throw new Error('not a reading statement');
  const changes = first !== 'select' && tokens.some((text, i) => changing.has(text.toLowerCase()) && tokens[i + 1] !== '(');
  if (changes) throw new Error('not a reading statement');
});

function requireSingle(tokens: readonly string[]): void {
  const end = tokens.indexOf(';');
  if (end !== -1 && end < tokens.length - 1) throw new Error('one statement at a time');
}

function unquoted(text: string): string {
  return /^["`[]/.test(text) ? text.slice(1, -1) : text;
}

/** `PRAGMA user_version = n` changes the database within the transaction, and nothing else. */
function setsUserVersion(tokens: readonly string[]): boolean {
  return tokens[0]?.toLowerCase() === 'pragma' && tokens[1]?.toLowerCase() === 'user_version' && tokens[2] === '=';
}
