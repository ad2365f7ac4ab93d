// Pictures as cameras make them.

/** A JPEG, drawn by the browser: a coloured field with letters; {width, height, colour}. */
export async function jpeg(page, { width, height, colour = "#cde", noise = false }) {
  const base64 = await page.evaluate(
    async ({ width, height, colour, noise }) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d");
      context.fillStyle = colour;
      context.fillRect(0, 0, width, height);
      context.fillStyle = "#123";
      context.font = `${height / 40}px serif`;
      // Lines as they stand on a page of handwriting.
      if (noise) for (let y = 1; y < 38; y += 1) context.fillText("楼下的一件小事我一直记到今天".repeat(5), 0, (y * height) / 38);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
      return new Uint8Array(await blob.arrayBuffer()).toBase64();
    },
    { width, height, colour, noise },
  );
  return Buffer.from(base64, "base64");
}

/** The same with what a phone notes: where it was taken, and that it was held on its side (orientation 6). */
export function withExif(jpeg) {
  const tiff = Buffer.alloc(116);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  entries(tiff, 8, [
    [0x0112, 3, 1, 6],
    [0x8825, 4, 1, 38],
  ]);
  entries(tiff, 38, [
    [1, 2, 2, 0x4e],
    [2, 5, 3, 68],
  ]);
  [39, 1, 54, 1, 2600, 100].forEach((number, index) => tiff.writeUInt32LE(number, 68 + index * 4));
  const exif = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

function entries(tiff, at, all) {
  tiff.writeUInt16LE(all.length, at);
  all.forEach(([tag, kind, count, value], index) => {
    const place = at + 2 + index * 12;
    tiff.writeUInt16LE(tag, place);
    tiff.writeUInt16LE(kind, place + 2);
    tiff.writeUInt32LE(count, place + 4);
    tiff.writeUInt32LE(value, place + 8);
  });
  tiff.writeUInt32LE(0, at + 2 + all.length * 12);
}

/** Width and height of a JPEG, from its frame header, and the kinds of its segments. */
export function look(jpeg) {
  const kinds = [];
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const kind = jpeg[at + 1];
    kinds.push(kind);
    if (kind >= 0xc0 && kind <= 0xc2) return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7), kinds };
    if (kind === 0xda) break;
  }
  throw new Error("this is no JPEG");
}
