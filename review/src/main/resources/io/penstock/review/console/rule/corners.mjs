/** Four corners of a printed form on a page, in its pixels: top left, top right, bottom right, bottom left. */

/** Returns the corners that pointing begins with: a little inside the page. */
export function firstCorners({width, height}) {
  const [x, y] = [Math.round(width * 0.06), Math.round(height * 0.06)];
  return [
    [x, y],
    [width - x, y],
    [width - x, height - y],
    [x, height - y]
  ];
}

/** Returns a corner moved, kept on the page. */
export function moved([x, y], dx, dy, {width, height}) {
  return [Math.round(Math.min(width, Math.max(0, x + dx))), Math.round(Math.min(height, Math.max(0, y + dy)))];
}

/** Returns whether four points go round with the clock and bulge nowhere inward: else they are no sheet of paper. */
export function areConvex(corners) {
  return corners.every(([x, y], i) => {
    const [[x1, y1], [x2, y2]] = [corners[(i + 1) % 4], corners[(i + 2) % 4]];
    return (x1 - x) * (y2 - y1) - (y1 - y) * (x2 - x1) > 0;
  });
}
