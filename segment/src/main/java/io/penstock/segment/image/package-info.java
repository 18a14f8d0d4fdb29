/** Images in native memory: loading OpenCV, owning its matrices, decoding a page. */
package io.penstock.segment.image;
