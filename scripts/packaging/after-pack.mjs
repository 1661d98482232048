import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * electron-builder's hook: removes Electron's own start page, which would run any folder that is given on the command line.
 * @param {{ appOutDir: string, electronPlatformName: string, packager: { appInfo: { productFilename: string } } }} context
 */
export default function removeDefaultApp({ appOutDir, electronPlatformName, packager }) {
  const resources = electronPlatformName === 'darwin' ? join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Resources`) : join(appOutDir, 'resources');
  rmSync(join(resources, 'default_app.asar'), { force: true });
}
