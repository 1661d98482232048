/** What a mark says of being seen and printed (ISO 32000-1, 12.5.3), as its `/F` adds it up. */
export const markFlags = { invisible: 1, hidden: 2, print: 4, noZoom: 8, noRotate: 16, noView: 32, toggleNoView: 256 } as const;

/** With any of these it is not seen, or not always, and PDF/A-2 has none of them (ISO 19005-2, 6.3.2). */
export const unseenFlags = markFlags.invisible | markFlags.hidden | markFlags.noView | markFlags.toggleNoView;
