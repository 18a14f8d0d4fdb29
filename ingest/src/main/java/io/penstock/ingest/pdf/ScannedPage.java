package io.penstock.ingest.pdf;

import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A page that is one image and nothing else.
 *
 * @param image     the image
 * @param placement how it lies on the page
 */
record ScannedPage(PDImageXObject image, Placement placement) {
}
