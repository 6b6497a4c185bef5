import QRCode from "qrcode";

/**
 * A QR code as SVG: one black path, a module one unit wide, without the quiet zone, which the page
 * leaves around it. Level Q still reads with a quarter of the area lost to a fold or a stain.
 */
export function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "Q" });
  const { size } = modules;
  const dark = (x: number, y: number) => modules.get(y, x) === 1;
  let path = "";
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!dark(x, y)) continue;
      const from = x;
      while (x + 1 < size && dark(x + 1, y)) x += 1;
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}
