/** Drawn scans: digits in a made-up hand on printed forms, as grey PNG. Nothing here was written by anybody. */
import {deflateSync} from 'node:zlib';

/** Returns numbers from 0 to 1, the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state = Math.imul(state ^ state >>> 15, 2246822519) + 0x9e3779b9 >>> 0;
    return (Math.imul(state ^ state >>> 13, 3266489917) >>> 0) / 2 ** 32;
  };
}

/** Points of the digits' strokes in a box one wide and two high, through which a smooth line runs. */
const STROKES = {
  0: [[[.55, .05], [.15, .35], [.05, 1], [.25, 1.8], [.6, 1.95], [.95, 1.5], [.95, .6], [.7, .1], [.5, .06]]],
  1: [[[.25, .45], [.55, .08], [.55, .1], [.52, 1], [.5, 1.95]]],
  2: [[[.1, .5], [.3, .1], [.75, .1], [.9, .5], [.65, 1.05], [.1, 1.85], [.12, 1.9], [.5, 1.82], [.98, 1.9]]],
  3: [[[.12, .25], [.5, .05], [.88, .35], [.75, .8], [.4, .95], [.8, 1.1], [.95, 1.5], [.6, 1.92], [.1, 1.75]]],
  4: [[[.6, .05], [.3, .7], [.05, 1.2], [.06, 1.25], [.5, 1.2], [1, 1.18]], [[.75, .55], [.72, 1.2], [.7, 1.97]]],
  5: [[[.9, .1], [.3, .12], [.28, .14], [.2, .8], [.22, .85], [.6, .75], [.95, 1.15], [.8, 1.75], [.4, 1.95], [.08, 1.75]]],
  6: [[[.8, .08], [.35, .5], [.1, 1.2], [.2, 1.8], [.55, 1.95], [.92, 1.6], [.8, 1.15], [.45, 1.05], [.15, 1.35]]],
  7: [[[.08, .15], [.5, .12], [.93, .1], [.92, .14], [.6, .9], [.35, 1.95]]],
  8: [[[.85, .3], [.5, .05], [.15, .35], [.45, .85], [.85, 1.35], [.6, 1.9], [.2, 1.75], [.15, 1.35], [.55, .9], [.88, .5], [.8, .25]]],
  9: [[[.9, .4], [.6, .05], [.15, .3], [.2, .85], [.6, .9], [.88, .5], [.9, .4], [.85, 1.2], [.7, 1.95]]],
};

export class Sheet {
  constructor(width, height, paper = 246) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height).fill(paper);
  }

  /** Draws a line of a width with soft edges; ink 0 is black. */
  line(x0, y0, x1, y1, width, ink) {
    const half = width / 2 + 1;
    const [dx, dy] = [x1 - x0, y1 - y0];
    const length = dx * dx + dy * dy || 1e-9;
    for (let y = Math.max(0, Math.floor(Math.min(y0, y1) - half)); y <= Math.min(this.height - 1, Math.ceil(Math.max(y0, y1) + half)); y++) {
      for (let x = Math.max(0, Math.floor(Math.min(x0, x1) - half)); x <= Math.min(this.width - 1, Math.ceil(Math.max(x0, x1) + half)); x++) {
        const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
        const cover = Math.max(0, Math.min(1, half - .5 - Math.hypot(x - x0 - t * dx, y - y0 - t * dy)));
        if (cover > 0) {
          const at = y * this.width + x;
          this.pixels[at] = Math.min(this.pixels[at], Math.round(this.pixels[at] * (1 - cover) + ink * cover));
        }
      }
    }
  }

  rect(x, y, w, h, width, ink) {
    this.line(x, y, x + w, y, width, ink);
    this.line(x, y + h, x + w, y + h, width, ink);
    this.line(x, y, x, y + h, width, ink);
    this.line(x + w, y, x + w, y + h, width, ink);
  }

  block(x, y, w, h, ink) {
    this.line(x + h / 2, y + h / 2, x + w - h / 2, y + h / 2, h, ink);
  }

  /** Draws a smooth line through points. */
  curve(points, width, ink, next) {
    for (let i = 0; i + 1 < points.length; i++) {
      const [p0, p1, p2, p3] = [points[Math.max(0, i - 1)], points[i], points[i + 1], points[Math.min(points.length - 1, i + 2)]];
      let before = p1;
      for (let s = 1; s <= 8; s++) {
        const t = s / 8;
        const at = [0, 1].map((k) => .5 * (2 * p1[k] + (p2[k] - p0[k]) * t + (2 * p0[k] - 5 * p1[k] + 4 * p2[k] - p3[k]) * t * t
          + (3 * p1[k] - p0[k] - 3 * p2[k] + p3[k]) * t ** 3));
        this.line(...before, ...at, width * (.85 + .3 * next()), ink);
        before = at;
      }
    }
  }

  /** Writes a digit into a box; returns the box of its ink. */
  digit(digit, x, y, height, next, {ink = 40, pen = height / 11, slant = .12} = {}) {
    const wide = height * .5 * (.85 + .3 * next());
    const shear = slant * (next() - .2);
    const place = ([u, v]) => [x + u * wide + (1 - v / 2) * shear * height + (next() - .5) * height * .05, y + v * height / 2 + (next() - .5) * height * .04];
    STROKES[digit].forEach((stroke) => this.curve(stroke.map(place), pen, ink + 30 * next(), next));
    return {x: Math.round(x - 2), y: Math.round(y - 2), width: Math.round(wide + 5), height: Math.round(height + 5)};
  }

  noise(next) {
    for (let i = 0; i < this.pixels.length; i++) {
      this.pixels[i] = Math.max(0, Math.min(255, this.pixels[i] + Math.round((next() - .5) * 9)));
    }
  }

  cut({x, y, width, height}) {
    const piece = new Sheet(width, height);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const [px, py] = [x + column, y + row];
        const inside = px >= 0 && py >= 0 && px < this.width && py < this.height;
        piece.pixels[row * width + column] = inside ? this.pixels[py * this.width + px] : 255;
      }
    }
    return piece;
  }

  png() {
    const rows = Buffer.alloc((this.width + 1) * this.height);
    for (let y = 0; y < this.height; y++) {
      Buffer.from(this.pixels.buffer, y * this.width, this.width).copy(rows, y * (this.width + 1) + 1);
    }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.width, 0);
    head.writeUInt32BE(this.height, 4);
    head[8] = 8;
    return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, {level: 3})), chunk('IEND', Buffer.alloc(0))]);
  }
}

const CRC = Array.from({length: 256}, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) {
    c = c & 1 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
  }
  return c >>> 0;
});

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  let sum = 0xffffffff;
  for (const b of body) {
    sum = CRC[(sum ^ b) & 255] ^ sum >>> 8;
  }
  framed.writeUInt32BE((sum ^ 0xffffffff) >>> 0, body.length + 4);
  return framed;
}
