import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A page of a PDF as it would be printed. */
export interface PagePicture {
  /** What the one QR code on the page says; undefined where none can be read. */
  qr: string | undefined;
  /** How far the channels of the most colourful point are apart, 0 (grey) to 255. */
  colour: number;
  /** The darkest and lightest of all points, 0 to 255, in a part given in millimetres. */
  shades(part: { left: number; top: number; width: number; height: number }): [number, number];
}

/** Renders pages of a PDF (from 1) at `dpi` points an inch and reads them as pictures. */
export async function pagePictures(
  bytes: Uint8Array,
  pages: readonly number[],
  dpi = 150,
): Promise<PagePicture[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  try {
    const pictures: PagePicture[] = [];
    for (const number of pages) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: dpi / 72 });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      const canvasContext = canvas.getContext("2d");
      await page.render({ canvas: null, canvasContext: canvasContext as never, viewport }).promise;
      const { data, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
      const px = (mm: number) => Math.round((mm / 25.4) * dpi);
      pictures.push({
        colour: mostColour(data),
        qr: jsQR(new Uint8ClampedArray(data), width, height)?.data,
        shades(part) {
          let [dark, light] = [255, 0];
          for (let y = px(part.top); y < px(part.top + part.height); y += 1) {
            for (let x = px(part.left); x < px(part.left + part.width); x += 1) {
              const shade = data[4 * (y * width + x)] ?? 255;
              dark = Math.min(dark, shade);
              light = Math.max(light, shade);
            }
          }
          return [dark, light];
        },
      });
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}

function mostColour(data: Uint8ClampedArray): number {
  let most = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    most = Math.max(most, Math.max(red, green, blue) - Math.min(red, green, blue));
  }
  return most;
}
