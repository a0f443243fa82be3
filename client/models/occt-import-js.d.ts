declare module 'occt-import-js' {
  import type { Occt } from '../../shared/models/read/step/occt.ts';

  interface Settings {
    locateFile(name: string): string;
    print(line: string): void;
    printErr(line: string): void;
  }
  // biome-ignore lint/style/noDefaultExport: the package has no other export.
  export default function open(settings: Settings): Promise<Occt>;
}
