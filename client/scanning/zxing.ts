import { type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';

/** A picture as a canvas gives it: four bytes for each point. */
export interface Picture {
  data: Uint8ClampedArray<ArrayBuffer>;
  width: number;
  height: number;
}

/** Labels are square codes; badges and bought parts carry stripes. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode', 'DataMatrix', 'Code128', 'Code39', 'EAN13', 'EAN8'],
  tryHarder: true,
  maxNumberOfSymbols: 4,
};

/** The texts of the codes in a picture. The module must have been told before where its WebAssembly lies. */
export async function codesIn({ data, width, height }: Picture): Promise<string[]> {
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' }, OPTIONS);
  return found.filter(({ isValid, text }) => isValid && text !== '').map(({ text }) => text);
}
