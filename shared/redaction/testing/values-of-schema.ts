import type { z } from 'zod';

interface Def { type: string; innerType?: z.ZodType; element?: z.ZodType; shape?: Record<string, z.ZodType>; options?: z.ZodType[]; getter?: () => z.ZodType; items?: z.ZodType[]; values?: unknown[]; entries?: Record<string, unknown> }

const samples: readonly unknown[] = ['', 'a'.repeat(32), 'b'.repeat(64), '2026-01-02T03:04:05.006Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05', '2026-01-02', '09:30', 'M0 0', 'A', 'A1', 0, 1, 0.5, 12];

/**
 * Values of a schema that between them have every field and every variant of it, each string `plant(path)` where the schema takes that, else some value of the form it wants.
 * Throws for a kind of schema it does not know.
 */
export function valuesOf(schema: z.ZodType, plant: (path: string) => string, path = '', depth = 0): unknown[] {
  if (depth > 30) return [];
  const def = schema.def as unknown as Def;
  const into = (inner: z.ZodType | undefined, at: string): unknown[] => (inner === undefined ? [] : valuesOf(inner, plant, at, depth + 1));
  switch (def.type) {
    case 'string': case 'number': return [[plant(path), ...samples].find((sample) => schema.safeParse(sample).success)];
    case 'boolean': return [true];
    case 'literal': return def.values ?? [];
    case 'enum': return Object.values(def.entries ?? {}).slice(0, 1);
    case 'null': return [null];
    case 'nullable': case 'optional': case 'default': return into(def.innerType, path);
    case 'lazy': return into(def.getter?.(), path);
    case 'array': return [into(def.element, `${path}[]`)];
    case 'union': return (def.options ?? []).flatMap((option) => into(option, path));
    case 'object': {
      const fields = Object.entries(def.shape ?? {}).map(([key, inner]) => [key, into(inner, `${path}.${key}`)] as const);
      const most = Math.max(1, ...fields.map(([, values]) => values.length));
      return Array.from({ length: most }, (_, index) => Object.fromEntries(fields.map(([key, values]) => [key, values[index % values.length]])));
    }
    default: throw new TypeError(`no value is known of a ${def.type}`);
  }
}
