/** The one style element that React Aria 1.22 writes itself: `touch-action` for things that can be pressed. Stale after an upgrade, harmlessly. */
const pressableStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/**
 * Content Security Policy of the window (CSP level 3 with trusted types). React needs no trusted-types policy; the one
 * named here lets the document viewer start pdf.js in a worker from our own files. WebAssembly (pdf.js decoders) may be compiled;
 * no text is ever evaluated. The window has no frames: one would be a page without the preload's precautions.
 */
export const windowPolicy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", `style-src 'self' ${pressableStyle}`, "img-src 'self' blob: data:", "media-src 'self' blob:", "font-src 'self' data: blob:",
  "connect-src 'self'", "worker-src 'self'", "frame-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", 'trusted-types tidemark-worker',
].join('; ');

/** For bytes of documents: whatever takes them for a page gets one that can do nothing. */
export const evidencePolicy = "sandbox; default-src 'none'; style-src 'none'; frame-ancestors 'none'";

export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), display-capture=(), clipboard-read=(), clipboard-write=(), screen-wake-lock=(), midi=()',
};
