/*! Codes are read by ZXing-C++ (Apache-2.0) through zxing-wasm (MIT, copyright 2023 Ze-Zheng Wu). */
import '../olderBrowsers.ts';
import { prepareZXingModule } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { codesIn, type Picture } from './zxing.ts';

export interface Asked {
  id: number;
  picture: Picture;
}
/** `codes` null: the reader could not be opened. */
export interface Answer {
  id: number;
  codes: string[] | null;
}

prepareZXingModule({ overrides: { locateFile: () => wasm } });

self.addEventListener('message', ({ data: { id, picture } }: MessageEvent<Asked>) => {
  codesIn(picture).then(
    (codes) => self.postMessage({ id, codes } satisfies Answer),
    () => self.postMessage({ id, codes: null } satisfies Answer),
  );
});
