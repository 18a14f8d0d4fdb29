/**
 * The picture of a field: as large as its place allows, whole pixels of the scan where they are enlarged twice or more, its surroundings
 * dim, and corners around doubtful digits. Drawn on a canvas from a decoded picture, so that showing it takes no time.
 */
import {fieldInSnippet, marks, placeInSnippet} from '../reading.mjs';
import {texts} from '../texts.en.mjs';

export class Snippet extends HTMLElement {
  #canvas = document.createElement('canvas');
  #task = null;
  #bitmap = null;
  #darker = false;
  #zoom = 1;
  #size = {width: 0, height: 0};

  connectedCallback() {
    this.#canvas.setAttribute('role', 'img');
    this.replaceChildren(this.#canvas);
    new ResizeObserver(([{contentRect}]) => {
      this.#size = {width: contentRect.width, height: contentRect.height};
      this.#draw();
    }).observe(this);
  }

  show(task, bitmap) {
    this.#task = task;
    this.#bitmap = bitmap;
    this.#canvas.setAttribute('aria-label', texts.work.snippet(texts.kinds[task.kind] ?? task.kind, task.document, task.page));
    this.#draw();
  }

  clear() {
    this.#task = null;
    this.#bitmap = null;
    this.#draw();
  }

  get darker() {
    return this.#darker;
  }

  set darker(on) {
    this.#darker = on;
    this.#draw();
  }

  /** Goes to the next size: 1, 1.6, 2.5 times. */
  bigger() {
    this.#zoom = this.#zoom === 1 ? 1.6 : this.#zoom === 1.6 ? 2.5 : 1;
    this.#draw();
  }

  /** Draws for where it stands; the size of the place is known from the last layout, so that none is forced. */
  #draw() {
    const pixels = window.devicePixelRatio || 1;
    const {width, height} = this.#size;
    if (this.#bitmap === null || width === 0) {
      this.#canvas.width = 0;
      return;
    }
    const scale = this.#scale(width * pixels, height * pixels);
    const w = Math.round(this.#bitmap.width * scale);
    const h = Math.round(this.#bitmap.height * scale);
    this.#canvas.width = w;
    this.#canvas.height = h;
    this.#canvas.style.width = `${w / pixels}px`;
    this.#canvas.style.height = `${h / pixels}px`;
    this.#canvas.dataset.scale = scale.toFixed(2);
    const context = this.#canvas.getContext('2d');
    context.imageSmoothingEnabled = !Number.isInteger(scale);
    context.imageSmoothingQuality = 'high';
    context.filter = this.#darker ? 'contrast(2.6) brightness(.82)' : 'none';
    context.drawImage(this.#bitmap, 0, 0, w, h);
    context.filter = 'none';
    this.#drawSurroundings(context, scale, pixels);
  }

  #scale(width, height) {
    const fit = Math.min(width / this.#bitmap.width, height / this.#bitmap.height);
    const whole = Math.floor(fit);
    const calm = whole >= 2 && whole / fit > 0.8 ? whole : fit;
    return this.#zoom === 1 ? Math.min(calm, 6) : Math.min(fit, 6) * this.#zoom;
  }

  #drawSurroundings(context, scale, pixels) {
    const field = fieldInSnippet(this.#task, this.#bitmap.width, this.#bitmap.height);
    if (field === null) {
      return;
    }
    const {width, height} = this.#canvas;
    const [x, y, w, h] = [field.x, field.y, field.width, field.height].map((n) => n * scale);
    context.save();
    context.beginPath();
    context.rect(0, 0, width, height);
    context.rect(x, y, w, h);
    context.clip('evenodd');
    context.fillStyle = 'rgba(96, 106, 118, .34)';
    context.fillRect(0, 0, width, height);
    context.restore();
    if (!this.#task.blind) {
      marks(this.#task)
        .filter((mark) => mark.doubtful && mark.box)
        .forEach((mark) => this.#corners(context, placeInSnippet(mark.box, field), scale, pixels));
    }
  }

  #corners(context, place, scale, pixels) {
    const pad = 5 * pixels;
    const [left, top] = [place.x * scale - pad, place.y * scale - pad];
    const [right, bottom] = [(place.x + place.width) * scale + pad, (place.y + place.height) * scale + pad];
    const arm = Math.min(14 * pixels, (right - left) / 3);
    context.strokeStyle = '#b45309';
    context.lineWidth = 3 * pixels;
    context.lineCap = 'round';
    for (const [x, y, dx, dy] of [
      [left, top, 1, 1],
      [right, top, -1, 1],
      [right, bottom, -1, -1],
      [left, bottom, 1, -1]
    ]) {
      context.beginPath();
      context.moveTo(x + dx * arm, y);
      context.lineTo(x, y);
      context.lineTo(x, y + dy * arm);
      context.stroke();
    }
  }
}

customElements.define('pk-snippet', Snippet);

/** Draws a small picture of a task that waits, once for each size. */
export function thumbnail(bitmap, height) {
  const canvas = document.createElement('canvas');
  const pixels = window.devicePixelRatio || 1;
  const scale = Math.min((height * pixels) / bitmap.height, (260 * pixels) / bitmap.width);
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.style.width = `${canvas.width / pixels}px`;
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}
